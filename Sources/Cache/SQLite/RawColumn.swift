import GRDBSQLite

/// A column's value as it stands, whatever it is: the schema knows numbers and texts.
enum RawColumn: Storable, Hashable {
    case null
    case number(Int64)
    case text(String)

    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .null: sqlite3_bind_null(statement, index)
        case .number(let number): number.bind(to: statement, at: index)
        case .text(let text): text.bind(to: statement, at: index)
        }
    }

    static func read(_ statement: OpaquePointer, at index: Int32) -> RawColumn {
        switch sqlite3_column_type(statement, index) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .number(.read(statement, at: index))
        default: .text(.read(statement, at: index))
        }
    }
}
