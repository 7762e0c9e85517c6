import Model

extension CacheReader {
    /// Some rows of a list, in its order; costs the same however long the list is.
    package func window(_ query: ListQuery, _ anchor: WindowAnchor, limit: Int) throws -> ListWindow {
        let side = ListSide(anchor)
        let names = try catalogue.names(db)
        var rows = try statements(for: query).flatMap { statement in
            let (sql, values) = statement.select(ListRow.columns(statement.column), side, limit: limit)
            return try db.rows(sql, values) { ListRow($0, names: names[statement.store] ?? [:]) }
        }
        if query.store == nil { sort(&rows, up: side.runsUp(in: query.sort)) }
        try addClaims(to: &rows)
        let nearest = rows.prefix(limit)
        return ListWindow(
            query: query, anchor: anchor, rows: side.isForward ? Array(nearest) : nearest.reversed())
    }

    /// How SQLite goes about a window, in its words: what a test holds to.
    package func plan(of query: ListQuery, _ anchor: WindowAnchor) throws -> [String] {
        try statements(for: query).flatMap { statement in
            let (sql, values) = statement.select("row", ListSide(anchor), limit: 1)
            return try db.rows("EXPLAIN QUERY PLAN " + sql, values) { $0[3] as String }
        }
    }

    /// Each store's part of a list; none where the search has no word that could be looked for.
    func statements(for query: ListQuery) throws -> [ListStatement] {
        let stores = try query.store.map { [$0] } ?? db.rows("SELECT id FROM stores ORDER BY id") { $0[0] }
        if query.search.allSatisfy(\.isWhitespace) {
            return stores.map { ListStatement(query: query, store: $0, search: nil) }
        }
        let names = try catalogue.names(db)
        return try stores.compactMap { store in
            guard let expression = SearchExpression(query.search, names: names[store] ?? [:]).text else {
                return nil
            }
            return ListStatement(query: query, store: store, search: try search(for: expression))
        }
    }

    private func search(for expression: String) throws -> ListSearch {
        let found: Int? = try db.value(
            "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)", expression,
            ListSearch.narrowLimit)
        return ListSearch(expression: expression, isNarrow: found ?? 0 < ListSearch.narrowLimit)
    }

    private func sort(_ rows: inout [ListRow], up: Bool) {
        rows.sort { up ? $0.position.isBefore($1.position) : $1.position.isBefore($0.position) }
    }
}

extension ListRow {
    static func columns(_ sortColumn: String) -> String {
        """
        row, store, id, date, purchaser, state, attention, is_waiting, contents, city, country,
        has_usable_address, hold_reason, has_memo, \(sortColumn)
        """
    }

    init(_ row: Row, names: [ItemKind: String]) {
        let waiting: Waiting = row[7]
        self.init(
            key: PurchaseKey(store: row[1], purchase: row[2]), position: RowPosition(row, key: 14),
            purchasedAt: row[3], purchaser: row[4], state: row[5], attention: attentionReasons(row[6]),
            isWaiting: waiting != .none, waiting: waiting.state,
            contents: Contents(text: row[8]).named(by: names), city: row[9], countryCode: row[10],
            hasUsableAddress: row[11], holdReason: row[12], hasMemo: row[13])
    }
}

extension RowPosition {
    /// The first column is the row, the one at `key` what the list is sorted by.
    init(_ row: Row, key: Int) {
        self.init(row: row[0])
        switch row[key] as RawColumn {
        case .number(let number): self.number = number
        case .text(let text): self.text = text
        case .null: break
        }
    }

    /// As SQLite sorts: bytes, then the row.
    func isBefore(_ other: RowPosition) -> Bool {
        if number != other.number { return number < other.number }
        if text != other.text { return text.utf8.lexicographicallyPrecedes(other.text.utf8) }
        return row < other.row
    }
}
