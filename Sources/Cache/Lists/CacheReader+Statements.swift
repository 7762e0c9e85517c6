import Model

extension CacheReader {
    /// Each store's part of a list; none where the search has no word that could be looked for.
    func statements(for query: ListQuery) throws -> [ListStatement] {
        let stores = try query.store.map { [$0] } ?? db.rows("SELECT id FROM stores ORDER BY id") { $0[0] }
        guard query.isNarrowed else { return stores.map { ListStatement(query: query, store: $0) } }
        let names = try catalogue.names(db)
        let storeNames = query.conditions.terms.isEmpty ? [:] : try self.storeNames()
        return try stores.compactMap { store in
            var conditions = FilterConditions(
                query, store: store, storeName: storeNames[store] ?? "", names: names[store] ?? [:])
            if query.isSearching {
                guard let words = SearchExpression(query.search, names: names[store] ?? [:]).text else {
                    return nil
                }
                conditions.search(for: words)
            }
            if conditions.isImpossible { return nil }
            var statement = ListStatement(query: query, store: store, conditions: conditions.all)
            statement.source = try source(for: conditions, query, store)
            return statement
        }
    }

    private func storeNames() throws -> [StoreID: String] {
        let rows = try db.rows("SELECT id, name FROM stores") { ($0[0] as StoreID, $0[1] as String) }
        return Dictionary(rows) { $1 }
    }

    /// The condition that leaves the fewest rows leads to them, where they are few; otherwise the list is
    /// walked through along the index that serves its order, or that of a column with one value.
    private func source(
        for conditions: FilterConditions, _ query: ListQuery, _ store: StoreID
    ) throws -> ListStatement.Source {
        var best: (count: Int, rows: SQLPart)?
        for rows in conditions.leads {
            let most = best?.count ?? Self.few
            let count = try db.first("SELECT count(*) FROM (\(rows.sql) LIMIT ?)", rows.values + [most]) {
                $0[0] as Int
            }
            if let count, count < most { best = (count, rows) }
        }
        if let best { return .few(best.rows) }
        guard let index = conditions.equalIndex, query.sort.column == .date else { return .walk }
        return .walkEqual(index: index)
    }

    /// So few rows that sorting them costs less than walking through the list.
    private static let few = 4_000
}
