import GRDB
import Glibc

/// How a database file is opened: write-ahead log, full durability, patience with other processes.
struct Opening {
    var path: String
    var readOnly = false
    var pooled = true
    var durable = true

    func open() throws(CacheError) -> any DatabaseWriter {
        do {
            let database = try connect()
            try prepare(database)
            return database
        } catch {
            throw (CacheError.translated(error) as? CacheError) ?? .other(1)
        }
    }

    /// Looks at the schema before anything is opened for writing, which touches the file.
    ///
    /// - Returns: what it looked with, closed. Kept, it lets the machine sleep: a queue that goes away is
    ///   seen off by a pool of threads, which libdispatch looks after once a second from then on.
    func refuseNewer() throws(CacheError) -> DatabaseQueue {
        do {
            let looking = Opening(path: path, readOnly: true, pooled: false)
            let database = try DatabaseQueue(path: path, configuration: looking.configuration)
            if try database.read(Schema.migrator.hasBeenSuperseded) { throw CacheError.newerSchema }
            try database.close()
            return database
        } catch {
            throw (CacheError.translated(error) as? CacheError) ?? .other(1)
        }
    }

    private func connect() throws -> any DatabaseWriter {
        pooled
            ? try DatabasePool(path: path, configuration: configuration)
            : try DatabaseQueue(path: path, configuration: configuration)
    }

    private var configuration: Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(10)
        configuration.journalMode = readOnly ? .default : .wal
        configuration.maximumReaderCount = 3
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -8000") }
        return configuration
    }

    /// Brings the schema up to date; refuses a newer one before anything is written.
    private func prepare(_ database: any DatabaseWriter) throws {
        let schema = Schema.migrator
        let (isNewer, isComplete) = try database.read {
            (try schema.hasBeenSuperseded($0), try schema.hasCompletedMigrations($0))
        }
        if isNewer { throw CacheError.newerSchema }
        if readOnly, !isComplete { throw CacheError.olderSchema }
        if !isComplete { try schema.migrate(database) }
        if !readOnly { try setDurability(database) }
    }

    /// After GRDB's own set-up, which settles for less.
    private func setDurability(_ database: any DatabaseWriter) throws {
        try database.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA synchronous = \(durable ? "FULL" : "OFF")")
        }
    }
}
