import Cache
import FoundationEssentials
import Model

/// A cache in a folder of its own, which goes when the test lets go of it.
final class TemporaryCache {
    let folder: TemporaryFolder
    let cache: Cache
    let store: Store

    /// Pooled, under its locks, as a dashboard opens it.
    init() throws {
        folder = TemporaryFolder()
        cache = try Cache(directory: folder.path)
        store = try cache.write { try $0.adopt(.ticketStore("7001"), name: "spring-gala") }
    }

    var id: StoreID { store.id }
    func key(_ number: Int) -> PurchaseKey { PurchaseKey(store: id, purchase: PurchaseID(number)) }

    func save(_ purchases: Purchase..., readBegan: Int64 = 1000, pass: Int64? = nil) throws {
        try cache.write { try $0.save(purchases, in: id, readBegan: readBegan, pass: pass) }
    }
}

final class TemporaryFolder: Sendable {
    let path: String

    init() { path = "/tmp/shipdesk-cache-\(UInt64.random(in: 0 ... .max))" }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension StoreIdentity {
    static func race(_ race: String) -> StoreIdentity {
        StoreIdentity(api: .runsignupRaceStore, baseURL: "https://example.test/rest", place: race)
    }

    static func ticketStore(_ event: String) -> StoreIdentity {
        StoreIdentity(api: .runsignupTicketStore, baseURL: "https://example.test/rest", place: event)
    }
}
