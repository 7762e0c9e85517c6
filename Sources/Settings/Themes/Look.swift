import Terminal

/// What a theme file says of a role: `"foreground [on background] [bold dim reverse underline italic]"`.
struct Look: Sendable, Hashable {
    /// Names of the palette, or literal colours.
    var foreground = "default"
    var background = "default"
    var emphasis: Emphasis = []

    static let emphases: [String: Emphasis] = [
        "bold": .bold, "dim": .dim, "reverse": .reverse, "underline": .underline, "italic": .italic,
    ]

    /// Nil where a word stands in the wrong place.
    init?(_ text: String) {
        var words = text.split(separator: " ").map(String.init)[...]
        if let first = words.first, Look.emphases[first] == nil, first != "on" {
            foreground = words.removeFirst()
        }
        if words.first == "on" {
            words.removeFirst()
            guard let ground = words.popFirst(), Look.emphases[ground] == nil else { return nil }
            background = ground
        }
        for word in words {
            guard let one = Look.emphases[word] else { return nil }
            emphasis.formUnion(one)
        }
    }
}
