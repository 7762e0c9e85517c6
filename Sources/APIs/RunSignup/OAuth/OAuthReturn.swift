/// What came back from the browser: the address it was sent to, or what a person pasted.
package enum OAuthReturn: Sendable, Hashable {
    /// A code, good for five minutes and once.
    case code(String)
    /// The person or the server said no; in words for people.
    case refused(words: String)
    /// It belongs to another login than the one that was begun.
    case foreign
    /// There is no code in it.
    case nothing

    /// - Parameters:
    ///   - text: a whole address (`http://localhost:8400/?code=…&state=…`), its query, a request's path, or
    ///     the bare code.
    ///   - state: of the login that was begun. A bare code has none and is taken as it is.
    package init(_ text: String, state: String) {
        let text = String(text.drop(while: \.isWhitespace).prefix { !$0.isWhitespace })
        let query = text.firstIndex(of: "?").map { String(text[text.index(after: $0)...]) } ?? text
        guard query.contains("=") else {
            self = OAuthReturn.isCode(text) ? .code(text) : .nothing
            return
        }
        let fields = OAuthReturn.fields(query)
        guard fields["state"] == state else {
            self = .foreign
            return
        }
        if let error = fields["error"] {
            self = .refused(words: Redaction().words(fields["error_description"] ?? error))
        } else if let code = fields["code"], OAuthReturn.isCode(code) {
            self = .code(code)
        } else {
            self = .nothing
        }
    }

    private static func isCode(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) } && !text.contains("://")
    }

    /// The first of each name; without the part behind `#`.
    private static func fields(_ query: String) -> [String: String] {
        query.prefix { $0 != "#" }.split(separator: "&").reduce(into: [:]) { fields, pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let name = percentDecoded(parts[0], plusIsSpace: true),
                let value = percentDecoded(parts[1], plusIsSpace: true), fields[name] == nil
            else { return }
            fields[name] = value
        }
    }
}
