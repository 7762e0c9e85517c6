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
        return Stack(body).height(for: inner) + 3 + foot(for: inner).count
    }

    /// The box in the middle of `rect`. Question and keys stay where the text is cut.
    package func draw(into grid: inout Grid, in rect: Rect) {
        let box = rect.centered(Size(width: width, height: height(for: min(width, rect.width))))
        grid.fill(box, " ", Style(.dialog))
        grid.draw(Frame(Line(title, .dialogTitle), role: .dialog), in: box)
        let inside = box.inset(by: 2, 1)
        let (bottom, above) = inside.bottom(foot(for: inside.width).count)
        for (number, row) in foot(for: inside.width).enumerated() where number < bottom.height {
            grid.put(row, at: bottom.row(number))
        }
        let stack = Stack(body, offset: offset)
        let isCut = stack.height(for: inside.width) > above.height
        let text = isCut ? above : above.top(1).1
        grid.draw(stack, in: text)
        if isCut { grid.putRight(" more ", at: box.inset(by: 2).row(box.height - 1), Style(.dialog)) }
        grid.cursor = Point(x: inside.x, y: inside.maxY - 1)
    }

    private func inner(_ width: Int) -> Int { min(width, self.width) - 4 }

    /// A blank row, the question, and every key, on as many rows as that takes.
    private func foot(for width: Int) -> [Line] {
        let question = closing.isEmpty ? [] : Line(closing, .dialogTitle).wrapped(to: width)
        return (hints.isEmpty && question.isEmpty ? [] : [.blank]) + question + keys(for: width)
    }

    private func keys(for width: Int) -> [Line] {
        var rest = hints[...]
        var rows: [Line] = []
        while !rest.isEmpty {
            let shown = max(1, Footer(Array(rest)).shown(in: width).count)
            rows.append(rest.prefix(shown).map(\.button).joined(by: Line("   ", .dialog)))
            rest = rest.dropFirst(shown)
        }
        return rows
    }
}

extension Hint {
    fileprivate var button: Line { Line(" \(key) ", .button) + Line(" \(label)", .dialog) }
}
