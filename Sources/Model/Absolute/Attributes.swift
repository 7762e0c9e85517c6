/// Values of an order or a listing by the names of its API's document: `order_status`, `in_hand_on`,
/// `seats[0].barcode`. Times, numbers and truths stand as the document writes them.
///
/// An empty text says that there is none; a name that is missing was not told, or is not to be changed.
package struct Attributes: Sendable, Hashable, Codable, ExpressibleByDictionaryLiteral {
    package private(set) var values: [String: String]

    package init(_ values: [String: String] = [:]) { self.values = values }

    package init(dictionaryLiteral elements: (String, String)...) {
        self.init(Dictionary(elements) { $1 })
    }

    package subscript(name: String) -> String? {
        get { values[name] }
        set { values[name] = newValue }
    }

    package var isEmpty: Bool { values.isEmpty }
    /// Sorted, so that people always see the same order.
    package var names: [String] { values.keys.sorted() }

    /// Only these, as far as they are here.
    package func only(_ names: some Sequence<String>) -> Attributes {
        let names = Set(names)
        return Attributes(values.filter { names.contains($0.key) })
    }

    /// With the other's values in place of its own.
    package func setting(_ other: Attributes) -> Attributes {
        Attributes(values.merging(other.values) { $1 })
    }

    /// Whether these names have values that mean the same; nil where one of the two does not tell.
    package func agrees(with other: Attributes, on name: String) -> Bool? {
        guard let ours = values[name], let theirs = other.values[name] else { return nil }
        return comparableTracking(ours) == comparableTracking(theirs)
    }
}

/// What a look at absolute values says of a change that was sent (exactly-once protocol, Absolute values).
package enum Outcome: Sendable, Hashable {
    /// They are as the change wanted them.
    case ours
    /// They are as before it.
    case before
    /// They are neither: somebody else changed them.
    case another
    /// The store does not show them.
    case untold

    /// - Parameters:
    ///   - change: what was sent.
    ///   - before: the same names, as they were just before; and those whose change means that somebody
    ///     was there since.
    ///   - shown: as they are.
    package init(of change: Attributes, before: Attributes, shown: Attributes) {
        let told = change.names.filter { shown[$0] != nil }
        if told.isEmpty {
            self = .untold
        } else if told.allSatisfy({ change.agrees(with: shown, on: $0) == true }) {
            self = .ours
        } else if told.allSatisfy({ before.agrees(with: shown, on: $0) ?? false }),
            !before.names.contains(where: { before.agrees(with: shown, on: $0) == false })
        {
            self = .before
        } else {
            self = .another
        }
    }
}
