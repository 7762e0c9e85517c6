import GRDBSQLite

/// A value that stands in one column. Texts keep every byte, NULs too (GRDB's own conversion ends there).
protocol Storable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32
    /// The column's value; what SQLite makes of a NULL (0, empty) where the type has no nil.
    static func read(_ statement: OpaquePointer, at index: Int32) -> Self
}

extension Int64: Storable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        sqlite3_bind_int64(statement, index, self)
    }
    static func read(_ statement: OpaquePointer, at index: Int32) -> Int64 {
        sqlite3_column_int64(statement, index)
    }
}

extension Int: Storable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        sqlite3_bind_int64(statement, index, Int64(self))
    }
    static func read(_ statement: OpaquePointer, at index: Int32) -> Int {
        Int(sqlite3_column_int64(statement, index))
    }
}

extension Bool: Storable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        sqlite3_bind_int64(statement, index, self ? 1 : 0)
    }
    static func read(_ statement: OpaquePointer, at index: Int32) -> Bool {
        sqlite3_column_int64(statement, index) != 0
    }
}

extension String: Storable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        var text = self
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                // An empty text has no address, which SQLite would take for a NULL.
                guard let start = $0.baseAddress else {
                    return sqlite3_bind_text(statement, index, "", 0, transient)
                }
                return sqlite3_bind_text(statement, index, start, Int32($0.count), transient)
            }
        }
    }
    static func read(_ statement: OpaquePointer, at index: Int32) -> String {
        guard let start = sqlite3_column_text(statement, index) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, index))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
}

extension Optional: Storable where Wrapped: Storable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        self?.bind(to: statement, at: index) ?? sqlite3_bind_null(statement, index)
    }
    static func read(_ statement: OpaquePointer, at index: Int32) -> Wrapped? {
        sqlite3_column_type(statement, index) == SQLITE_NULL ? nil : Wrapped.read(statement, at: index)
    }
}

/// Tells SQLite to copy the text before the call returns.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
