import Model

extension CacheReader {
    /// Everything that is known of one purchase, its numbers and its state worked out from it.
    package func detail(_ key: PurchaseKey) throws -> PurchaseDetail? {
        guard let stored = try stored(key), let store = try store(key.store) else { return nil }
        return try detail(stored, of: store)
    }

    func detail(_ stored: StoredPurchase, of store: Store) throws -> PurchaseDetail {
        let kept = try kept(with: stored.key)
        let figures = Figures(
            stored.purchase, marks: kept.marks, serverRemaining: kept.remaining, isGone: stored.isGone)
        let standing = Standing(
            stored.purchase, figures: figures, marks: kept.marks, alarms: kept.alarms,
            isHeld: kept.hold != nil, needsAddress: store.capabilities.addresses)
        var detail = PurchaseDetail(
            store: store, purchase: stored.purchase, figures: figures, standing: standing, marks: kept.marks,
            alarms: kept.alarms, names: try itemNames(of: stored), hold: kept.hold, isGone: stored.isGone,
            clockOffset: try clockOffset(of: store.id), memos: kept.memos)
        if !store.capabilities.addresses { detail.addressSource = try addressSource(of: stored.key) }
        return detail
    }

    /// By item number.
    private func itemNames(of stored: StoredPurchase) throws -> [Int: String] {
        let names = try names(of: stored.store)
        return stored.purchase.items.reduce(into: [:]) { $0[$1.num] = $1.kind.name(in: names) }
    }

    func clockOffset(of store: StoreID) throws -> Int64 {
        try db.value("SELECT clock_offset FROM stores WHERE id = ?", store) ?? 0
    }
}

extension ItemKind {
    /// The catalogue's name, or the numbers where it has none: `#32/714`.
    func name(in names: [ItemKind: String]) -> String {
        names[self] ?? variantID.map { "#\(itemID)/\($0)" } ?? "#\(itemID)"
    }
}
