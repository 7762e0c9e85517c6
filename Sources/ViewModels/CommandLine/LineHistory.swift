/// What was typed after `:` and after `/`, each the newest last: Up and Down bring it back, also after a
/// restart.
package struct LineHistory: Sendable, Hashable, Codable {
    package private(set) var commands: [String] = []
    package private(set) var searches: [String] = []
    private static let most = 50

    package init() {}

    /// Empty for a filter, whose line begins with the filter that is.
    func lines(for purpose: InputLine.Purpose) -> [String] {
        switch purpose {
        case .command: commands
        case .search, .logFilter: searches
        case .filter: []
        }
    }

    /// A line that was typed before becomes the newest.
    mutating func add(_ text: String, for purpose: InputLine.Purpose) {
        guard !text.allSatisfy(\.isWhitespace) else { return }
        switch purpose {
        case .command: LineHistory.add(text, to: &commands)
        case .search, .logFilter: LineHistory.add(text, to: &searches)
        case .filter: break
        }
    }

    private static func add(_ text: String, to lines: inout [String]) {
        lines.removeAll { $0 == text }
        lines.append(text)
        lines.removeFirst(max(0, lines.count - most))
    }
}

/// Where a line stands in what was typed before.
struct LineRecall: Sendable, Hashable {
    /// The newest last.
    var lines: [String] = []
    /// Nil: what is being typed.
    var place: Int?
    /// What was being typed when the first was brought back; only lines that begin so come.
    var begun = ""

    /// The next earlier (-1) or later (1) line that begins as what was typed; nil where there is none.
    mutating func step(_ step: Int, from text: String) -> String? {
        if place == nil { begun = text }
        var next = (place ?? lines.count) + step
        while lines.indices.contains(next), !lines[next].hasPrefix(begun) { next += step }
        if lines.indices.contains(next) {
            place = next
            return lines[next]
        }
        guard step > 0, place != nil else { return nil }
        place = nil
        return begun
    }
}
