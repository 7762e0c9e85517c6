/// Another purchase that goes to the same person at the same address, with something safe to ship: one
/// parcel could hold both.
package struct Companion: Sendable, Hashable {
    package var key: PurchaseKey
    /// What is safe to ship.
    package var contents: [ItemCount]
    package var isHeld: Bool
    package init(key: PurchaseKey, contents: [ItemCount], isHeld: Bool = false) {
        self.key = key
        self.contents = contents
        self.isHeld = isHeld
    }

    package var items: Int { contents.reduce(0) { $0 + $1.count } }

    /// `1044 (2 Shirt L, 1 Mug)`.
    package var words: String {
        let what = contents.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
        return "\(key.purchase) (\(what)\(isHeld ? "; on hold" : ""))"
    }
}
