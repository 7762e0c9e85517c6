/// A value of a YAML file that knows its line. Types are decided by whoever reads it, not by its look:
/// `007` is no octal number here and `no` is no boolean unless a boolean is asked for.
package struct YAMLValue: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        /// `isQuoted`: in quotes or a block, so it is text whatever it looks like.
        case scalar(String, isQuoted: Bool)
        case list([YAMLValue])
        case mapping([Entry])
    }

    package struct Entry: Sendable, Hashable {
        package var key: String
        /// The key's own line.
        package var line: Int
        package var value: YAMLValue
    }

    package var content: Content
    /// From 1.
    package var line: Int

    /// Nothing stands there: `key:`, `key: ~`, `key: null`.
    var isEmpty: Bool {
        guard case .scalar(let text, isQuoted: false) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// The scalar as text; nil for an empty one, a list or a mapping.
    var text: String? {
        guard case .scalar(let text, _) = content, !isEmpty else { return nil }
        return text
    }

    /// The scalar as text where it stands without quotes.
    var plainText: String? {
        guard case .scalar(let text, isQuoted: false) = content, !isEmpty else { return nil }
        return text
    }

    var list: [YAMLValue]? {
        guard case .list(let values) = content else { return nil }
        return values
    }

    var entries: [Entry]? {
        guard case .mapping(let entries) = content else { return nil }
        return entries
    }
}
