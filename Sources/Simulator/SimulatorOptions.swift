import FoundationEssentials

/// What is simulated, and how the server behaves where nobody knows how the real one does.
package struct SimulatorOptions: Sendable {
    /// 0 takes a free one.
    package var port: Int
    /// Of the ticket store, and of each other where nothing else is said.
    package var purchases: Int
    package var racePurchases: Int?
    package var orders: Int?
    package var listings: Int?
    package var seed: UInt64
    package var ticketEventID: Int
    package var raceID: Int
    package var credentials: AcceptedCredentials
    package var tixstock: TixstockSettings
    package var evolution: EvolutionSettings
    package var behaviour: StoreBehaviour
    /// Seconds between purchases that come in while it runs; nil where none do.
    package var arrivesEvery: Int64?
    /// Purchases in a thousand that carry text which does not belong there.
    package var hostilePermille: Int
    /// Unix seconds.
    package var now: @Sendable () -> Int64

    package init(
        port: Int = 0, purchases: Int = 200, racePurchases: Int? = nil, orders: Int? = nil,
        listings: Int? = nil, seed: UInt64 = 1, ticketEventID: Int = 7001, raceID: Int = 9001,
        credentials: AcceptedCredentials = .demo, tixstock: TixstockSettings = TixstockSettings(),
        evolution: EvolutionSettings = EvolutionSettings(),
        behaviour: StoreBehaviour = StoreBehaviour(),
        arrivesEvery: Int64? = nil, hostilePermille: Int = 4,
        now: @escaping @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970) }
    ) {
        self.port = port
        self.purchases = purchases
        self.racePurchases = racePurchases
        self.orders = orders
        self.listings = listings
        self.seed = seed
        self.ticketEventID = ticketEventID
        self.raceID = raceID
        self.credentials = credentials
        self.tixstock = tixstock
        self.evolution = evolution
        self.behaviour = behaviour
        self.arrivesEvery = arrivesEvery
        self.hostilePermille = hostilePermille
        self.now = now
    }
}
