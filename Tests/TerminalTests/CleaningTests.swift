import Testing

@testable import Terminal

@Suite("Foreign text on its way to the terminal")
struct CleaningTests {
    @Test(
        "What could act becomes a mark or goes",
        arguments: [
            ("12 Elm St\nApt 4", "12 Elm St␤Apt 4"), ("a\r\nb", "a␤b"), ("a\rb", "a␍b"), ("a\tb", "a␉b"),
            ("a\u{2028}b\u{2029}c\u{85}d", "a␤b␤c␤d"),
            ("\u{1B}[31mred", "␛[31mred"), ("\u{1B}]0;title\u{07}", "␛]0;title␇"),
            ("nul\u{0}del\u{7F}", "nul␀del␡"), ("c1\u{9B}31m", "c1·31m"),
            ("user\u{202E}txt.exe", "user·txt.exe"), ("\u{2066}x\u{2069}", "·x·"),
            ("a\u{200F}b\u{61C}c", "abc"),
            ("zero\u{200B}width\u{2060}", "zerowidth"), ("\u{FEFF}bom", "bom"),
            ("soft\u{AD}hyphen", "softhyphen"),
            ("\u{301}lone", "\u{FFFD}lone"), ("private \u{E000}", "private \u{FFFD}"),
            ("\u{FFFE}", "\u{FFFD}"), ("tag\u{E0041}\u{E0042}", "tag"), ("\u{FFF9}note", "·note"),
        ])
    func marks(text: String, expected: String) {
        #expect(cleaned(text) == expected)
    }

    @Test(
        "Honest text stays as it is",
        arguments: ["O'Neil, John", "Müller, Zoë", "山田 太郎", "Łódź", "Ελλάδα", "서울", "👍"])
    func honestTextStays(text: String) {
        #expect(cleaned(text) == text)
    }

    @Test(
        "What terminals do not agree on is cut to what they do",
        arguments: [
            ("👩‍🚀", "👩"), ("👨‍👩‍👧‍👦 x", "👨 x"), ("👍🏽", "👍"), ("🇩🇪", "DE"), ("❤️", "❤"), ("1️⃣", "1\u{20E3}"), ("🏽", "🏽"),
        ])
    func emoji(text: String, expected: String) {
        #expect(cleaned(text) == expected)
    }

    @Test("A stack of accents is cut at what curses keeps in a cell")
    func zalgo() {
        let glyph = glyphs(of: "e" + String(repeating: "\u{301}", count: 40))
        #expect(glyph.map(\.text.unicodeScalars.count) == [Glyph.maxScalars])
    }

    @Test("No cleaned text holds anything that acts, whatever went in; cleaning twice is cleaning once")
    func everyScalar() throws {
        var text = ""
        for value in UInt32(0)...0x2_FFFF where value % 7 == 0 || value < 0x3000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            text.unicodeScalars.append(scalar)
            if value % 5 == 0 { text += "a" }
        }
        let clean = cleaned(text)
        #expect(cleaned(clean) == clean)
        let dangerous = clean.unicodeScalars.filter { scalar in
            let properties = scalar.properties
            return properties.isDefaultIgnorableCodePoint
                || [.control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned]
                    .contains(properties.generalCategory)
        }
        #expect(dangerous.isEmpty, "\(dangerous.prefix(5).map(\.value))")
    }

    @Test("Where there is only ASCII, text stays readable and keeps its cells")
    func ascii() {
        #expect(asciiFallback("Müller, Zoë") == "Muller, Zoe")
        #expect(asciiFallback("山田 太郎") == "???? ????")
        #expect(asciiFallback("┌─┐│✓…") == "+-+|+~")
        #expect(asciiFallback("ÿĀſŁß") == "yAsLs")
        for text in ["naïve │ 札幌 👍 e\u{301} ␤", "plain"] {
            #expect(asciiFallback(text).utf8.count == textWidth(text))
        }
    }
}
