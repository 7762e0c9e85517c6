import Model

/// A purchase as last read, and where it stands in the cache.
struct StoredPurchase {
    var row: Int64
    var store: StoreID
    /// Missing from the store's list.
    var isGone: Bool
    var purchase: Purchase

    var key: PurchaseKey { PurchaseKey(store: store, purchase: purchase.id) }
}

/// The tables beside `purchases` that hold rows of a purchase: what it lacks is not asked for.
struct PurchaseParts: OptionSet, Storable {
    var rawValue: Int
    static let items = PurchaseParts(rawValue: 1)
    static let transfers = PurchaseParts(rawValue: 2)
    static let refunds = PurchaseParts(rawValue: 4)
    static let cancelled = PurchaseParts(rawValue: 8)
    static let ledger = PurchaseParts(rawValue: 16)

    init(rawValue: Int) { self.rawValue = rawValue }

    init(of purchase: Purchase) {
        self = []
        if !purchase.items.isEmpty { insert(.items) }
        if purchase.items.contains(where: \.isTransferred) { insert(.transfers) }
        if !purchase.refunds.isEmpty { insert(.refunds) }
        if !purchase.cancelled.isEmpty { insert(.cancelled) }
        if !purchase.ledger.isEmpty { insert(.ledger) }
    }

    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        rawValue.bind(to: statement, at: index)
    }
    static func read(_ statement: OpaquePointer, at index: Int32) -> PurchaseParts {
        PurchaseParts(rawValue: Int.read(statement, at: index))
    }
}

extension PurchasedItem {
    fileprivate var isTransferred: Bool { !transferredFrom.isEmpty || !transferredTo.isEmpty }
}
