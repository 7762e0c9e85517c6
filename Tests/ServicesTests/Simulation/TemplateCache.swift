import Cache
import FoundationEssentials
import Model
import Synchronization

/// A migrated cache file with one store, copied for every box: thousands are needed.
enum TemplateCache {
    private static let made = Mutex<(folder: String, copies: Int)?>(nil)

    static func copy() throws -> String {
        try made.withLock { made in
            let folder = try made?.folder ?? make()
            let copies = (made?.copies ?? 0) + 1
            made = (folder, copies)
            let path = "\(folder)/\(copies).sqlite"
            try FileManager.default.copyItem(atPath: "\(folder)/template.sqlite", toPath: path)
            return path
        }
    }

    static func remove(_ path: String) {
        for file in [path, path + "-wal", path + "-shm"] { try? FileManager.default.removeItem(atPath: file) }
    }

    private static func make() throws -> String {
        let folder =
            FileManager.default.temporaryDirectory.path
            + "/shipdesk-simulation-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = "\(folder)/template.sqlite"
        remove(path)
        let cache = try Cache(path: path, pooled: false, durable: false)
        let identity = StoreIdentity(api: .runsignupTicketStore, baseURL: "http://127.0.0.1:1", place: "7001")
        _ = try cache.write { try $0.adopt(identity, name: "simulated") }
        return folder
    }
}
