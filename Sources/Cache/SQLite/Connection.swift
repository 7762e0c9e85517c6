import GRDB
import GRDBSQLite

/// One connection, inside one transaction.
///
/// GRDB opens it, keeps its statements and begins and ends its transactions; values are bound and read here,
/// by position. No closure of a caller runs while a statement is being stepped through.
struct Connection {
    private let database: Database
    /// For what GRDB has no word for.
    var handle: OpaquePointer? { database.sqliteConnection }

    init(_ database: Database) { self.database = database }

    func run(_ sql: String, _ values: any Storable...) throws {
        try step(sql, values) { _ in }
    }

    func run(_ sql: String, _ values: [any Storable]) throws {
        try step(sql, values) { _ in }
    }

    /// Every row of the answer.
    func rows<T>(_ sql: String, _ values: any Storable..., read: (Row) -> T) throws -> [T] {
        try rows(sql, values, read: read)
    }

    func rows<T>(_ sql: String, _ values: [any Storable], read: (Row) -> T) throws -> [T] {
        var all: [T] = []
        try step(sql, values) { all.append(read($0)) }
        return all
    }

    /// The first row of the answer.
    func first<T>(_ sql: String, _ values: any Storable..., read: (Row) -> T) throws -> T? {
        try first(sql, values, read: read)
    }

    func first<T>(_ sql: String, _ values: [any Storable], read: (Row) -> T) throws -> T? {
        let statement = try database.cachedStatement(sql: sql).sqliteStatement
        defer { sqlite3_reset(statement) }
        try bind(values, to: statement)
        return try next(statement) ? read(Row(statement: statement)) : nil
    }

    /// The first column of the first row; nil where there is no row, or a NULL.
    func value<T: Storable>(_ sql: String, _ values: any Storable...) throws -> T? {
        let found: T?? = try first(sql, values) { $0[0] as T? }
        return found ?? nil
    }

    func exists(_ sql: String, _ values: any Storable...) throws -> Bool {
        try first(sql, values) { _ in true } ?? false
    }

    /// The rowid that the last insert made.
    var lastRow: Int64 { database.lastInsertedRowID }
    /// Rows that the last statement changed.
    var changes: Int { database.changesCount }

    /// Hands over row by row; what came before an error came.
    func each(_ sql: String, _ values: any Storable..., body: (Row) -> Void) throws {
        try step(sql, values, body)
    }

    func each(_ part: SQLPart, body: (Row) -> Void) throws {
        try step(part.sql, part.values, body)
    }

    private func step(_ sql: String, _ values: [any Storable], _ each: (Row) -> Void) throws {
        let statement = try database.cachedStatement(sql: sql).sqliteStatement
        defer { sqlite3_reset(statement) }
        try bind(values, to: statement)
        while try next(statement) { each(Row(statement: statement)) }
    }

    private func bind(_ values: [any Storable], to statement: OpaquePointer) throws {
        for (index, value) in values.enumerated() {
            let code = value.bind(to: statement, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw CacheError(code: code) }
        }
    }

    private func next(_ statement: OpaquePointer) throws -> Bool {
        let code = sqlite3_step(statement)
        if code == SQLITE_ROW { return true }
        guard code == SQLITE_DONE else { throw CacheError(code: code) }
        return false
    }
}

/// The row that a statement stands on.
struct Row {
    fileprivate let statement: OpaquePointer

    subscript<T: Storable>(index: Int) -> T { T.read(statement, at: Int32(index)) }
}
