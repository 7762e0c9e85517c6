/// Puts code points together to glyphs, one after the other.
///
/// A glyph has exactly one code point with cells of its own, as a terminal and curses count them. So what
/// they may disagree on (joined emoji, skin tones, flags) never gets there: of such a sequence the first
/// emoji stays.
struct GlyphReader {
    private(set) var glyphs: [Glyph] = []
    /// The cells of all of them.
    private(set) var width = 0
    private var scalarsInLast = 0
    private var lastIsEmoji = false
    private var isJoined = false
    private var afterReturn = false

    mutating func read(_ scalar: Unicode.Scalar) {
        defer { afterReturn = scalar == "\r" }
        switch Fate.of(scalar) {
        case .base(let cells):
            addBase(scalar, cells)
        case .combining:
            combine(scalar)
        case .replaced(let glyph):
            // CR LF is one end of a line, not two.
            if afterReturn, scalar == "\n" { width -= glyphs.removeLast().width }
            start(glyph)
        case .dropped:
            break
        case .joiner:
            isJoined = lastIsEmoji
        case .modifier:
            if !lastIsEmoji { addBase(scalar, 2) }
        }
    }

    private mutating func addBase(_ scalar: Unicode.Scalar, _ cells: Int) {
        guard scalar.value >= 0x80 else { return start(Glyph.ascii[Int(scalar.value)]) }
        let isEmoji = scalar.mayBeEmoji && scalar.properties.isEmoji
        if isJoined, isEmoji {
            isJoined = false
        } else {
            start(Glyph(text: String(scalar), width: cells))
            lastIsEmoji = isEmoji
        }
    }

    /// A mark without a base would lie on whatever stands to the left of the text.
    private mutating func combine(_ scalar: Unicode.Scalar) {
        guard let last = glyphs.indices.last else { return start(.replacement) }
        guard scalarsInLast < Glyph.maxScalars else { return }
        glyphs[last].text.unicodeScalars.append(scalar)
        scalarsInLast += 1
    }

    private mutating func start(_ glyph: Glyph) {
        glyphs.append(glyph)
        width += glyph.width
        scalarsInLast = 1
        lastIsEmoji = false
        isJoined = false
    }
}

extension Unicode.Scalar {
    /// No letter is, and looking it up costs more than all the rest.
    fileprivate var mayBeEmoji: Bool { (0x2000..<0x3300).contains(value) || value >= 0x1F000 }
}
