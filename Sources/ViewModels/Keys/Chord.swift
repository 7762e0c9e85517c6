/// One press as people write it: `f`, `space`, `pgdn`, `shift-down`, `ctrl-l`, `enter`, `esc`.
package struct Chord: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
    package let text: String

    /// Takes the text as it is; for what is known to be well written. See ``init(parsing:)``.
    package init(_ text: String) { self.text = text == " " ? "space" : text }
    package init(stringLiteral text: String) { self.init(text) }

    /// Nil where the text names no key: for what people write into files.
    package init?(parsing text: String) {
        guard Chord.isNamed(text) || text.count == 1 || Chord.isModified(text) else { return nil }
        self.init(text)
    }

    package var description: String { text }

    /// What it types; nil where it types nothing.
    package var character: Character? {
        if text == "space" { return " " }
        guard text.count == 1, let only = text.first, !only.isNewline else { return nil }
        return only
    }
    package var isPrintable: Bool { character != nil }

    /// As footers and help show it: `Enter`, `PgDn`, `^L`, `f`.
    package var label: String {
        if let known = Chord.labels[text] { return known }
        if text.hasPrefix("ctrl-") { return "^" + text.dropFirst(5).uppercased() }
        if text.hasPrefix("shift-") { return "Shift-" + Chord(String(text.dropFirst(6))).label }
        if text.hasPrefix("alt-") { return "Alt-" + text.dropFirst(4) }
        return text.count > 1 ? text.uppercased() : text
    }
}

extension Chord {
    private static let labels = [
        "enter": "Enter", "esc": "Esc", "tab": "Tab", "backtab": "Shift-Tab", "space": "Space",
        "backspace": "Backspace", "del": "Del", "ins": "Ins", "up": "Up", "down": "Down", "left": "Left",
        "right": "Right", "home": "Home", "end": "End", "pgup": "PgUp", "pgdn": "PgDn",
    ]

    /// The key that terminals send the same bytes for; nil where there is none.
    var twin: Chord? {
        ["ctrl-m": "enter", "ctrl-j": "enter", "ctrl-i": "tab", "ctrl-h": "backspace"][text].map { Chord($0) }
    }

    private static func isNamed(_ text: String) -> Bool {
        if labels[text] != nil || ["shift-up", "shift-down"].contains(text) { return true }
        guard text.hasPrefix("f"), let number = Int(text.dropFirst()) else { return false }
        return (1...24).contains(number)
    }

    private static func isModified(_ text: String) -> Bool {
        let parts = text.split(separator: "-", maxSplits: 1).map(String.init)
        guard parts.count == 2, let key = parts[1].first, parts[1].count == 1 else { return false }
        return parts[0] == "alt" || (parts[0] == "ctrl" && key.isLowercase && key.isASCII)
    }
}
