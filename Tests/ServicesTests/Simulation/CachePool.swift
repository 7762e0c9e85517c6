import FoundationEssentials
import Glibc
import Model
import Synchronization

@testable import Cache

/// Real cache files for the simulation's boxes. A world gives its files back, and the next one gets them
/// emptied: a new connection would spend more time on preparing its statements than a world takes.
enum CachePool {
    private struct State {
        var folder: String?
        var made = 0
        var free: [(path: String, cache: Cache)] = []
    }
    private static let state = Mutex(State())

    static func take(_ api: API = .runsignupTicketStore) throws -> (path: String, cache: Cache) {
        let taken = try state.withLock { state in
            if let free = state.free.popLast() { return free }
            let folder = try state.folder ?? makeFolder()
            state.folder = folder
            state.made += 1
            let path = "\(folder)/\(state.made).sqlite"
            return (path, try Cache(path: path, pooled: false, durable: false))
        }
        try taken.cache.write { writer in
            for table in try writer.tables() { try writer.db.run("DELETE FROM \(table)") }
            let identity = StoreIdentity(
                api: api, baseURL: "http://127.0.0.1:1", place: api == .tixstock ? "" : "7001")
            _ = try writer.adopt(identity, name: "simulated")
        }
        return taken
    }

    static func giveBack(_ path: String, _ cache: Cache) {
        state.withLock { $0.free.append((path, cache)) }
    }

    private static func makeFolder() throws -> String {
        let folder =
            FileManager.default.temporaryDirectory.path
            + "/shipdesk-simulation-\(ProcessInfo.processInfo.processIdentifier)"
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        atexit { CachePool.removeFolder() }
        return folder
    }

    private static func removeFolder() {
        if let folder = state.withLock({ $0.folder }) { try? FileManager.default.removeItem(atPath: folder) }
    }
}

extension CacheReader {
    /// All that hold data of stores.
    fileprivate func tables() throws -> [String] {
        try db.rows(
            """
            SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
                AND name NOT LIKE 'grdb_%' AND name NOT LIKE 'search_%' AND name <> 'names_generation'
            """
        ) { $0[0] }
    }
}
