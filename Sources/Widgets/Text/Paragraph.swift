import Terminal

/// Text wrapped between words, by cells.
package struct Paragraph: Widget {
    package var lines: [Line]
    /// Cells by which the second and later rows of a line stand further in: under the words behind a sign.
    package var hang: Int

    package init(_ lines: [Line], hang: Int = 0) {
        self.lines = lines
        self.hang = hang
    }
    package init(_ text: String, _ role: Role = .text, hang: Int = 0) {
        self.init([Line(text, role)], hang: hang)
    }

    package func height(for width: Int) -> Int { wrapped(to: width).count }

    package func draw(into grid: inout Grid, in rect: Rect) {
        for (number, line) in wrapped(to: rect.width).prefix(rect.height).enumerated() {
            grid.put(line, at: rect.row(number))
        }
    }

    private func wrapped(to width: Int) -> [Line] {
        guard hang > 0 else { return lines.flatMap { $0.wrapped(to: width) } }
        return lines.flatMap { line in
            let rows = line.wrapped(to: width)
            guard rows.count > 1 else { return rows }
            let indent = Line(String(repeating: " ", count: hang), line.spans.first?.role ?? .text)
            return line.wrapped(to: max(2, width - hang)).enumerated().map { $0 == 0 ? $1 : indent + $1 }
        }
    }
}

/// An empty row, or several.
package struct Space: Widget {
    package var rows: Int
    package init(_ rows: Int = 1) { self.rows = rows }
    package func height(for width: Int) -> Int { rows }
    package func draw(into grid: inout Grid, in rect: Rect) {}
}
