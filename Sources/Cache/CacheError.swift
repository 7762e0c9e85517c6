import GRDB
import GRDBSQLite
import Model

/// Why the cache could not be opened, read or written. Nothing of an open transaction was kept.
package enum CacheError: Error, Sendable, Hashable {
    /// There is no cache in this directory, and a reader does not make one.
    case missing(directory: String)
    /// A file stands where the directory should be, or it may not be entered.
    case unusableDirectory(String)
    /// The file is not a database, or parts of it are broken.
    case damaged
    /// A newer shipdesk wrote it.
    case newerSchema
    /// An older shipdesk wrote it, and it was opened for reading only.
    case olderSchema
    case diskFull
    case readOnly
    /// Another process held it for longer than the time-out.
    case busy
    /// Another process has it open while it should be repaired.
    case inUse
    /// A mark is no longer in the state that a change was based on.
    case stale(MarkID, expected: MarkState, found: MarkState?)
    /// Two marks claim one entry of the ledger, or another rule of the schema is broken.
    case broken
    /// SQLite's own result code.
    case other(Int32)

    /// What happened and what to do, for people.
    package var sentence: String {
        switch self {
        case .missing(let directory): "There is no cache in \(directory) yet; run shipdesk sync first."
        case .unusableDirectory(let directory): "The data directory \(directory) cannot be used."
        case .damaged:
            "The cache is damaged; nothing is sent. Run shipdesk doctor --repair: it keeps the outbox."
        case .newerSchema: "A newer shipdesk wrote this cache; use that one. Nothing was touched."
        case .olderSchema: "An older shipdesk wrote this cache; open it once without --read-only."
        case .diskFull: "The disk is full: nothing was written. Make room and try again."
        case .readOnly: "The cache cannot be written to: look at the rights of the data directory."
        case .busy: "Another process keeps the cache busy; try again."
        case .inUse: "Another shipdesk has this cache open; quit it first."
        case .stale(let mark, let expected, let found):
            "Mark \(mark) is \(found?.rawValue ?? "gone") and no longer \(expected.rawValue)."
        case .broken: "The cache refused a change that would contradict what it holds."
        case .other(let code): "The cache failed (SQLite \(code)): \(String(cString: sqlite3_errstr(code)))."
        }
    }

    /// What a result code of SQLite means for people.
    init(code: Int32) {
        self =
            switch code & 0xff {
            case SQLITE_FULL: .diskFull
            case SQLITE_READONLY, SQLITE_PERM: .readOnly
            case SQLITE_BUSY, SQLITE_LOCKED: .busy
            case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
            case SQLITE_CONSTRAINT: .broken
            default: .other(code)
            }
    }

    /// Any error that GRDB or we threw; foreign ones (a caller's own) stay as they are.
    static func translated(_ error: any Error) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        return CacheError(code: error.extendedResultCode.rawValue)
    }
}
