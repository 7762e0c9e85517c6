import Model

extension CacheReader {
    /// What a scanner or a person names exactly: a purchase id, a confirmation code or a tracking number.
    /// Ids come first, then codes, then trackings.
    package func find(_ text: String, in stores: [StoreID]? = nil) throws -> [PurchaseKey] {
        let trimmed = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        let name = String(trimmed)
        guard !name.isEmpty else { return [] }
        let found = try withID(name) + withCode(name) + withTracking(comparableTracking(name))
        var seen: Set<PurchaseKey> = []
        return found.filter { stores?.contains($0.store) ?? true && seen.insert($0).inserted }
    }

    /// The purchases with this id, one for each store that has it; where none has, those with this code.
    package func purchases(named name: String, in stores: [StoreID]) throws -> [PurchaseKey] {
        let identified = try withID(name).filter { stores.contains($0.store) }
        return identified.isEmpty ? try withCode(name).filter { stores.contains($0.store) } : identified
    }

    private func withID(_ id: String) throws -> [PurchaseKey] {
        try stores().map { PurchaseKey(store: $0.id, purchase: PurchaseID(id)) }.filter {
            try row(of: $0) != nil
        }
    }

    private func withCode(_ code: String) throws -> [PurchaseKey] {
        try db.rows(
            "SELECT store, id FROM purchases WHERE code = ? COLLATE NOCASE ORDER BY row", code,
            read: PurchaseKey.init)
    }

    private func withTracking(_ key: String) throws -> [PurchaseKey] {
        guard !key.isEmpty else { return [] }
        let listed = try db.rows(
            """
            SELECT store, id FROM ledger JOIN purchases ON purchases.row = ledger.purchase
            WHERE tracking_key = ? AND tracking_key <> '' ORDER BY purchases.row
            """, key, read: PurchaseKey.init)
        let ours = try db.rows(
            "SELECT store, purchase FROM marks WHERE tracking_key = ? AND tracking_key <> '' ORDER BY id",
            key,
            read: PurchaseKey.init)
        return listed + ours
    }
}

extension PurchaseKey {
    fileprivate init(_ row: Row) { self.init(store: row[0], purchase: row[1]) }
}
