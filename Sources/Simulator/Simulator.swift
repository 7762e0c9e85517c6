import FoundationEssentials
import Model

/// The APIs on loopback, invented data behind them, and faults on demand.
///
/// The demo runs one as a child process; tests run one in their own (``withSimulator(_:_:)``) and look into
/// its ``store`` to compare what people were told with what is true.
package final class Simulator: Sendable {
    package let options: SimulatorOptions
    package let clock: ServerClock
    package let store: TicketStore
    package let race: RaceStore
    package let desk: LoginDesk
    package let orders: OrderBook
    package let inventory: Inventory
    package let faults: FaultPlan
    package let recorder = RequestRecorder()
    private let endpoints: TicketStoreEndpoints
    private let raceEndpoints: RaceStoreEndpoints
    private let loginEndpoints: LoginEndpoints
    private let orderEndpoints: TixstockEndpoints
    private let inventoryEndpoints: EvolutionEndpoints

    package init(_ options: SimulatorOptions = SimulatorOptions()) {
        self.options = options
        clock = ServerClock(options.now)
        store = TicketStore(
            world: World(options, seed: options.seed, count: options.purchases), behaviour: options.behaviour,
            clock: clock)
        var race = World(options, seed: options.seed &+ 2, count: options.racePurchases)
        race.catalogue = .race
        self.race = RaceStore(world: race, clock: clock)
        desk = LoginDesk(clock: clock)
        orders = OrderBook(
            world: World(options, seed: options.seed &+ 3, count: options.orders), clock: clock)
        inventory = Inventory(world: World(options, seed: options.seed &+ 4, count: options.listings))
        faults = FaultPlan(seed: options.seed &+ 1)
        let credentials = CredentialCheck(accepted: options.credentials, desk: desk)
        endpoints = TicketStoreEndpoints(
            store: store, credentials: credentials, ticketEventID: options.ticketEventID,
            raceID: options.raceID, faults: faults)
        raceEndpoints = RaceStoreEndpoints(store: self.race, credentials: credentials, raceID: options.raceID)
        loginEndpoints = LoginEndpoints(desk: desk, client: options.credentials.client)
        orderEndpoints = TixstockEndpoints(
            book: orders, settings: options.tixstock, clock: clock, faults: faults)
        inventoryEndpoints = EvolutionEndpoints(
            inventory: inventory, settings: options.evolution, clock: clock, faults: faults)
    }

    /// Where a RunSignup client's `base_url` points for this port.
    package static func baseURL(port: Int) -> String { baseURL(of: .runsignupTicketStore, port: port) }

    /// Where the `base_url` of a client of that API points for this port: one port serves them all.
    package static func baseURL(of api: API, port: Int) -> String {
        let root = "http://127.0.0.1:\(port)"
        return switch api {
        case .runsignupTicketStore, .runsignupRaceStore: root + "/rest"
        case .tixstock: root + "/v1"
        case .ticketEvolution: root
        }
    }

    /// One call through recorder, faults and endpoint.
    func answer(_ call: Call) async -> Answer {
        let number = recorder.began(call)
        defer { recorder.ended() }
        guard let rule = faults.draw(for: call.endpoint) else {
            return reach(call, number: number, fault: nil)
        }
        let isSkipped = rule.moment == .beforeEffect && !rule.fault.needsEndpoint
        let answer = isSkipped ? nil : reach(call, number: number, fault: rule.fault)
        return await rule.fault.spoil(answer, of: call.endpoint.api) ?? answer ?? Answer()
    }

    private func reach(_ call: Call, number: Int, fault: Fault?) -> Answer {
        switch call.endpoint {
        case .purchases, .fulfillment, .catalogue, .entity:
            endpoints.answer(call, number: number, fault: fault)
        case .racePurchases, .participants, .user: raceEndpoints.answer(call, fault: fault)
        case .login, .redemption, .refresh: loginEndpoints.answer(call)
        case .order, .orderUpdate: orderEndpoints.answer(call, number: number, fault: fault)
        case .inventory, .inventoryItem, .inventoryUpdate, .inventoryBulk, .ticketGroup, .ticketGroups:
            inventoryEndpoints.answer(call, number: number, fault: fault)
        }
    }
}

extension World {
    fileprivate init(_ options: SimulatorOptions, seed: UInt64, count: Int?) {
        self.init(
            seed: seed, count: count ?? options.purchases, startedAt: options.now(),
            arrivesEvery: options.arrivesEvery, hostilePermille: options.hostilePermille)
    }
}
