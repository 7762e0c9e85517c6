import Model

/// What a person typed, as an expression of the full-text index. Nothing typed is ever its syntax.
struct SearchExpression {
    /// Nil where nothing was typed that could be looked for.
    let text: String?

    init(_ typed: String, names: [ItemKind: String]) {
        let words = typed.split(whereSeparator: \.isWhitespace).map { spaced(String($0)) }
        let usable = words.filter { $0.contains { $0.isLetter || $0.isNumber } }
        let plainNames = names.mapValues { " " + plain($0) }
        let terms = usable.map { Self.term($0, plainNames) }
        text = terms.isEmpty ? nil : terms.joined(separator: " AND ")
    }

    /// The word as a phrase of which the last part may go on, or any item whose name has it.
    private static func term(_ word: String, _ plainNames: [ItemKind: String]) -> String {
        let start = " " + plain(word)
        let kinds = plainNames.filter { $0.value.contains(start) }.map { quoted(kindToken($0.key)) }
        return "(" + ([quoted(word) + "*"] + kinds.sorted()).joined(separator: " OR ") + ")"
    }

    private static func quoted(_ word: String) -> String {
        "\"" + word.filter { $0 != "\"" } + "\""
    }
}

/// Folded, with one space between words and nothing else.
private func plain(_ text: String) -> String {
    folded(spaced(text)).split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
}
