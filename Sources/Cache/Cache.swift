import GRDB
import Model
import Synchronization

/// The one door to SQLite: what the stores said, what people marked, and what screens read.
///
/// Everything is synchronous. Many processes may have one directory open; each write is one transaction.
package final class Cache: Sendable {
    let database: any DatabaseWriter
    private let isPooled: Bool
    private let catalogue = Catalogue()
    private let watchers: Watchers

    /// Opens, or makes, `shipdesk.sqlite` in `directory`, and brings its schema up to date, under a lock
    /// file: first openers race otherwise.
    package convenience init(directory: String, readOnly: Bool = false) throws(CacheError) {
        let place = DataDirectory(path: directory)
        if !readOnly {
            try place.prepare()
        } else if !place.hasDatabase {
            throw .missing(directory: directory)
        }
        let lock = readOnly ? nil : try place.lock()
        defer { lock?.release() }
        try self.init(path: place.database, readOnly: readOnly)
    }

    /// Opens one file, without the lock: for the tests and the simulation, which open thousands of copies.
    ///
    /// - Parameters:
    ///   - pooled: readers have connections of their own and never wait for the writer; otherwise one
    ///     connection does it all.
    ///   - durable: every commit reaches the disk before it returns.
    package init(
        path: String, readOnly: Bool = false, pooled: Bool = true, durable: Bool = true
    ) throws(CacheError) {
        isPooled = pooled
        database = try Opening(path: path, readOnly: readOnly, pooled: pooled, durable: durable).open()
        watchers = Watchers(database: database, path: path)
    }

    /// Reads one consistent picture. Never waits for a writer where the cache is pooled.
    package func read<T>(_ body: (CacheReader) throws -> T) throws -> T {
        do {
            // Where one connection does it all, a guarded read would switch it to reading only and back, and
            // SQLite prepares every statement anew after that.
            return isPooled
                ? try database.read { try body(CacheReader(Connection($0), catalogue: catalogue)) }
                : try database.unsafeRead { try body(CacheReader(Connection($0), catalogue: catalogue)) }
        } catch { throw CacheError.translated(error) }
    }

    /// Writes in one transaction, which no other process can come between; an error keeps nothing of it.
    package func write<T>(_ body: (CacheWriter) throws -> T) throws -> T {
        do {
            let (answer, subjects) = try database.write { database in
                let writer = CacheWriter(Connection(database), catalogue: catalogue)
                let answer = try body(writer)
                try writer.finish()
                return (answer, writer.upkeep.subjects)
            }
            if !subjects.isEmpty { watchers.tell(Change(subjects: subjects, isOurs: true)) }
            return answer
        } catch {
            catalogue.forget()
            throw CacheError.translated(error)
        }
    }

    /// Calls `onChange` after every commit that changed something: ours on the thread that wrote, those of
    /// other processes on a queue of the cache's own, within milliseconds. Costs nothing while nobody writes.
    package func observe(_ onChange: @escaping @Sendable (Change) -> Void) -> Observation {
        watchers.add(onChange)
    }
}
