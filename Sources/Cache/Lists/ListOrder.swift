import Model

/// What a list is sorted by, as SQL, and the position of a row in that order.
struct ListOrder {
    let sort: ListSort

    /// The columns, the one that decides first; the row breaks ties.
    var columns: [String] {
        switch sort.column {
        case .date: ["date", "row"]
        case .id: ["id_key", "row"]
        case .purchaser: ["purchaser_key", "row"]
        case .contents: ["quantity", "date", "row"]
        case .country: ["country_key", "date", "row"]
        case .city: ["city_key", "date", "row"]
        case .state: ["state", "date", "row"]
        }
    }

    func clause(up: Bool) -> String {
        columns.map { $0 + (up ? " ASC" : " DESC") }.joined(separator: ", ")
    }

    /// Rows on one side of a position.
    func side(_ comparison: String, of position: RowPosition) -> SQLPart {
        SQLPart(
            "(\(columns.joined(separator: ", "))) \(comparison) (\(SQLPart.marks(columns.count)))",
            values: values(of: position))
    }

    /// What ``position(_:from:)`` reads, but for the row.
    var selected: String {
        switch sort.column {
        case .date: "'', date"
        case .id, .purchaser: "\(columns[0]), 0"
        // As wide as any number that comes, so that texts compare as the numbers do.
        case .contents, .state: "printf('%010d', \(columns[0])), date"
        case .country, .city: "\(columns[0]), date"
        }
    }

    /// - Parameters:
    ///   - row: its number.
    ///   - start: the first column of ``selected``.
    func position(_ columns: Row, row: Int64, from start: Int) -> RowPosition {
        RowPosition(row: row, number: columns[start + 1], text: columns[start])
    }

    private func values(of position: RowPosition) -> [any Storable] {
        switch sort.column {
        case .date: [position.number, position.row]
        case .id, .purchaser: [position.text, position.row]
        case .contents, .state: [Int64(position.text) ?? 0, position.number, position.row]
        case .country, .city: [position.text, position.number, position.row]
        }
    }
}

extension RowPosition {
    /// As SQLite sorts: bytes, then numbers, then the row.
    func isBefore(_ other: RowPosition) -> Bool {
        if text != other.text { return text.utf8.lexicographicallyPrecedes(other.text.utf8) }
        if number != other.number { return number < other.number }
        return row < other.row
    }
}

/// A side of a position in a list: what is read, and in which direction.
struct ListSide {
    var position: RowPosition?
    /// Towards the end of the list.
    var isForward: Bool
    var includesPosition = false
    /// Rows to pass over first.
    var skipped = 0

    init(_ anchor: WindowAnchor) {
        switch anchor {
        case .first: (position, isForward) = (nil, true)
        case .last: (position, isForward) = (nil, false)
        case .after(let row): (position, isForward) = (row, true)
        case .before(let row): (position, isForward) = (row, false)
        case .from(let row): (position, isForward, includesPosition) = (row, true, true)
        case .at(let count): (position, isForward, skipped) = (nil, true, max(0, count))
        }
    }

    func runsUp(in sort: ListSort) -> Bool { isForward != sort.descending }

    func comparison(in sort: ListSort) -> String {
        (runsUp(in: sort) ? ">" : "<") + (includesPosition ? "=" : "")
    }
}
