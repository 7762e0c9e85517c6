import Terminal

/// A label and a value that can be typed.
package struct Field: Sendable, Hashable {
    package var label: String
    package var value: String
    /// The caret stands before this character of the value; nil where it is at the end.
    package var caret: Int?
    /// Cells of the box, brackets included; nil: all that the row leaves.
    package var boxWidth: Int?
    /// Shown in an empty box.
    package var placeholder: String
    /// Behind the box: `of 2 safe`.
    package var note: Line
    /// Why the value cannot be taken; shown below, after `!`.
    package var invalid: String?
    /// Below the box, where nothing is wrong: what is to be known of the value.
    package var remark: Line?
    package var isDisabled: Bool

    package init(
        _ label: String, _ value: String, caret: Int? = nil, boxWidth: Int? = nil, placeholder: String = "",
        note: Line = .blank, invalid: String? = nil, remark: Line? = nil, isDisabled: Bool = false
    ) {
        self.label = label
        self.value = value
        self.caret = caret
        self.boxWidth = boxWidth
        self.placeholder = placeholder
        self.note = note
        self.invalid = invalid
        self.remark = remark
        self.isDisabled = isDisabled
    }
}

extension Field {
    /// What stands below the box: what is wrong comes first.
    var below: Line? { invalid.map { Line("! \($0)", .error) } ?? remark }

    /// The box: `[value   ]`, scrolled so that the caret can be seen.
    func drawBox(into grid: inout Grid, in rect: Rect, isFocused: Bool) {
        let role: Role =
            isDisabled ? .dim : invalid != nil ? .fieldInvalid : isFocused ? .fieldFocused : .field
        grid.fill(rect, " ", Style(role))
        grid.put("[", at: rect.left(1).0, Style(role))
        grid.put("]", at: rect.left(rect.width - 1).1, Style(role))
        drawValue(into: &grid, in: rect.inset(by: 1), role: role, isFocused: isFocused)
    }

    /// The value alone, without a box; where focused, with the terminal's cursor at the caret.
    package func drawValue(into grid: inout Grid, in rect: Rect, role: Role, isFocused: Bool) {
        let view = visible(in: rect.width, isFocused: isFocused)
        grid.put(view.text, at: rect, Style(value.isEmpty ? .dim : role))
        guard isFocused else { return }
        grid.cursor = Point(x: rect.x + view.caret, y: rect.y)
        grid.cursorIsVisible = true
    }

    /// The piece of the value that shows, and the caret's cell in it.
    func visible(in width: Int, isFocused: Bool) -> (text: String, caret: Int) {
        guard !value.isEmpty else { return (placeholder, 0) }
        guard isFocused, width > 0 else { return (value, 0) }
        var before = glyphs(of: String(value.prefix(caret ?? value.count)))
        let after = glyphs(of: String(value.dropFirst(caret ?? value.count)))
        var used = before.reduce(0) { $0 + $1.width }
        while used > width - 1, let first = before.first {
            used -= first.width
            before.removeFirst()
        }
        var shown = used
        let rest = after.prefix {
            shown += $0.width; return shown <= width
        }
        return ((before + rest).map(\.text).joined(), used)
    }
}
