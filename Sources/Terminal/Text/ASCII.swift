/// The text, cleaned, for a terminal that cannot show more than ASCII, in as many cells as before: lines and
/// marks by what looks like them, letters without their accents, and `?` for each cell of what is lost.
package func asciiFallback(_ text: String) -> String {
    if isPrintableASCII(text) { return text }
    return glyphs(of: text).reduce(into: "") { $0 += ascii(of: $1) }
}

private func ascii(of glyph: Glyph) -> String {
    let lost = String(repeating: "?", count: glyph.width)
    guard let scalar = glyph.text.unicodeScalars.first else { return lost }
    if scalar.isASCII { return String(scalar) }
    guard glyph.width == 1 else { return lost }
    return (symbols[scalar] ?? letter(scalar)).map { String($0) } ?? lost
}

/// U+00C0 to U+017F without accents, in the order of Unicode.
private func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0xC0..<0x180).contains(scalar.value) else { return nil }
    return Unicode.Scalar(latinLetters[Int(scalar.value) - 0xC0])
}

private let latinLetters = Array(
    ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
        + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
        + "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").utf8)

private let symbols: [Unicode.Scalar: Unicode.Scalar] = {
    let looks: [(String, Unicode.Scalar)] = [
        ("─━┄┅┈┉╌╍═‐‑‒–—−", "-"), ("│┃┆┇┊┋╎╏║▏▕¦", "|"),
        ("┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╭╮╰╯╔╗╚╝╠╣╦╩╬", "+"),
        ("█▉▊▋▌▐▓■▇▆▅", "#"), ("░▒▁▂▃▄▍▎·•∙", "."), ("…", "~"),
        ("‘’‚‛′´", "'"), ("“”„‟″«»", "\""), ("‹◀◂←", "<"), ("›▶▸→", ">"), ("▲▴↑", "^"), ("▼▾↓", "v"),
        ("✓✔", "+"), ("✗✘×", "x"), ("●◉", "*"), ("○◌", "o"), ("\u{A0}\u{2007}\u{202F}", " "),
        ("␤", "$"),
    ]
    return looks.reduce(into: [:]) { table, look in
        for scalar in look.0.unicodeScalars { table[scalar] = look.1 }
    }
}()
