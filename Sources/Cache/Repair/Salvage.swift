import GRDB
import Glibc

/// Copies the kept tables of a damaged file to a new one, row by row, around what cannot be read.
struct Salvage {
    let from: String
    let to: String
    private(set) var carried: [String: Int] = [:]
    private(set) var torn: [String] = []

    init(from: String, to: String) {
        self.from = from
        self.to = to
    }

    /// Leaves one whole file, without side files.
    func run() throws -> Salvage {
        var result = self
        for suffix in DataDirectory.suffixes { unlink(to + suffix) }
        let new = try Opening(path: to, readOnly: false, pooled: false, durable: true).open()
        let old = try? DatabaseQueue(path: from, configuration: Self.readOnly)
        for table in Schema.keptTables { try result.copy(table, from: old, to: new) }
        try new.write { try Connection($0).run(Self.forgetPasses) }
        try result.move(in: new)
        try old?.close()
        try new.close()
        return result
    }

    private static var readOnly: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        return configuration
    }

    /// The purchases are gone, so the next pass must be a full one.
    private static let forgetPasses = """
        UPDATE stores SET watermark = NULL, last_pass_ended_at = NULL, last_full_pass_ended_at = NULL,
            phase = NULL, pass_id = NULL
        """

    /// The new file is in the old one's place: no copy, unless the old one was one that nobody had noticed.
    private func move(in new: any DatabaseWriter) throws {
        guard let old = Place(path: from), let place = Place(path: to) else { return }
        try new.write {
            try Connection($0).run(
                "UPDATE place SET inode = ? WHERE machine = ? AND inode = ?", place.inode, old.machine,
                old.inode)
        }
    }

    private mutating func copy(
        _ table: String, from old: DatabaseQueue?, to new: any DatabaseWriter
    ) throws {
        let known = try new.read { try Self.columns(of: table, Connection($0)) }
        // Outside a transaction, which a damaged page would keep from ending well.
        let rows = try? old?.inDatabase { database in
            let connection = Connection(database)
            let columns = try Self.columns(of: table, connection).filter(known.contains)
            return (columns, Self.rows(of: table, columns, connection))
        }
        guard let (columns, (values, isWhole)) = rows, !columns.isEmpty else { return torn.append(table) }
        if !isWhole { torn.append(table) }
        carried[table] = try new.write { try Self.insert(values, columns, into: table, Connection($0)) }
    }

    private static func columns(of table: String, _ connection: Connection) throws -> [String] {
        try connection.rows("SELECT name FROM pragma_table_info(?)", table) { $0[0] }
    }

    /// What the table itself is sorted by.
    private static func keyColumns(of table: String, _ connection: Connection) -> [String] {
        let columns: [String]? = try? connection.rows(
            """
            SELECT name FROM pragma_table_info(?1) WHERE pk > 0
                AND (SELECT wr FROM pragma_table_list WHERE name = ?1) ORDER BY pk
            """, table
        ) { $0[0] }
        return columns.flatMap { $0.isEmpty ? nil : $0 } ?? ["rowid"]
    }

    /// From the front as far as it goes, and where that is not to the end, from the back.
    private static func rows(
        of table: String, _ columns: [String], _ connection: Connection
    ) -> (values: [[RawColumn]], isWhole: Bool) {
        let key = keyColumns(of: table, connection)
        let (front, isWhole) = rows(of: table, columns, by: key.map { $0 + " ASC" }, connection)
        if isWhole { return (front, true) }
        let (back, _) = rows(of: table, columns, by: key.map { $0 + " DESC" }, connection)
        let seen = Set(front)
        return (front + back.filter { !seen.contains($0) }, false)
    }

    private static func rows(
        of table: String, _ columns: [String], by order: [String], _ connection: Connection
    ) -> (values: [[RawColumn]], isWhole: Bool) {
        var values: [[RawColumn]] = []
        let sql = """
            SELECT \(columns.joined(separator: ", ")) FROM \(table) NOT INDEXED
            ORDER BY \(order.joined(separator: ", "))
            """
        do {
            try connection.each(sql) { row in values.append(columns.indices.map { row[$0] }) }
            return (values, true)
        } catch {
            return (values, false)
        }
    }

    private static func insert(
        _ rows: [[RawColumn]], _ columns: [String], into table: String, _ connection: Connection
    ) throws -> Int {
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        let sql = "INSERT OR IGNORE INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
        return try rows.reduce(0) { count, row in
            try connection.run(sql, row)
            return count + connection.changes
        }
    }
}
