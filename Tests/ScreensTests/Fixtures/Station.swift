import Model
import ViewModels

/// A station in a warehouse where it is Sunday, 2026-11-22, two minutes past two in the afternoon.
enum Station {
    static let now: Int64 = 1_795_352_520
    static let author = Author(person: "anna", station: "bench-3")
    static let elsewhere = Author(person: "ben", station: "bench-1")
    static let gala = Store(
        id: StoreID(1), name: "Spring Gala",
        identity: StoreIdentity(api: .runsignupTicketStore, baseURL: "https://store.test/rest", place: "7001")
    )
    static let run = Store(
        id: StoreID(2), name: "Harbour Run",
        identity: StoreIdentity(api: .runsignupTicketStore, baseURL: "https://store.test/rest", place: "7002")
    )

    static func surroundings(
        _ size: Layout, health: StoreHealth = healthy, isDemo: Bool = false, isReadOnly: Bool = false
    ) -> Surroundings {
        var surroundings = Surroundings(
            author: author, stores: [gala], isDemo: isDemo, isReadOnly: isReadOnly, layout: size)
        surroundings.clock = Clock(now: now, utcOffset: 3600)
        surroundings.health = [health]
        return surroundings
    }

    static let healthy = StoreHealth(
        store: gala.id, syncedAt: now - 40, queued: 1, sending: 2, leader: "bench-3", isLeader: true)

    static func key(_ id: Int) -> PurchaseKey { PurchaseKey(store: gala.id, purchase: PurchaseID(id)) }
}
