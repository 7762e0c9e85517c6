/// One value that people may set, by its document's name: what a form asks for, whatever the store.
package struct ValueField: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case text
        /// A whole number.
        case number
        /// A number with or without decimals.
        case amount
        /// Whole numbers, between commas.
        case numbers
        case date
        /// `true` or `false`.
        case flag
        /// One of these words.
        case choice([String])
    }

    package var name: String
    package var kind: Kind
    /// What is to be known of it: `0 to 100`, `buyers see it`. Empty where its name says all.
    package var note: String
    /// Stands on the thing itself: a scan fills it, and goes on to the next that is.
    package var isScanned: Bool

    package init(_ name: String, _ kind: Kind = .text, note: String = "", isScanned: Bool = false) {
        self.name = name
        self.kind = kind
        self.note = note
        self.isScanned = isScanned
    }
}
