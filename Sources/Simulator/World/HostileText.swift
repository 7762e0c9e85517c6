/// Texts that strangers put into a web form, by accident or not. Everything that shows or keeps them must
/// bear them; a few purchases in a thousand carry one.
enum HostileText {
    static let names: [String] = [
        "Line\nBreak", "Tab\tbed", "Bell\u{7}\u{1b}[31mRed\u{1b}[0m", "\u{202e}esreveR\u{202c}",
        "Zero\u{200b}Width\u{feff}",
        "👩‍👩‍👧‍👦 Family", "Z̷̢͝a̸̛l̵͠g̶̈́o̸͌", "Robert'); DROP TABLE purchases;--", "=HYPERLINK(\"http://example.invalid\")",
        "<script>alert(1)</script>", "null", "   ", "🇩🇪🇫🇷", "\u{85}NextLine\u{9b}31m", "ﷺ",
        "\"Quoted\", \\ and /",
        String(repeating: "Wolfeschlegelsteinhausenbergerdorff", count: 12),
    ]
    static let lines: [String] = [
        "1 Main St\r\nApt 2\r\n", "\u{202e}teertS niaM 1", "@SUM(1+1)*cmd|' /C calc'!A0", "🏠 " + "Rue 🐈‍⬛",
        String(repeating: "Very Long Street Name ", count: 40), "-", "100 %s %d %n Road",
        "\u{1b}]0;title\u{7}5 Oak St",
    ]
}
