/// Which purchases a walk along the shelves is for.
package enum PickScope: Sendable, Hashable {
    case purchases([PurchaseKey])
    /// All that a list shows, on all its pages.
    case list(ListQuery)
}

/// What to fetch for many purchases at once: quantities that are safe to ship, summed by item and variant,
/// in the order of the shelves.
package struct PickList: Sendable, Hashable {
    package var lines: [PickLine]
    /// How many purchases it is for.
    package var purchases: Int
    package var skipped: [PickSkip]

    package init(lines: [PickLine] = [], purchases: Int = 0, skipped: [PickSkip] = []) {
        self.lines = lines
        self.purchases = purchases
        self.skipped = skipped
    }

    package var items: Int { lines.reduce(0) { $0 + $1.quantity } }
    package var skippedCount: Int { skipped.reduce(0) { $0 + $1.count } }
}

/// One place at the shelves: an item in one variant.
package struct PickLine: Sendable, Hashable {
    package struct ID: Sendable, Hashable {
        package var store: StoreID
        package var kind: ItemKind
        package init(store: StoreID, kind: ItemKind) {
            self.store = store
            self.kind = kind
        }
    }
    package var id: ID
    /// `Shirt`; `#32` where there is no name.
    package var name: String
    /// `L, Red`; empty where the item has no variants.
    package var variant: String
    package var quantity: Int
    /// How many purchases it is for.
    package var purchases: Int
    /// The first of those purchases, in the list's order; so many as were asked for.
    package var sources: [PickSource]

    package init(
        id: ID, name: String, variant: String = "", quantity: Int, purchases: Int, sources: [PickSource]
    ) {
        self.id = id
        self.name = name
        self.variant = variant
        self.quantity = quantity
        self.purchases = purchases
        self.sources = sources
    }

    package var words: String { variant.isEmpty ? name : "\(name), \(variant)" }
}

/// A purchase behind a line.
package struct PickSource: Sendable, Hashable {
    package var key: PurchaseKey
    package var purchaser: String
    package var quantity: Int
    package init(key: PurchaseKey, purchaser: String, quantity: Int) {
        self.key = key
        self.purchaser = purchaser
        self.quantity = quantity
    }
}

/// Purchases that were left out, for one reason.
package struct PickSkip: Sendable, Hashable {
    package var reason: SkipReason
    package var count: Int
    /// The first few.
    package var examples: [PurchaseKey]
    package init(reason: SkipReason, count: Int, examples: [PurchaseKey]) {
        self.reason = reason
        self.count = count
        self.examples = examples
    }

    /// `3 purchases: on hold (1043, 1044, 1050)`.
    package var words: String {
        let ids = examples.map(\.purchase.text).joined(separator: ", ")
        let more = count > examples.count ? ", …" : ""
        return "\(count) \(count == 1 ? "purchase" : "purchases"): \(reason.words) (\(ids)\(more))"
    }
}
