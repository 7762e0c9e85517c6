import Model

// The ledger of stores whose API keeps none. Like any ledger it is added to, and never changed.

extension CacheReader {
    /// In the order made.
    package func ownLedger(of key: PurchaseKey) throws -> [Fulfillment] {
        try db.rows(
            """
            SELECT item, at, quantity, deliver_by, tracking, address FROM own_ledger
            WHERE store = ? AND purchase = ? ORDER BY id
            """, key.store, key.purchase
        ) {
            let date: String? = $0[3]
            return Fulfillment(
                item: $0[0], at: $0[1], quantity: $0[2], deliverBy: date.flatMap { PlainDate($0) },
                tracking: $0[4], address: fromJSON($0[5]))
        }
    }
}

extension CacheWriter {
    package func addToOwnLedger(_ entry: Fulfillment, of key: PurchaseKey) throws {
        try db.run(
            """
            INSERT INTO own_ledger (store, purchase, item, at, quantity, deliver_by, tracking, address)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, key.store, key.purchase, entry.item, entry.at, entry.quantity,
            entry.deliverBy?.description, entry.tracking, try jsonText(entry.address))
    }
}
