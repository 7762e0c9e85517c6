import Model

// What reconciling by reading needs.

extension CacheReader {
    /// Purchases with marks that were sent and whose outcome a read may still change.
    package func purchasesToReconcile(in store: StoreID) throws -> Set<PurchaseID> {
        let purchases: [PurchaseID] = try db.rows(
            """
            SELECT DISTINCT purchase FROM marks WHERE store = ? AND request IS NOT NULL
                AND NOT (state = 'confirmed' AND claimed_at IS NOT NULL AND attempts = 1)
            """, store
        ) { $0[0] }
        return Set(purchases)
    }

    /// How many marks of a store stand in each open state.
    package func openCounts(of store: StoreID) throws -> [MarkState: Int] {
        let counts: [(String, Int)] = try db.rows(
            "SELECT state, count(*) FROM marks WHERE store = ? AND state IN \(MarkState.openList) GROUP BY state",
            store
        ) { ($0[0], $0[1]) }
        return counts.reduce(into: [:]) { result, count in
            if let state = MarkState(rawValue: count.0) { result[state] = count.1 }
        }
    }

    /// Entries that marks of ours made beside the ones that they claimed, and whose.
    package func lateClaims(of key: PurchaseKey) throws -> [EntryKey: MarkID] {
        let rows = try db.rows(
            """
            SELECT mark, item, at, quantity, tracking, ordinal FROM late_claims
            WHERE store = ? AND purchase = ?
            """, key.store, key.purchase
        ) { row in
            (
                EntryKey(item: row[1], at: row[2], quantity: row[3], tracking: row[4], ordinal: row[5]),
                row[0] as MarkID
            )
        }
        return Dictionary(rows) { $1 }
    }

    /// The `last_modified_ts` (Unix seconds) that a purchase was last seen with.
    package func lastModified(of key: PurchaseKey) throws -> Int64? {
        try db.value(
            "SELECT last_modified FROM purchases WHERE store = ? AND id = ?", key.store, key.purchase) ?? nil
    }

    /// Unix milliseconds when the read began that the row comes from; nil where an answer to one of our
    /// marks came since, so that the row is not what the server holds.
    package func readBegan(of key: PurchaseKey) throws -> Int64? {
        try db.value(
            """
            SELECT began FROM readings JOIN purchases ON purchases.row = readings.purchase
            WHERE store = ? AND id = ? AND began >= fresh_after
            """, key.store, key.purchase)
    }
}

extension CacheWriter {
    /// Ties an entry to a mark beside the one that it claimed: an attempt that landed late.
    package func claim(_ entry: EntryKey, by mark: MarkID, in key: PurchaseKey) throws {
        upkeep.subjects.insert(.marks)
        try db.run(
            """
            INSERT OR IGNORE INTO late_claims (mark, store, purchase, item, at, quantity, tracking, ordinal)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, mark, key.store, key.purchase, entry.item, entry.at, entry.quantity, entry.tracking,
            entry.ordinal)
    }
}
