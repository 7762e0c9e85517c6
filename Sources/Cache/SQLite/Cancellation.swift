import GRDB
import GRDBSQLite
import Synchronization

/// Says to a read that runs long that nobody waits for it any more.
package final class Cancellation: Sendable {
    private let isSaid = Atomic(false)
    package init() {}

    package var isCancelled: Bool { isSaid.load(ordering: .relaxed) }
    package func cancel() { isSaid.store(true, ordering: .relaxed) }
}

extension Cache {
    /// As ``read(_:)``; ends with an error soon after it is cancelled.
    package func read<T>(until cancellation: Cancellation, _ body: (CacheReader) throws -> T) throws -> T {
        try read { reader in
            try reader.db.watched(by: cancellation) { try body(reader) }
        }
    }
}

extension Connection {
    /// SQLite asks every few thousand steps, some tenths of a millisecond, whether to go on.
    fileprivate func watched<T>(by cancellation: Cancellation, _ body: () throws -> T) throws -> T {
        let asked = Unmanaged.passUnretained(cancellation).toOpaque()
        sqlite3_progress_handler(
            handle, 5_000,
            {
                $0.map { Unmanaged<Cancellation>.fromOpaque($0).takeUnretainedValue().isCancelled ? 1 : 0 }
                    ?? 0
            },
            asked)
        defer { sqlite3_progress_handler(handle, 0, nil, nil) }
        return try withExtendedLifetime(cancellation) { try body() }
    }
}
