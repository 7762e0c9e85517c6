import Terminal

/// Fields below one another. `>` stands before the focused one; a reason why a value cannot be taken stands
/// below its box.
package struct FieldColumn: Widget {
    package var fields: [Field]
    package var focused: Int?
    /// Cells of the label column; nil: the widest label.
    package var labelWidth: Int?

    package init(_ fields: [Field], focused: Int? = nil, labelWidth: Int? = nil) {
        self.fields = fields
        self.focused = focused
        self.labelWidth = labelWidth
    }

    package func height(for width: Int) -> Int { fields.reduce(0) { $0 + rows(of: $1) } }

    package func draw(into grid: inout Grid, in rect: Rect) {
        var rest = rect.top(0).1
        for (number, field) in fields.enumerated().dropFirst(firstField(in: rect.height)) {
            guard !rest.isEmpty else { return }
            let (own, below) = rest.top(rows(of: field))
            draw(field, isFocused: number == focused, into: &grid, in: own)
            rest = below
        }
    }

    /// Where not all fit, the fields above the focused one leave first.
    private func firstField(in height: Int) -> Int {
        guard let focused, fields.indices.contains(focused) else { return 0 }
        var first = 0
        while first < focused, fields[first...focused].reduce(0, { $0 + rows(of: $1) }) > height {
            first += 1
        }
        return first
    }

    /// A note beside a box without a width of its own only stays where enough is left to type into.
    private func boxWidth(of field: Field, in room: Int) -> Int {
        let beside = room - field.note.width - 2
        return field.boxWidth ?? (field.note.isEmpty || beside < FieldColumn.leastBox ? room : beside)
    }

    private static let leastBox = 16

    /// Long labels leave room for the boxes.
    private func labels(in width: Int) -> Int {
        let room = max(12, width - min(FieldColumn.usualBox, width / 2) - 4)
        return labelWidth ?? min(room, fields.reduce(0) { max($0, textWidth($1.label)) })
    }

    /// Cells that a box keeps beside a long label.
    private static let usualBox = 36

    private func rows(of field: Field) -> Int { field.below == nil ? 1 : 2 }

    private func draw(_ field: Field, isFocused: Bool, into grid: inout Grid, in rect: Rect) {
        let row = rect.row(0)
        let labels = labels(in: row.width)
        if isFocused { grid.put(">", at: row, Style(.mark)) }
        let label: Role = field.isDisabled ? .dim : isFocused ? .strong : .label
        // Names of one family differ at their ends.
        grid.put(clippedInside(field.label, to: labels), at: row.left(2).1.left(labels).0, Style(label))

        let right = row.left(2 + labels + 2).1
        let (box, rest) = right.left(boxWidth(of: field, in: right.width))
        field.drawBox(into: &grid, in: box, isFocused: isFocused)
        grid.put(field.note, at: rest.left(2).1)
        guard let below = field.below, rect.height > 1 else { return }
        let indent = max(2, min(2 + labels + 2, row.width - below.width))
        grid.put(below, at: rect.row(1).left(indent).1)
    }
}
