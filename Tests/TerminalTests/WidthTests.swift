import Testing

@testable import Terminal

@Suite("The width of text")
struct WidthTests {
    @Test(
        "Counts cells as terminals do",
        arguments: [
            ("", 0), ("abc", 3), ("Müller", 6), ("e\u{301}", 1), ("山田", 4), ("서울", 4), ("ｱ", 1), ("Ａ", 2),
            ("👍", 2), ("👩‍🚀", 2), ("👨‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🇩🇪", 2), ("❤️", 1), ("\u{200B}", 0), ("\n", 1),
            ("\u{10FFFF}", 1), ("─│…·␤", 5),
        ])
    func widths(text: String, cells: Int) {
        #expect(textWidth(text) == cells)
        #expect(glyphs(of: text).allSatisfy { (1...2).contains($0.width) })
    }

    @Test(
        "Cuts with a sign, and never through a wide character",
        arguments: [
            ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("abcd", 1, "…"), ("abcd", 0, ""), ("abcd", -1, ""),
            ("abc\u{301}", 3, "abc\u{301}"),
            ("山田太郎", 8, "山田太郎"), ("山田太郎", 7, "山田太…"), ("山田太郎", 6, "山田…"), ("山田太郎", 2, "…"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("a\nb", 9, "a␤b"),
        ])
    func clipping(text: String, width: Int, expected: String) {
        #expect(clipped(text, to: width) == expected)
        #expect(textWidth(clipped(text, to: width)) <= max(0, width))
    }

    @Test("The short cut for letters says what the C library says")
    func shortCut() {
        let letters = [0xC0..<0x250, 0x3041..<0x3097, 0x30A1..<0x30FB, 0x4E00..<0x9FF0, 0xAC00..<0xD7A4]
        let wrong = letters.joined().compactMap { Unicode.Scalar(UInt32($0)) }
            .filter { Fate.of($0) != Fate.byProperties($0) }
        #expect(wrong.isEmpty)
    }
}
