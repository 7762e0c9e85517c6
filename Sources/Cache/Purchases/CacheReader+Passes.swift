import Model

extension CacheReader {
    /// The number for a store's next pass: beyond every one that a purchase was seen in.
    package func nextPass(of store: StoreID) throws -> Int64 {
        let last: Int64? = try db.value(
            """
            SELECT max(pass) FROM readings
            WHERE purchase IN (SELECT row FROM purchases WHERE store = ?)
            """, store)
        return (last ?? 0) + 1
    }

    /// Whether a pass showed the purchase and no later one did.
    package func wasSeen(_ key: PurchaseKey, inPass pass: Int64) throws -> Bool {
        try db.exists(
            """
            SELECT 1 FROM readings JOIN purchases ON purchases.row = readings.purchase
            WHERE store = ? AND id = ? AND pass = ?
            """, key.store, key.purchase, pass)
    }

    /// The highest `last_modified_ts` (Unix seconds) of what a pass showed; nil where it showed nothing.
    package func highestModified(inPass pass: Int64, of store: StoreID) throws -> Int64? {
        try db.value(
            """
            SELECT max(last_modified) FROM purchases JOIN readings ON readings.purchase = purchases.row
            WHERE store = ? AND pass = ?
            """, store, pass) ?? nil
    }
}
