import Model

extension CacheReader {
    /// Some rows of a list, in its order; costs the same however long the list is.
    package func window(_ query: ListQuery, _ anchor: WindowAnchor, limit: Int) throws -> ListWindow {
        let side = ListSide(anchor)
        let names = try catalogue.names(db)
        let statements = try statements(for: query)
        if side.skipped > 0, statements.count > 1 { return try farWindow(query, anchor, statements, limit) }
        var rows = try statements.flatMap { statement in
            let order = statement.order
            let part = statement.select(ListRow.columns(order), side, limit: limit)
            return try db.rows(part.sql, part.values) {
                ListRow($0, order, names: names[statement.store] ?? [:])
            }
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
            let part = statement.select("row", ListSide(anchor), limit: 1)
            return try db.rows("EXPLAIN QUERY PLAN " + part.sql, part.values) { $0[3] as String }
        }
    }

    /// Far into the lists of several stores: SQLite merges them and passes over what comes before, then the
    /// window is read from its first row on.
    private func farWindow(
        _ query: ListQuery, _ anchor: WindowAnchor, _ statements: [ListStatement], _ limit: Int
    ) throws -> ListWindow {
        let order = ListOrder(sort: query.sort)
        let side = ListSide(.first)
        let parts = statements.map { statement in
            let part = statement.select("\(order.columns.joined(separator: ", "))", side, limit: nil)
            return SQLPart("SELECT * FROM (\(part.sql))", values: part.values)
        }
        let clause = order.clause(up: side.runsUp(in: query.sort))
        let sql = """
            SELECT row, \(order.selected) FROM (\(parts.map(\.sql).joined(separator: " UNION ALL ")))
            ORDER BY \(clause) LIMIT 1 OFFSET ?
            """
        let values = parts.flatMap(\.values) + [ListSide(anchor).skipped]
        let start = try db.first(sql, values) { order.position($0, row: $0[0], from: 1) }
        guard let start else { return ListWindow(query: query, anchor: anchor, rows: []) }
        return ListWindow(
            query: query, anchor: anchor, rows: try window(query, .from(start), limit: limit).rows)
    }

    private func sort(_ rows: inout [ListRow], up: Bool) {
        rows.sort { up ? $0.position.isBefore($1.position) : $1.position.isBefore($0.position) }
    }
}

extension ListRow {
    static func columns(_ order: ListOrder) -> String {
        """
        row, store, id, date, purchaser, state, attention, is_waiting, contents, city, country,
        has_usable_address, hold_reason, has_memo, \(order.selected)
        """
    }

    init(_ row: Row, _ order: ListOrder, names: [ItemKind: String]) {
        let waiting: Waiting = row[7]
        let date: Int64 = row[3]
        self.init(
            key: PurchaseKey(store: row[1], purchase: row[2]),
            position: order.position(row, row: row[0], from: 14),
            listedAt: date == Listing.undated ? nil : date, purchaser: row[4], state: row[5],
            attention: attentionReasons(row[6]),
            isWaiting: waiting != .none, waiting: waiting.state,
            contents: Contents(text: row[8]).named(by: names), city: row[9], countryCode: row[10],
            hasUsableAddress: row[11], holdReason: row[12], hasMemo: row[13])
    }
}
