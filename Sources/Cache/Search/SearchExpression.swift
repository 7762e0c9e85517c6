import Model

/// What a person typed, as an expression of the full-text index. Nothing typed is ever its syntax.
struct SearchExpression {
    /// Nil where nothing was typed that could be looked for.
    let text: String?

    init(_ typed: String, names: [ItemKind: String]) {
        let words = Self.words(of: typed).map(spaced)
        let usable = words.filter { $0.contains { $0.isLetter || $0.isNumber } }
        let plainNames = names.mapValues { " " + plainWords($0) }
        let terms = usable.map { Self.term($0, plainNames) }
        text = terms.isEmpty ? nil : terms.joined(separator: " AND ")
    }

    /// The word as a phrase of which the last part may go on, or any item whose name has it.
    private static func term(_ word: String, _ plainNames: [ItemKind: String]) -> String {
        let start = " " + plainWords(word)
        let kinds = plainNames.filter { $0.value.contains(start) }.map { quoted(kindToken($0.key)) }
        return "(" + ([quoted(word) + "*"] + kinds.sorted()).joined(separator: " OR ") + ")"
    }

    /// Apart at blanks, but for phrases in quotes; a quote that is not closed is none.
    private static func words(of typed: String) -> [String] {
        let parts = typed.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
        let isClosed = parts.count % 2 == 1
        return parts.enumerated().flatMap { number, part in
            number % 2 == 1 && (isClosed || number < parts.count - 1)
                ? [part] : part.split(whereSeparator: \.isWhitespace).map(String.init)
        }
    }

    private static func quoted(_ word: String) -> String {
        "\"" + word.filter { $0 != "\"" } + "\""
    }
}

/// Folded, with one space between words and nothing else.
func plainWords(_ text: String) -> String {
    folded(spaced(text)).split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
}
