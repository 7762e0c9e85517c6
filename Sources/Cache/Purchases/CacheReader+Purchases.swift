import Model

extension CacheReader {
    package func purchase(_ key: PurchaseKey) throws -> Purchase? { try stored(key)?.purchase }

    /// Those that are in the cache, by key.
    package func purchases(_ keys: [PurchaseKey]) throws -> [PurchaseKey: Purchase] {
        try keys.reduce(into: [:]) { $0[$1] = try purchase($1) }
    }

    /// When the read that was last applied to it began, in Unix milliseconds; nil where it was never read.
    package func freshness(of key: PurchaseKey) throws -> Int64? {
        try db.value(
            """
            SELECT began FROM readings JOIN purchases ON purchases.row = readings.purchase
            WHERE store = ? AND id = ?
            """, key.store, key.purchase)
    }

    /// Whether two complete passes in a row did not show it.
    package func isGone(_ key: PurchaseKey) throws -> Bool {
        try db.value("SELECT is_gone FROM purchases WHERE store = ? AND id = ?", key.store, key.purchase)
            ?? false
    }

    func row(of key: PurchaseKey) throws -> Int64? {
        try db.value("SELECT row FROM purchases WHERE store = ? AND id = ?", key.store, key.purchase)
    }

    func stored(_ key: PurchaseKey) throws -> StoredPurchase? {
        try whole(db.first(Columns.byKey, key.store, key.purchase, read: Columns.read))
    }

    func stored(row: Int64) throws -> StoredPurchase? {
        try whole(db.first(Columns.byRow, row, read: Columns.read))
    }

    private func whole(_ head: (StoredPurchase, PurchaseParts)?) throws -> StoredPurchase? {
        guard var stored = head?.0, let parts = head?.1 else { return nil }
        if parts.contains(.items) { stored.purchase.items = try items(of: stored.row) }
        if parts.contains(.transfers) { try addTransfers(to: &stored) }
        if parts.contains(.refunds) { stored.purchase.refunds = try refunds(of: stored.row) }
        if parts.contains(.cancelled) { stored.purchase.cancelled = try cancelled(of: stored.row) }
        if parts.contains(.ledger) { stored.purchase.ledger = try ledger(of: stored.row) }
        return stored
    }
}

/// The purchase's own row.
private enum Columns {
    private static let select = """
        SELECT row, store, is_gone, parts, id, event_purchase, purchased_at, first_name, last_name,
            last_modified, code, is_cleared, attributes, store_hold, \(ShippingAddress.columns)
        FROM purchases
        """
    static let byKey = select + " WHERE store = ? AND id = ?"
    static let byRow = select + " WHERE row = ?"

    static func read(_ row: Row) -> (StoredPurchase, PurchaseParts) {
        var purchase = Purchase(
            id: row[4], ticketEventPurchaseID: row[5], purchasedAt: row[6], firstName: row[7],
            lastName: row[8], lastModified: row[9], confirmationCode: row[10], items: [],
            address: ShippingAddress(row, at: 14), isCleared: row[11])
        purchase.attributes = fromJSON(row[12]) ?? Attributes()
        purchase.storeHold = row[13]
        return (StoredPurchase(row: row[0], store: row[1], isGone: row[2], purchase: purchase), row[3])
    }
}
