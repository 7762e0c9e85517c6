import Terminal

/// Upright bars side by side over their labels, the highest as high as there is room.
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
    /// Rows, the labels' row among them.
    package var rows: Int

    package init(_ bars: [Bar], rows: Int) {
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
        guard bar.value > 0 else { return }
        let eighths = max(1, bar.value * rect.height * 8 / highest)
        for row in 0..<rect.height {
            let filled = min(8, eighths - row * 8)
            guard filled > 0 else { return }
            let cells = rect.row(rect.height - 1 - row)
            grid.fill(cells, ColumnChart.steps[filled - 1], Style(bar.role))
        }
    }

    private static let steps = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}
