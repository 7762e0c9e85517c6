import Terminal

/// A row of small bars, one cell each, the latest last; what does not fit goes from the front.
package struct Sparkline: Widget {
    package var values: [Int]
    package var role: Role
    package init(_ values: [Int], role: Role = .gauge) {
        self.values = values
        self.role = role
    }

    package func draw(into grid: inout Grid, in rect: Rect) {
        grid.put(text(for: rect.width), at: rect.row(0), Style(role))
    }

    package func text(for width: Int) -> String {
        let shown = values.suffix(max(0, width))
        let highest = shown.max() ?? 0
        return shown.map { Sparkline.bar($0, of: highest) }.joined()
    }

    /// Nothing is blank, and anything at all shows.
    private static func bar(_ value: Int, of highest: Int) -> String {
        guard value > 0, highest > 0 else { return " " }
        return bars[min(bars.count - 1, value * bars.count / (highest + 1))]
    }

    private static let bars = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}
