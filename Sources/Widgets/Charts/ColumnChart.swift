import Terminal

/// Upright bars side by side over their labels, each below its number, the highest as high as there is room.
package struct ColumnChart: Widget {
    package struct Bar: Sendable, Hashable {
        package var label: String
        package var value: Int
        package var role: Role
        package init(_ label: String, _ value: Int, role: Role = .gauge) {
            self.label = label
            self.value = value
            self.role = role
        }
    }
    package var bars: [Bar]
    /// Rows, that of the labels and that above the highest bar among them.
    package var rows: Int
    /// How a number is written; one that is wider than its bar is left out.
    package var write: @Sendable (Int) -> String

    package init(
        _ bars: [Bar], rows: Int, write: @escaping @Sendable (Int) -> String = { String($0) }
    ) {
        self.write = write
        self.bars = bars
        self.rows = rows
    }

    package func height(for width: Int) -> Int { rows }

    package func draw(into grid: inout Grid, in rect: Rect) {
        guard !bars.isEmpty, rect.height > 1 else { return }
        let step = max(2, min(6, rect.width / bars.count))
        let (body, labels) = rect.top(rect.height - 1)
        let highest = max(1, bars.map(\.value).max() ?? 0)
        for (number, bar) in bars.enumerated() where (number + 1) * step <= rect.width {
            let place = Rect(x: body.x + number * step, y: body.y, width: step - 1, height: body.height)
            draw(bar, highest: highest, into: &grid, in: place)
            let label = Rect(x: place.x, y: labels.y, width: step - 1, height: 1)
            grid.put(Line(bar.label, .dim), at: label)
        }
    }

    /// In eighths of a cell; anything at all shows.
    private func draw(_ bar: Bar, highest: Int, into grid: inout Grid, in rect: Rect) {
        guard bar.value > 0, rect.height > 1 else { return }
        let most = rect.height - 1
        let eighths = max(1, bar.value * most * 8 / highest)
        for row in 0..<most {
            let filled = min(8, eighths - row * 8)
            let cells = rect.row(rect.height - 1 - row)
            guard filled > 0 else { return number(of: bar, into: &grid, in: cells) }
            grid.fill(cells, ColumnChart.steps[filled - 1], Style(bar.role))
        }
        number(of: bar, into: &grid, in: rect.row(0))
    }

    private func number(of bar: Bar, into grid: inout Grid, in row: Rect) {
        let words = write(bar.value)
        if textWidth(words) <= row.width { grid.put(Line(words, .strong), at: row) }
    }

    private static let steps = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}
