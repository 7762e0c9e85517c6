import Terminal

/// A question or a message in the middle of the screen: title, text that scrolls, a last line that stays, and
/// the keys that answer it.
package struct Dialog: Widget {
    package var title: String
    package var body: [any Widget]
    /// Rows of the body scrolled away above.
    package var offset = 0
    /// The question itself, below the text.
    package var closing: String
    package var hints: [Hint]
    /// Cells, with the frame; narrower where the screen is.
    package var width: Int

    package init(_ title: String, body: [any Widget], closing: String = "", hints: [Hint], width: Int = 60) {
        self.title = title
        self.body = body
        self.closing = closing
        self.hints = hints
        self.width = width
    }

    package func height(for width: Int) -> Int {
        let inner = inner(width)
        return Stack(body).height(for: inner) + 4 + foot(for: inner).count
    }

    /// The furthest that its text can be scrolled in `rect`.
    package func lastOffset(in rect: Rect) -> Int {
        let inner = inner(min(width, rect.width))
        let room = min(rect.height, height(for: min(width, rect.width))) - 2 - foot(for: inner).count
        return max(0, Stack(body).height(for: inner) - room)
    }

    /// The box in the middle of `rect`. Where rows are few, the text is cut and scrolls; the rest stays.
    package func draw(into grid: inout Grid, in rect: Rect) {
        let box = rect.centered(Size(width: width, height: height(for: min(width, rect.width))))
        grid.fill(box, " ", Style(.dialog))
        grid.draw(Frame(Line(title, .dialogTitle), role: .dialog), in: box)
        let inside = box.inset(by: 2, 1)
        let foot = foot(for: inside.width)
        let (bottom, above) = inside.bottom(foot.count)
        for (number, row) in foot.enumerated() where number < bottom.height {
            grid.put(row, at: bottom.row(number))
        }
        grid.cursor = Point(x: inside.x, y: inside.maxY - 1)
        let cursor = grid.cursor
        let stack = Stack(body, offset: offset)
        let missing = stack.height(for: inside.width) - above.height
        grid.draw(stack, in: missing > -2 ? above : above.top(1).1.bottom(1).1)
        if missing > 0 { grid.putRight(" more ", at: box.inset(by: 2).row(box.height - 1), Style(.dialog)) }
        grid.cursor = cursor
    }

    private func inner(_ width: Int) -> Int { min(width, self.width) - 4 }

    /// The question, and every key, on as many rows as that takes.
    private func foot(for width: Int) -> [Line] {
        (closing.isEmpty ? [] : Line(closing, .dialogTitle).wrapped(to: width)) + keys(for: width)
    }

    private func keys(for width: Int) -> [Line] {
        var rows: [Line] = []
        for button in hints.map(\.button) {
            let longer = [rows.last ?? .blank, button].joined(by: Line("   ", .dialog))
            if let last = rows.last, !last.isEmpty, longer.width > width {
                rows.append(button)
            } else {
                rows = rows.dropLast() + [longer]
            }
        }
        return rows
    }
}

extension Hint {
    fileprivate var button: Line { Line(" \(key) ", .button) + Line(" \(label)", .dialog) }
}
