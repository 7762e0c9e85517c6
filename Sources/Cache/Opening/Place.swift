import Glibc
import Model

/// Which file on which machine: a copy of a data directory is another one.
struct Place: Equatable {
    var machine: String
    var inode: Int64

    /// - Parameter path: of the database file. Nil where there is none.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        inode = Int64(bitPattern: UInt64(status.st_ino))
        machine = Self.machine
    }

    init(machine: String, inode: Int64) {
        self.machine = machine
        self.inode = inode
    }

    /// What systemd calls the machine; empty where nobody gave it a name.
    private static let machine: String = {
        guard let file = fopen("/etc/machine-id", "re") else { return "" }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count).prefix { $0 > UInt8(ascii: " ") }, as: UTF8.self)
    }()
}

extension CacheReader {
    /// Unix seconds at which it was noticed that this data directory is a copy of another; nil for one that
    /// was never copied.
    package func copiedAt() throws -> Int64? { try db.value("SELECT copied_at FROM place") }

    /// Nil in a file that was never opened in its data directory.
    func place() throws -> Place? {
        try db.first("SELECT machine, inode FROM place") { Place(machine: $0[0], inode: $0[1]) }
    }

    /// This mark was open when the data directory was copied: its original may send it, or may have.
    package func isInherited(_ mark: MarkID) throws -> Bool {
        try db.value("SELECT 1 FROM inherited WHERE mark = ?", mark) as Int? != nil
    }
}

extension CacheWriter {
    /// Notes where the file lies now.
    ///
    /// - Parameter now: Unix seconds.
    /// - Returns: whether it was elsewhere before; then what is open is inherited from now on.
    func arrive(at place: Place, now: Int64) throws -> Bool {
        let known = try self.place()
        if known == place { return false }
        guard known != nil else {
            try db.run(
                "INSERT INTO place (id, machine, inode) VALUES (1, ?, ?)", place.machine, place.inode)
            return false
        }
        try db.run(
            "UPDATE place SET machine = ?, inode = ?, copied_at = ?", place.machine, place.inode, now)
        try db.run(
            """
            INSERT OR IGNORE INTO inherited
            SELECT id FROM marks WHERE state IN ('queued', 'sending', 'unknown')
            """)
        return true
    }

    /// A person has been asked about it.
    package func disinherit(_ mark: MarkID) throws {
        try db.run("DELETE FROM inherited WHERE mark = ?", mark)
    }
}
