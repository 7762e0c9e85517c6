/// A character as a terminal shows it: its text and the 1 or 2 cells that it takes.
package struct Glyph: Sendable, Hashable {
    /// One code point with cells of its own and at most four that combine with it: what curses can keep in a
    /// cell.
    package var text: String
    package var width: Int

    package init(text: String, width: Int) {
        self.text = text
        self.width = width
    }

    static let space = Glyph(text: " ", width: 1)
    static let ellipsis = Glyph(text: "…", width: 1)
    /// Stands for a character that cannot be shown safely.
    static let replacement = Glyph(text: "\u{FFFD}", width: 1)
    /// As many code points as curses keeps in one cell (`CCHARW_MAX`).
    static let maxScalars = 5

    /// The glyphs of ASCII by their code, so that the common case makes no strings.
    static let ascii: [Glyph] = (UInt8(0)..<0x7F).map {
        Glyph(text: String(UnicodeScalar($0)), width: 1)
    }
}

/// Text as cells: cleaned, combining marks with their base, everything with its width.
package func glyphs(of text: String) -> [Glyph] {
    if isPrintableASCII(text) { return text.utf8.map { Glyph.ascii[Int($0)] } }
    var reader = GlyphReader()
    for scalar in text.unicodeScalars { reader.read(scalar) }
    return reader.glyphs
}

/// Foreign text made harmless: what could move the cursor, change the terminal or turn the reading
/// direction becomes a visible mark or goes. ``Fate`` says what becomes what. Cleaning is done once.
package func cleaned(_ text: String) -> String {
    if isPrintableASCII(text) { return text }
    return glyphs(of: text).reduce(into: "") { $0 += $1.text }
}

/// The cells that the text takes once cleaned.
package func textWidth(_ text: String) -> Int {
    if isPrintableASCII(text) { return text.utf8.count }
    return glyphs(of: text).reduce(0) { $0 + $1.width }
}

/// The text, cleaned, cut to `width` cells, with `…` last where something was cut.
package func clipped(_ text: String, to width: Int) -> String {
    if text.utf8.count <= width, isPrintableASCII(text) { return text }
    return clippedGlyphs(of: text, to: width).reduce(into: "") { $0 += $1.text }
}

/// The text, cleaned, cut to `width` cells in its middle, so that both ends show.
package func clippedInside(_ text: String, to width: Int) -> String {
    let glyphs = glyphs(of: text)
    guard glyphs.reduce(0, { $0 + $1.width }) > width else { return clipped(text, to: width) }
    guard width > 2 else { return clipped(text, to: width) }
    var (start, end) = (0, 0)
    let front = glyphs.prefix {
        start += $0.width
        return start <= (width - 1) / 2
    }
    let back = glyphs.reversed().prefix {
        end += $0.width
        return end <= width / 2
    }
    return (front + [.ellipsis] + back.reversed()).map(\.text).joined()
}

/// The glyphs of the text that fit into `width` cells, with `…` last where some did not. Reads no further
/// than it must: an error text may be a megabyte.
func clippedGlyphs(of text: String, to width: Int) -> [Glyph] {
    guard width > 0 else { return [] }
    var reader = GlyphReader()
    for scalar in text.unicodeScalars {
        reader.read(scalar)
        if reader.width > width { break }
    }
    guard reader.width > width else { return reader.glyphs }
    var used = 0
    let fitting = reader.glyphs.prefix { glyph in
        used += glyph.width
        return used < width
    }
    return fitting + [.ellipsis]
}

func isPrintableASCII(_ text: String) -> Bool { isPrintableASCII(text.utf8[...]) }

func isPrintableASCII(_ bytes: Substring.UTF8View) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
}
