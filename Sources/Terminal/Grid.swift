/// One cell: a base character with its combining marks, or the right half of a wide one.
package struct Cell: Sendable, Hashable {
    /// Clean (``cleaned(_:)``) and one or two cells wide; empty in the right half of a wide character.
    package var text: String
    package var style: Style
    package init(_ text: String = " ", _ style: Style = .text) {
        self.text = text
        self.style = style
    }
    package static let blank = Cell()
}

/// The screen as a value: what screens draw into and the driver shows.
///
/// Everything written is cleaned and clipped here, by the same width function that the driver uses, so no
/// foreign text can leave its rectangle.
package struct Grid: Sendable, Hashable {
    package let size: Size
    private var cells: [Cell]
    /// Where the terminal's own cursor is put, visible or not: screen readers follow it.
    package var cursor: Point?
    package var cursorIsVisible = false

    package init(_ size: Size) {
        self.size = size
        cells = Array(repeating: .blank, count: max(0, size.width * size.height))
    }

    package var bounds: Rect { Rect(size) }

    /// Outside of the grid: blank on reading, nothing on writing.
    package subscript(x: Int, y: Int) -> Cell {
        get { contains(x, y) ? cells[y * size.width + x] : .blank }
        set { if contains(x, y) { cells[y * size.width + x] = newValue } }
    }

    package func row(_ y: Int) -> ArraySlice<Cell> {
        (0..<size.height).contains(y) ? cells[(y * size.width)..<((y + 1) * size.width)] : []
    }

    /// Writes one line of text, cleaned, from the left of `rect`'s first row, and returns the cells used.
    /// What does not fit is cut; where something was cut, the last cell says so with `…`.
    @discardableResult
    package mutating func put(_ text: String, at rect: Rect, _ style: Style = .text) -> Int {
        guard !rect.isEmpty else { return 0 }
        var x = rect.x
        for glyph in glyphs(of: clipped(text, to: rect.width)) {
            write(glyph.text, width: glyph.width, x: x, y: rect.y, style)
            x += glyph.width
        }
        return x - rect.x
    }

    /// As ``put(_:at:_:)``, against the right edge.
    package mutating func putRight(_ text: String, at rect: Rect, _ style: Style = .text) {
        let width = min(rect.width, textWidth(text))
        put(text, at: Rect(x: rect.maxX - width, y: rect.y, width: width, height: rect.height), style)
    }

    package mutating func fill(_ rect: Rect, _ text: String = " ", _ style: Style = .text) {
        for y in rect.y..<rect.maxY {
            for x in rect.x..<rect.maxX { write(text, width: 1, x: x, y: y, style) }
        }
    }

    /// Gives what stands in `rect` another style, keeping the text: a cursor row, a selection.
    package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        for y in rect.y..<rect.maxY {
            for x in rect.x..<rect.maxX { self[x, y].style = change(self[x, y].style) }
        }
    }

    /// A wide character whose one half is overwritten would shift the rest of the row: its other half goes too.
    private mutating func write(_ text: String, width: Int, x: Int, y: Int, _ style: Style) {
        guard contains(x, y), x + width <= size.width else { return }
        if self[x, y].text.isEmpty { self[x - 1, y].text = " " }
        if x + width < size.width, self[x + width, y].text.isEmpty { self[x + width, y].text = " " }
        self[x, y] = Cell(text, style)
        if width == 2 { self[x + 1, y] = Cell("", style) }
    }

    private func contains(_ x: Int, _ y: Int) -> Bool {
        x >= 0 && y >= 0 && x < size.width && y < size.height
    }
}
