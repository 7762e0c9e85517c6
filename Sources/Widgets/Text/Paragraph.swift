import Terminal

/// Text wrapped between words, by cells.
package struct Paragraph: Widget {
    package var lines: [Line]
    /// Cells kept free on the left.
    package var indent: Int

    package init(_ lines: [Line], indent: Int = 0) {
        self.lines = lines
        self.indent = indent
    }
    package init(_ text: String, _ role: Role = .text, indent: Int = 0) {
        self.init([Line(text, role)], indent: indent)
    }

    package func height(for width: Int) -> Int { wrapped(to: width).count }

    package func draw(into grid: inout Grid, in rect: Rect) {
        for (number, line) in wrapped(to: rect.width).prefix(rect.height).enumerated() {
            grid.put(line, at: rect.row(number).left(indent).1)
        }
    }

    private func wrapped(to width: Int) -> [Line] {
        lines.flatMap { $0.wrapped(to: max(1, width - indent)) }
    }
}

/// An empty row, or several.
package struct Space: Widget {
    package var rows: Int
    package init(_ rows: Int = 1) { self.rows = rows }
    package func height(for width: Int) -> Int { rows }
    package func draw(into grid: inout Grid, in rect: Rect) {}
}
