/// What is wrong with one attribute of a change, found before anything leaves: for a form's field and for
/// the command line.
package struct AttributeFault: Error, Sendable, Hashable {
    /// As the document names it: `shipping_address.postcode`, `seats[2].barcode`.
    package var attribute: String
    /// What to do about it, for people: "Write the postcode." Nothing of the value.
    package var words: String

    package init(_ attribute: String, _ words: String) {
        self.attribute = attribute
        self.words = words
    }

    /// For where there is no field beside it.
    package var sentence: String { "\(attribute): \(words)" }
}

/// What a change does to a value that may be emptied.
package enum Edit<Value: Sendable & Hashable>: Sendable, Hashable {
    case keep
    case set(Value)
    /// Goes out as null.
    case clear

    package var value: Value? {
        if case .set(let value) = self { value } else { nil }
    }
}

extension StringProtocol {
    /// Empty, or nothing but spaces and line ends.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }

    /// Something before an `@` and a name with a dot after it, without spaces.
    var looksLikeEmail: Bool {
        let parts = split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !contains(where: \.isWhitespace), !parts[0].isEmpty else { return false }
        let names = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return names.count > 1 && names.allSatisfy { !$0.isEmpty }
    }
}
