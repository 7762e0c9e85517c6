import Model

/// A query over one store's list as SQL: the condition, the order and what binds to them.
struct ListStatement {
    let query: ListQuery
    let store: StoreID
    /// Nil where nothing is searched.
    let search: ListSearch?

    /// The column that the list is sorted by; the row breaks ties.
    var column: String {
        switch query.sort.column {
        case .date: "date"
        case .id: "id_key"
        case .purchaser: "purchaser_key"
        }
    }

    /// Few finds lead to their rows, which are sorted; otherwise rows are walked through along the index that
    /// serves the list.
    private var table: String {
        if search?.isNarrow == true { return "search CROSS JOIN listing ON listing.row = search.rowid" }
        let suffix = "\(query.sort.column)"
        return switch query.filter {
        case .all: "listing INDEXED BY listing_by_\(suffix)"
        case .attention: "listing INDEXED BY listing_attention_by_\(suffix)"
        default: "listing INDEXED BY listing_by_state_\(suffix)"
        }
    }

    private var condition: String {
        var condition = "store = ?"
        if query.filter == .attention { condition += " AND attention IS NOT NULL" }
        if query.filter.state != nil { condition += " AND state = ?" }
        switch search?.isNarrow {
        case true?: condition += " AND search MATCH ?"
        case false?: condition += " AND row IN (SELECT rowid FROM search WHERE search MATCH ?)"
        case nil: break
        }
        return condition
    }

    private var values: [any Storable] {
        var values: [any Storable] = [store]
        if let state = query.filter.state { values.append(state) }
        if let search { values.append(search.expression) }
        return values
    }

    /// Rows on one side of a position, nearest first.
    func select(_ columns: String, _ side: ListSide, limit: Int?) -> (sql: String, values: [any Storable]) {
        var sql = "SELECT \(columns) FROM \(table) WHERE \(condition)"
        var values = values
        if let position = side.position {
            sql += " AND (\(column), row) \(side.comparison(in: query.sort)) (?, ?)"
            values += [key(of: position), position.row]
        }
        let direction = side.runsUp(in: query.sort) ? "ASC" : "DESC"
        sql += " ORDER BY \(column) \(direction), row \(direction) LIMIT ?"
        return (sql, values + [limit ?? -1])
    }

    /// How many rows there are on one side of a position.
    func count(_ side: ListSide) -> (sql: String, values: [any Storable]) {
        guard let position = side.position else {
            return ("SELECT count(*) FROM \(table) WHERE \(condition)", values)
        }
        let comparison = side.comparison(in: query.sort)
        return (
            "SELECT count(*) FROM \(table) WHERE \(condition) AND (\(column), row) \(comparison) (?, ?)",
            values + [key(of: position), position.row]
        )
    }

    /// One row of the list, if it is in it.
    func select(_ columns: String, row: Int64) -> (sql: String, values: [any Storable]) {
        ("SELECT \(columns) FROM \(table) WHERE \(condition) AND row = ?", values + [row])
    }

    private func key(of position: RowPosition) -> any Storable {
        query.sort.column == .date ? position.number : position.text
    }
}

/// What a list is narrowed to by what a person typed.
struct ListSearch {
    /// For the full-text index.
    var expression: String
    /// So few purchases are found that sorting them costs less than walking through the list.
    var isNarrow: Bool

    static let narrowLimit = 4_000
}

/// A side of a position in a list: what is read, and in which direction.
struct ListSide {
    var position: RowPosition?
    /// Towards the end of the list.
    var isForward: Bool
    var includesPosition = false

    init(_ anchor: WindowAnchor) {
        switch anchor {
        case .first: (position, isForward) = (nil, true)
        case .last: (position, isForward) = (nil, false)
        case .after(let row): (position, isForward) = (row, true)
        case .before(let row): (position, isForward) = (row, false)
        case .from(let row): (position, isForward, includesPosition) = (row, true, true)
        }
    }

    func runsUp(in sort: ListSort) -> Bool { isForward != sort.descending }

    func comparison(in sort: ListSort) -> String {
        (runsUp(in: sort) ? ">" : "<") + (includesPosition ? "=" : "")
    }
}
