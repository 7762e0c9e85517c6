/// Which barcodes stand on which items of a store: what a scan of a thing in the hand means.
package struct ItemCodes: Sendable, Hashable {
    /// By code, as printed: no two items share one.
    package private(set) var kinds: [String: ItemKind]
    /// What the store calls its items, as far as known when the program began: to name a wrong one.
    package var names: [ItemKind: String] = [:]

    package init(_ kinds: [String: ItemKind] = [:]) { self.kinds = kinds }

    package var isEmpty: Bool { kinds.isEmpty }
    /// The item that carries the code.
    package subscript(code: String) -> ItemKind? { kinds[code] }
    /// Whether any code is known for the item, so that it can be scanned at all.
    package func hasCode(_ kind: ItemKind) -> Bool { kinds.values.contains(kind) }

    /// The item that had the code already, where that is another one; then nothing changes.
    package mutating func add(_ code: String, of kind: ItemKind) -> ItemKind? {
        if let other = kinds[code], other != kind { return other }
        kinds[code] = kind
        return nil
    }
}
