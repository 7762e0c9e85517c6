import Terminal

/// One row with something on the left and something on the right. The right side stays whole; the left gives
/// way.
package struct Bar: Widget {
    package var left: Line
    package var right: Line
    /// Fills the row first: a bar, or plain text.
    package var role: Role
    package init(left: Line, right: Line = .blank, role: Role = .text) {
        self.left = left
        self.right = right
        self.role = role
    }

    package func draw(into grid: inout Grid, in rect: Rect) {
        let row = rect.row(0)
        grid.fill(row, " ", Style(role))
        let (_, rest) = row.left(row.width - right.width)
        grid.putRight(right, at: right.width <= row.width ? rest : row)
        let free = row.width - right.width - (right.isEmpty ? 0 : 2)
        if free > 0 { grid.put(left, at: row.left(free).0) }
    }
}
