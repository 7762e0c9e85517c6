import Terminal

/// A question or a message in the middle of the screen: title, text, and the keys that answer it.
package struct Dialog: Widget {
    package var title: String
    package var body: [any Widget]
    package var hints: [Hint]
    /// Cells, with the frame; narrower where the screen is.
    package var width: Int

    package init(_ title: String, body: [any Widget], hints: [Hint], width: Int = 60) {
        self.title = title
        self.body = body
        self.hints = hints
        self.width = width
    }

    package func height(for width: Int) -> Int {
        Stack(body).height(for: inner(width)) + 4 + hintRows(for: inner(width)).count
    }

    /// The box in the middle of `rect`. The keys stay where the text is cut.
    package func draw(into grid: inout Grid, in rect: Rect) {
        let box = rect.centered(Size(width: width, height: height(for: min(width, rect.width))))
        grid.fill(box, " ", Style(.dialog))
        grid.draw(Frame(Line(title, .dialogTitle), role: .dialog), in: box)
        let rows = hintRows(for: inner(box.width))
        let (bottom, above) = box.inset(by: 2, 1).bottom(rows.count)
        for (number, row) in rows.enumerated() { grid.put(row, at: bottom.row(number)) }
        let text = above.height > 2 ? above.top(1).1.bottom(1).1 : above
        grid.draw(Stack(body), in: text)
    }

    private func inner(_ width: Int) -> Int { min(width, self.width) - 4 }

    /// In a dialog every key shows, on as many rows as that takes.
    private func hintRows(for width: Int) -> [Line] {
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
    fileprivate var button: Line { Line(key, .button) + Line(" \(label)", .dialog) }
}
