import Terminal

/// A piece of text with one meaning.
package struct Span: Sendable, Hashable {
    package var text: String
    package var role: Role
    package init(_ text: String, _ role: Role = .text) {
        self.text = text
        self.role = role
    }
}

/// One line of text in pieces: `Line("2 Shirt L") + Line("confirmed", .good)`.
package struct Line: Sendable, Hashable, ExpressibleByStringInterpolation {
    package var spans: [Span]

    package init(_ spans: [Span]) { self.spans = spans }
    package init(_ text: String, _ role: Role = .text) {
        spans = text.isEmpty ? [] : [Span(text, role)]
    }
    package init(stringLiteral text: String) { self.init(text) }

    package static let blank = Line([])
    package var isEmpty: Bool { spans.isEmpty }
    package var text: String { spans.map(\.text).joined() }
    /// In cells.
    package var width: Int { spans.reduce(0) { $0 + textWidth($1.text) } }

    package static func + (a: Line, b: Line) -> Line { Line(a.spans + b.spans) }
    package static func += (a: inout Line, b: Line) { a.spans += b.spans }

    /// With another role where `found` says so, piece by piece.
    package func highlighting(_ role: Role, _ found: (String) -> [Range<String.Index>]) -> Line {
        Line(
            spans.flatMap { span -> [Span] in
                var pieces: [Span] = []
                var place = span.text.startIndex
                for range in found(span.text) where range.lowerBound >= place {
                    pieces.append(Span(String(span.text[place..<range.lowerBound]), span.role))
                    pieces.append(Span(String(span.text[range]), role))
                    place = range.upperBound
                }
                return (pieces + [Span(String(span.text[place...]), span.role)]).filter { !$0.text.isEmpty }
            })
    }

    /// The same words with one role throughout: what lies under a cursor row.
    package func with(_ role: Role) -> Line { Line(spans.map { Span($0.text, role) }) }
}

extension Sequence<Line> {
    /// One line, with `separator` between those that hold anything.
    package func joined(by separator: Line) -> Line {
        var all = Line.blank
        for line in self where !line.isEmpty {
            all += all.isEmpty ? line : separator + line
        }
        return all
    }
}

extension Grid {
    /// Writes the line from the left of `rect`'s first row and returns the cells used. Where something is
    /// cut, the last cell says so with `…`.
    @discardableResult
    package mutating func put(_ line: Line, at rect: Rect) -> Int {
        var rest = rect
        for (number, span) in line.spans.enumerated() where !rest.isEmpty {
            let more = line.spans[(number + 1)...].contains { !$0.text.isEmpty }
            let isFull = more && textWidth(span.text) == rest.width
            let used = put(isFull ? span.text + "…" : span.text, at: rest, Style(span.role))
            rest = isFull ? Rect(x: rest.maxX, y: rest.y, width: 0, height: 1) : rest.left(used).1
        }
        return rest.x - rect.x
    }

    /// As ``put(_:at:)``, against the right edge.
    package mutating func putRight(_ line: Line, at rect: Rect) {
        let width = min(line.width, rect.width)
        put(line, at: Rect(x: rect.maxX - width, y: rect.y, width: width, height: rect.height))
    }
}
