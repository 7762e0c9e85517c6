import Model

extension CacheReader {
    /// How many purchases each tab holds.
    ///
    /// - Parameter store: nil: all stores.
    package func counts(of store: StoreID? = nil) throws -> StateCounts {
        let rows = try db.rows(
            "SELECT filter, sum(count) FROM counts WHERE store = ifnull(?, store) GROUP BY filter", store
        ) { ($0[0] as String, $0[1] as Int) }
        return StateCounts(
            rows.reduce(into: [:]) { counts, row in
                if let filter = StateFilter(rawValue: row.0) { counts[filter] = row.1 }
            })
    }

    /// How many purchases a list holds; counted only where it is narrowed.
    package func count(matching query: ListQuery) throws -> Int {
        if !query.isNarrowed { return try counts(of: query.store)[query.filter] }
        return try sum(query, ListSide(.first))
    }

    /// How many rows of a list come before a position. Counts along an index: off the key path.
    package func rank(of position: RowPosition, in query: ListQuery) throws -> Int {
        try sum(query, ListSide(.before(position)))
    }

    /// Where a purchase stands in a list; nil where it is not in it.
    package func position(of key: PurchaseKey, in query: ListQuery) throws -> RowPosition? {
        guard query.store == nil || query.store == key.store, let row = try row(of: key),
            let statement = try statements(for: query).first(where: { $0.store == key.store })
        else { return nil }
        let order = statement.order
        let part = statement.select("row, \(order.selected)", row: row)
        return try db.first(part.sql, part.values) { order.position($0, row: $0[0], from: 1) }
    }

    /// Every purchase of a list, in its order.
    package func keys(matching query: ListQuery, limit: Int? = nil) throws -> [PurchaseKey] {
        try places(matching: query, limit: limit).map(\.key)
    }

    /// Everything about every purchase of a list, one at a time, in its order.
    package func details(
        matching query: ListQuery, limit: Int? = nil, body: (PurchaseDetail) throws -> Void
    ) throws {
        let stores = try stores().reduce(into: [:]) { $0[$1.id] = $1 }
        for place in try places(matching: query, limit: limit) {
            guard let store = stores[place.key.store], let stored = try stored(row: place.position.row)
            else { continue }
            try body(detail(stored, of: store))
        }
    }

    private func places(
        matching query: ListQuery, limit: Int?
    ) throws -> [(position: RowPosition, key: PurchaseKey)] {
        let side = ListSide(.first)
        var places = try statements(for: query).flatMap { statement in
            let order = statement.order
            let part = statement.select("row, id, \(order.selected)", side, limit: limit)
            return try db.rows(part.sql, part.values) { row in
                (
                    position: order.position(row, row: row[0], from: 2),
                    key: PurchaseKey(store: statement.store, purchase: row[1])
                )
            }
        }
        let up = side.runsUp(in: query.sort)
        if query.store == nil {
            places.sort { up ? $0.position.isBefore($1.position) : $1.position.isBefore($0.position) }
        }
        return limit.map { Array(places.prefix($0)) } ?? places
    }

    private func sum(_ query: ListQuery, _ side: ListSide) throws -> Int {
        try statements(for: query).reduce(0) { total, statement in
            let part = statement.count(side)
            return total + (try db.first(part.sql, part.values) { $0[0] as Int } ?? 0)
        }
    }
}
