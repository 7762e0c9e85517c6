import Terminal

/// Two widgets side by side; below one another where that would be too narrow.
package struct Columns: Widget {
    package var left: any Widget
    package var right: any Widget
    /// Cells that both need together.
    package var least: Int
    private static let gap = 4

    package init(_ left: any Widget, _ right: any Widget, least: Int = 70) {
        self.left = left
        self.right = right
        self.least = least
    }

    package func height(for width: Int) -> Int {
        guard width >= least else { return left.height(for: width) + right.height(for: width) }
        return max(left.height(for: column(width)), right.height(for: column(width)))
    }

    package func draw(into grid: inout Grid, in rect: Rect) {
        guard rect.width >= least else {
            let (above, below) = rect.top(left.height(for: rect.width))
            grid.draw(left, in: above)
            grid.draw(right, in: below)
            return
        }
        grid.draw(left, in: rect.left(column(rect.width)).0)
        grid.draw(right, in: rect.left(column(rect.width) + Columns.gap).1)
    }

    private func column(_ width: Int) -> Int { (width - Columns.gap) / 2 }
}
