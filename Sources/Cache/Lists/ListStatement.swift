import Model

/// A query over one store's list as SQL: where its rows come from, the conditions, the order.
struct ListStatement {
    let query: ListQuery
    let store: StoreID
    /// What the filter and the search ask of a row.
    var conditions: [SQLPart] = []
    var source = Source.walk

    /// Where the rows come from.
    enum Source {
        /// Along the index that serves the tab and the sort; the conditions are tried row by row.
        case walk
        /// Along the index of a column that must have one value, and is sorted by date within.
        case walkEqual(index: String)
        /// So few rows come into question that they are looked up and sorted: their numbers.
        case few(SQLPart)
    }

    var order: ListOrder { ListOrder(sort: query.sort) }

    private var table: SQLPart {
        switch source {
        case .walk: SQLPart("listing " + index)
        case .walkEqual(let index): SQLPart("listing INDEXED BY \(index)")
        case .few(let rows):
            SQLPart(
                "(\(rows.sql)) AS found CROSS JOIN listing ON listing.row = found.found_row",
                values: rows.values)
        }
    }

    private var index: String {
        let sort = query.sort
        switch (sort.column, query.filter) {
        case (.country, .attention), (.city, .attention), (.state, .attention), (.contents, .attention):
            return "INDEXED BY listing_attention_by_date"
        case (.country, _): return "INDEXED BY listing_by_country"
        case (.state, _): return "INDEXED BY listing_by_state_date"
        case (.city, .all), (.contents, .all): return "NOT INDEXED"
        case (.city, _), (.contents, _): return "INDEXED BY listing_by_state_date"
        case (_, .all): return "INDEXED BY listing_by_\(sort.column)"
        case (_, .attention): return "INDEXED BY listing_attention_by_\(sort.column)"
        default: return "INDEXED BY listing_by_state_\(sort.column)"
        }
    }

    private var condition: SQLPart {
        var all = [SQLPart("store = ?", store)]
        if query.filter == .attention { all.append(SQLPart("attention IS NOT NULL")) }
        if let state = query.filter.state { all.append(SQLPart("state = ?", state)) }
        return .all(all + conditions)
    }

    /// Rows on one side of a position, nearest first.
    ///
    /// Where rows have to be passed over, an index alone says which: only those of the window are looked up.
    func select(_ columns: String, _ side: ListSide, limit: Int?) -> SQLPart {
        guard passesOver || side.skipped > 0, limit != nil else {
            return selectDirectly(columns, side, limit: limit)
        }
        let rows = selectDirectly("row AS shown_row", side, limit: limit)
        let clause = order.clause(up: side.runsUp(in: query.sort))
        return SQLPart(
            """
            SELECT \(columns) FROM (\(rows.sql)) AS shown
            CROSS JOIN listing ON listing.row = shown.shown_row
            ORDER BY \(clause)
            """, values: rows.values)
    }

    private var passesOver: Bool {
        if case .few = source { return false }
        return switch query.sort.column {
        case .date, .id, .purchaser: !conditions.isEmpty
        case .country, .state: true
        case .city, .contents: false
        }
    }

    private func selectDirectly(_ columns: String, _ side: ListSide, limit: Int?) -> SQLPart {
        var part = SQLPart("SELECT \(columns) FROM ")
        part += table
        part += SQLPart(" WHERE ")
        part += condition
        part += self.side(side)
        part += SQLPart(" ORDER BY \(order.clause(up: side.runsUp(in: query.sort))) LIMIT ?", limit ?? -1)
        if side.skipped > 0 { part += SQLPart(" OFFSET ?", side.skipped) }
        return part
    }

    /// How many rows there are on one side of a position.
    func count(_ side: ListSide) -> SQLPart {
        var part = SQLPart("SELECT count(*) FROM ")
        part += table
        part += SQLPart(" WHERE ")
        part += condition
        part += self.side(side)
        return part
    }

    /// One row of the list, if it is in it.
    func select(_ columns: String, row: Int64) -> SQLPart {
        var part = SQLPart("SELECT \(columns) FROM listing WHERE row = ? AND ", row)
        part += condition
        return part
    }

    private func side(_ side: ListSide) -> SQLPart {
        guard let position = side.position else { return SQLPart("") }
        var part = SQLPart(" AND ")
        part += order.side(side.comparison(in: query.sort), of: position)
        return part
    }
}
