import CText

/// What becomes of a code point of foreign text on its way to the terminal.
///
/// | kind | becomes |
/// | --- | --- |
/// | line feed, CR LF, next line, line and paragraph separator | `␤` |
/// | other C0 controls and DEL | their picture: `␛`, `␉`, `␍`, `␀`, `␡` |
/// | C1 controls | `·` |
/// | bidi overrides, embeddings and isolates; other format characters | `·` |
/// | zero-width and other invisible characters, variation selectors, soft hyphen, byte order mark, bidi marks, tags | dropped: honest text has them, and nothing is seen of them anywhere |
/// | regional indicators | their letter: terminals do not agree on the width of a flag |
/// | private use, not a character, unknown to the C library | U+FFFD |
/// | emoji joined to another, skin tones | only the first emoji: terminals do not agree on the rest |
enum Fate: Equatable {
    /// Stands by itself, in so many cells.
    case base(cells: Int)
    /// Belongs to the glyph before.
    case combining
    /// Is shown as this glyph instead.
    case replaced(Glyph)
    case dropped
    /// U+200D: joins the next emoji to the one before.
    case joiner
    /// A skin tone.
    case modifier
}

extension Fate {
    static func of(_ scalar: Unicode.Scalar) -> Fate {
        switch scalar.value {
        case 0x20..<0x7F: .base(cells: 1)
        case 0x0A, 0x85, 0x2028, 0x2029: .shown(0x2424)
        case 0..<0x20: .shown(0x2400 + scalar.value)
        case 0x7F: .shown(0x2421)
        case 0x80..<0xA0: .replaced(.trace)
        case 0x200D: .joiner
        case 0x202A...0x202E, 0x2066...0x2069: .replaced(.trace)
        // The letters of most names: what ``byProperties(_:)`` says too, without looking it up.
        case 0xC0..<0x250: .base(cells: 1)
        case 0x3041..<0x3097, 0x30A1..<0x30FB, 0x4E00..<0x9FF0, 0xAC00..<0xD7A4: .base(cells: 2)
        case 0x1F1E6...0x1F1FF: .shown(scalar.value - 0x1F1E6 + 0x41)
        case 0x1F3FB...0x1F3FF: .modifier
        default: byProperties(scalar)
        }
    }

    static func byProperties(_ scalar: Unicode.Scalar) -> Fate {
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint { return .dropped }
        switch properties.generalCategory {
        case .format: return .replaced(.trace)
        case .privateUse, .surrogate, .unassigned: return .replaced(.replacement)
        default: break
        }
        let cells = Int(ctext_width(scalar.value))
        return cells < 0 ? .replaced(.replacement) : cells == 0 ? .combining : .base(cells: min(cells, 2))
    }

    private static func shown(_ code: UInt32) -> Fate {
        .replaced(Unicode.Scalar(code).map { Glyph(text: String($0), width: 1) } ?? .replacement)
    }
}

extension Glyph {
    /// Where something was that must not act, and has no picture.
    fileprivate static let trace = Glyph(text: "·", width: 1)
}
