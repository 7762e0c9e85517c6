import Model

// Ids that people brought in, of stores whose API lists none.

extension CacheReader {
    package func isTracked(_ key: PurchaseKey) throws -> Bool {
        try db.exists("SELECT 1 FROM tracked WHERE store = ? AND purchase = ?", key.store, key.purchase)
    }

    /// `Sandbox`, `Production`: what a store last called itself; nil where it never did.
    package func mode(of store: StoreID) throws -> String? {
        try db.value("SELECT mode FROM stores WHERE id = ?", store)
    }

    /// All, in an order that stays.
    package func tracked(in store: StoreID) throws -> [PurchaseID] {
        try db.rows("SELECT purchase FROM tracked WHERE store = ? ORDER BY purchase", store) { $0[0] }
    }

    /// Those that somebody still has to do something for, or that marks of ours are on their way to; the one
    /// that was read longest ago first.
    package func trackedAndOpen(in store: StoreID, limit: Int) throws -> [PurchaseID] {
        let over = [PurchaseState.shipped, .nothing].map { String($0.code) }.joined(separator: ", ")
        return try db.rows(
            """
            SELECT tracked.purchase FROM tracked
            LEFT JOIN purchases ON purchases.store = tracked.store AND purchases.id = tracked.purchase
            LEFT JOIN readings ON readings.purchase = purchases.row
            LEFT JOIN listing ON listing.row = purchases.row
            WHERE tracked.store = ? AND NOT ifnull(is_gone, 0)
                AND (listing.row IS NULL OR is_waiting > 0 OR listing.state NOT IN (\(over)))
            ORDER BY ifnull(began, 0), tracked.purchase LIMIT ?
            """, store, limit
        ) { $0[0] }
    }
}

extension CacheWriter {
    package func setMode(_ mode: String, of store: StoreID) throws {
        guard try self.mode(of: store) != mode else { return }
        upkeep.subjects.insert(.stores)
        try db.run("UPDATE stores SET mode = ? WHERE id = ?", mode, store)
    }

    /// - Parameter at: Unix seconds.
    /// - Returns: false where it was known already.
    @discardableResult
    package func track(_ key: PurchaseKey, at: Int64) throws -> Bool {
        try db.run(
            "INSERT OR IGNORE INTO tracked (store, purchase, since) VALUES (?, ?, ?)", key.store,
            key.purchase,
            at)
        return db.changes > 0
    }
}
