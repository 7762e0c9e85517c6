import Model

extension CacheWriter {
    /// A full pass came to its end: what two complete ones in a row did not show is gone, unless marks of it
    /// are open. Returns what is gone from now on. Nothing is deleted, and what comes back is gone no more.
    package func finishFullPass(_ pass: Int64, of store: StoreID) throws -> [PurchaseKey] {
        upkeep.subjects.insert(.purchases)
        try db.run(
            """
            UPDATE readings SET missed = missed + 1
            WHERE pass IS NOT ? AND purchase IN (SELECT row FROM purchases WHERE store = ?)
            """, pass, store)
        let vanished = try db.rows(
            """
            SELECT store, id FROM purchases JOIN readings ON readings.purchase = purchases.row
            WHERE store = ? AND missed >= 2 AND NOT is_gone AND NOT EXISTS (
                SELECT 1 FROM marks WHERE marks.store = purchases.store AND marks.purchase = purchases.id
                    AND marks.state IN \(MarkState.openList))
            ORDER BY purchases.row
            """, store
        ) { PurchaseKey(store: $0[0], purchase: $0[1]) }
        for key in vanished {
            try db.run("UPDATE purchases SET is_gone = 1 WHERE store = ? AND id = ?", key.store, key.purchase)
            upkeep.touch(key)
        }
        return vanished
    }
}
