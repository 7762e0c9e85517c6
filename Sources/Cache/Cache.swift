import GRDB
import Glibc
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
    private let inUse: FileLock?
    /// This opening found that the data directory is a copy of another (``CacheReader/copiedAt()``).
    package var foundCopied: Bool { isCopy.withLock { $0 } }
    private let isCopy = Mutex(false)
    /// Kept for its queue's sake (``Opening/refuseNewer()``).
    private let looked: DatabaseQueue?

    /// Opens, or makes, `shipdesk.sqlite` in `directory`, and brings its schema up to date, under a lock
    /// file: first openers race otherwise.
    package convenience init(directory: String, readOnly: Bool = false) throws(CacheError) {
        let place = DataDirectory(path: directory)
        if readOnly {
            guard place.hasDatabase else { throw .missing(directory: directory) }
            try self.init(Opening(path: place.database, readOnly: true), inUse: try? place.use())
            return
        }
        try place.makeDirectories()
        let lock = try place.lock()
        defer { lock.release() }
        try place.installRepaired()
        let opening = Opening(path: place.database)
        let looked = place.hasDatabase ? try opening.refuseNewer() : nil
        if looked == nil { try place.makeFile() }
        try self.init(opening, inUse: place.use(), looked: looked)
        try arrive(at: Place(path: place.database))
    }

    /// Opens one file, without the locks: for the tests and the simulation, which open thousands of copies.
    ///
    /// - Parameters:
    ///   - pooled: readers have connections of their own and never wait for the writer; otherwise one
    ///     connection does it all.
    ///   - durable: every commit reaches the disk before it returns.
    package convenience init(path: String, pooled: Bool = true, durable: Bool = true) throws(CacheError) {
        try self.init(Opening(path: path, pooled: pooled, durable: durable), inUse: nil)
    }

    private init(
        _ opening: Opening, inUse: FileLock?, looked: DatabaseQueue? = nil
    ) throws(CacheError) {
        self.inUse = inUse
        self.looked = looked
        isPooled = opening.pooled
        database = try opening.open()
        watchers = Watchers(database: database, path: opening.path)
    }

    private func arrive(at place: Place?) throws(CacheError) {
        guard let place else { return }
        do {
            let isKnown = try read { try $0.place() == place }
            if isKnown { return }
            let isCopied = try write { try $0.arrive(at: place, now: Int64(time(nil))) }
            isCopy.withLock { $0 = isCopied }
        } catch {
            throw (error as? CacheError) ?? .other(1)
        }
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
    @discardableResult
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

    /// Does something while no transaction of this process is open: one that is stopped in the midst of a
    /// write holds up every other process.
    package func atRest(_ body: () -> Void) throws {
        do {
            try database.barrierWriteWithoutTransaction { _ in body() }
        } catch { throw CacheError.translated(error) }
    }

    /// Calls `onChange` after every commit that changed something: ours on the thread that wrote, those of
    /// other processes on a queue of the cache's own, within milliseconds. Costs nothing while nobody writes.
    package func observe(_ onChange: @escaping @Sendable (Change) -> Void) -> Observation {
        watchers.add(onChange)
    }

    /// Ends every connection, so that the file may be copied or removed; what the log holds is in the file
    /// then, unless another process reads. Nothing can be read afterwards.
    package func close() throws {
        do {
            if !database.configuration.readonly {
                try database.writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
            }
            try database.close()
        } catch { throw CacheError.translated(error) }
    }
}
