/// A piece of SQL with what binds to its question marks.
struct SQLPart {
    var sql: String
    var values: [any Storable]

    init(_ sql: String, _ values: any Storable...) { self.init(sql, values: values) }

    init(_ sql: String, values: [any Storable]) {
        self.sql = sql
        self.values = values
    }

    static func += (a: inout SQLPart, b: SQLPart) {
        a.sql += b.sql
        a.values += b.values
    }

    /// Question marks for so many values.
    static func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }

    /// Those that hold one of `values`.
    static func oneOf(_ column: String, _ values: [any Storable]) -> SQLPart {
        SQLPart("\(column) IN (\(marks(values.count)))", values: values)
    }

    /// All of them, or what holds everywhere.
    static func all(_ parts: [SQLPart]) -> SQLPart { joined(parts, by: " AND ", orElse: "1") }
    /// Any of them, or what holds nowhere.
    static func any(_ parts: [SQLPart]) -> SQLPart { joined(parts, by: " OR ", orElse: "0") }
    static func not(_ part: SQLPart) -> SQLPart { SQLPart("NOT (\(part.sql))", values: part.values) }

    private static func joined(_ parts: [SQLPart], by word: String, orElse empty: String) -> SQLPart {
        guard parts.count > 1 else { return parts.first ?? SQLPart(empty) }
        return SQLPart(
            "(" + parts.map(\.sql).joined(separator: word) + ")", values: parts.flatMap(\.values))
    }
}
