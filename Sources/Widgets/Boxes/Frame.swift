import Terminal

/// A box of lines, with a title in its upper edge.
package struct Frame: Widget {
    package var title: Line
    package var role: Role
    package init(_ title: Line = .blank, role: Role = .line) {
        self.title = title
        self.role = role
    }

    package func draw(into grid: inout Grid, in rect: Rect) {
        guard rect.width >= 2, rect.height >= 2 else { return }
        let style = Style(role)
        grid.fill(rect.inset(by: 1).row(0), "─", style)
        grid.fill(rect.inset(by: 1).row(rect.height - 1), "─", style)
        let (left, right) = (rect.left(1).0, rect.left(rect.width - 1).1)
        for side in [left, right] { grid.fill(side.inset(by: 0, 1), "│", style) }
        grid.put("┌", at: left, style)
        grid.put("┐", at: right, style)
        grid.put("└", at: left.row(rect.height - 1), style)
        grid.put("┘", at: right.row(rect.height - 1), style)
        guard !title.isEmpty else { return }
        grid.put(Line(" ", role) + title + Line(" ", role), at: rect.inset(by: 2).row(0))
    }
}

/// A line across, with words let into it on the left and on the right: what separates regions. The right
/// side stays whole; the left gives way.
package struct Rule: Widget {
    package var title: Line
    package var trailing: Line
    package init(_ title: Line = .blank, trailing: Line = .blank) {
        self.title = title
        self.trailing = trailing
    }

    package func draw(into grid: inout Grid, in rect: Rect) {
        let row = rect.row(0)
        grid.fill(row, "─", Style(.line))
        var room = row.inset(by: 1)
        if !trailing.isEmpty, trailing.width + 2 <= room.width {
            let (left, _) = room.left(room.width - trailing.width - 2)
            grid.putRight(Rule.spaced(trailing), at: room)
            room = left
        }
        if !title.isEmpty, room.width > 4 { grid.put(Rule.spaced(title), at: room) }
    }

    private static func spaced(_ words: Line) -> Line { Line(" ") + words + Line(" ") }
}
