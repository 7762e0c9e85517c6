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
        self.size = Size(width: max(0, size.width), height: max(0, size.height))
        cells = Array(repeating: .blank, count: self.size.width * self.size.height)
    }

    package var bounds: Rect { Rect(size) }

    /// Outside of the grid: blank on reading, nothing on writing. What is written is cleaned as by
    /// ``put(_:at:_:)`` and cut to its first glyph; a wide one takes the next cell too.
    package subscript(x: Int, y: Int) -> Cell {
        get { contains(x, y) ? cells[y * size.width + x] : .blank }
        set {
            guard contains(x, y) else { return }
            if newValue.text == cells[y * size.width + x].text {
                cells[y * size.width + x].style = newValue.style
            } else {
                write(glyphs(of: newValue.text).first ?? .space, x: x, y: y, newValue.style)
            }
        }
    }

    package func row(_ y: Int) -> ArraySlice<Cell> {
        (0..<size.height).contains(y) ? cells[(y * size.width)..<((y + 1) * size.width)] : []
    }

    /// Writes one line of text, cleaned, from the left of `rect`'s first row, and returns the cells used.
    /// What does not fit is cut; where something was cut, the last cell says so with `…`.
    @discardableResult
    package mutating func put(_ text: String, at rect: Rect, _ style: Style = .text) -> Int {
        guard !rect.isEmpty else { return 0 }
        let start = text.utf8.prefix(rect.width + 1)
        if isPrintableASCII(start) {
            let isCut = start.count > rect.width
            writeASCII(start.prefix(isCut ? rect.width - 1 : rect.width), x: rect.x, y: rect.y, style)
            if isCut { write(.ellipsis, x: rect.maxX - 1, y: rect.y, style) }
            return min(start.count, rect.width)
        }
        var x = rect.x
        for glyph in clippedGlyphs(of: text, to: rect.width) {
            write(glyph, x: x, y: rect.y, style)
            x += glyph.width
        }
        return x - rect.x
    }

    /// As ``put(_:at:_:)``, against the right edge.
    package mutating func putRight(_ text: String, at rect: Rect, _ style: Style = .text) {
        let width = min(rect.width, textWidth(text))
        put(text, at: Rect(x: rect.maxX - width, y: rect.y, width: width, height: rect.height), style)
    }

    /// Repeats the first glyph of `text` over `rect`; a wide one leaves an odd last column blank.
    package mutating func fill(_ rect: Rect, _ text: String = " ", _ style: Style = .text) {
        let glyph = glyphs(of: text).first ?? .space
        let area = rect.intersection(bounds)
        for y in area.y..<area.maxY {
            for x in stride(from: area.x, to: area.maxX, by: glyph.width) {
                write(x + glyph.width <= area.maxX ? glyph : .space, x: x, y: y, style)
            }
        }
    }

    /// Gives what stands in `rect` another style, keeping the text: a cursor row, a selection.
    package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let area = rect.intersection(bounds)
        for y in area.y..<area.maxY {
            for index in (y * size.width + area.x)..<(y * size.width + area.maxX) {
                cells[index].style = change(cells[index].style)
            }
        }
    }

    /// Most text is this: a byte is a cell, and only its two ends can cut a wide character in half.
    private mutating func writeASCII(_ text: Substring.UTF8View, x: Int, y: Int, _ style: Style) {
        let first = max(0, x)
        let end = min(size.width, x + text.count)
        guard first < end, (0..<size.height).contains(y) else { return }
        let row = y * size.width
        if cells[row + first].text.isEmpty { cells[row + first - 1].text = " " }
        if end < size.width, cells[row + end].text.isEmpty { cells[row + end].text = " " }
        var index = row + first
        for byte in text.dropFirst(first - x).prefix(end - first) {
            cells[index] = Cell(String(UnicodeScalar(byte)), style)
            index += 1
        }
    }

    /// A wide character whose one half is overwritten would shift the rest of the row: the other goes too.
    private mutating func write(_ glyph: Glyph, x: Int, y: Int, _ style: Style) {
        guard contains(x, y), x + glyph.width <= size.width else { return }
        let index = y * size.width + x
        if cells[index].text.isEmpty { cells[index - 1].text = " " }
        let next = x + glyph.width
        if next < size.width, cells[index + glyph.width].text.isEmpty {
            cells[index + glyph.width].text = " "
        }
        cells[index] = Cell(glyph.text, style)
        if glyph.width == 2 { cells[index + 1] = Cell("", style) }
    }

    private func contains(_ x: Int, _ y: Int) -> Bool {
        x >= 0 && y >= 0 && x < size.width && y < size.height
    }
}
