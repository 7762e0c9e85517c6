import Model

// What stands around a purchase at the bench: notes, who packs it, what could go into the same parcel.
extension CacheReader {
    /// Oldest first.
    package func memos(of key: PurchaseKey) throws -> [Memo] {
        try db.rows(
            "SELECT text, person, station, at FROM memos WHERE store = ? AND purchase = ? ORDER BY id",
            key.store, key.purchase
        ) { Memo(text: $0[0], author: Author(person: $0[1], station: $0[2]), at: $0[3]) }
    }

    package func claim(of key: PurchaseKey) throws -> Claim? {
        try db.first(
            "SELECT person, station, process, since FROM claims WHERE store = ? AND purchase = ?", key.store,
            key.purchase, read: { Claim($0, at: 0) })
    }

    /// All that there are, by purchase; also those that nobody stands behind any more.
    package func claims() throws -> [PurchaseKey: Claim] {
        let rows = try db.rows("SELECT store, purchase, person, station, process, since FROM claims") {
            (PurchaseKey(store: $0[0], purchase: $0[1]), Claim($0, at: 2))
        }
        return Dictionary(rows) { $1 }
    }

    /// Other purchases with something safe to ship that go to the same person and address, oldest first; none
    /// for a purchase with nothing safe itself. One look into an index.
    ///
    /// - Parameter stores: where to look.
    package func companions(
        of key: PurchaseKey, in stores: [StoreID], limit: Int = 20
    ) throws -> [Companion] {
        guard let row = try row(of: key),
            let address: Int64 = try db.value("SELECT address_key FROM listing WHERE row = ?", row)
        else { return [] }
        let names = try catalogue.names(db)
        let found = try db.rows(
            """
            SELECT store, id, contents, state, date FROM listing INDEXED BY listing_by_address
            WHERE address_key = ? AND row <> ? LIMIT ?
            """, address, row, limit
        ) { row in
            let store: StoreID = row[0]
            return (
                Companion(
                    key: PurchaseKey(store: store, purchase: row[1]),
                    contents: Contents(text: row[2]).named(by: names[store] ?? [:]),
                    isHeld: (row[3] as PurchaseState) == .held), row[4] as Int64
            )
        }
        return found.filter { stores.contains($0.0.key.store) }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    /// A list shows who packs what; most of the time nobody does.
    func addClaims(to rows: inout [ListRow]) throws {
        let claims = try claims()
        if claims.isEmpty { return }
        for place in rows.indices { rows[place].claim = claims[rows[place].key] }
    }
}

extension Claim {
    fileprivate init(_ row: Row, at start: Int) {
        self.init(
            author: Author(person: row[start], station: row[start + 1]), process: row[start + 2],
            since: row[start + 3])
    }
}
