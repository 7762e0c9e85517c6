import FoundationEssentials

/// The APIs on loopback, invented data behind them, and faults on demand.
///
/// The demo runs one as a child process; tests run one in their own (``withSimulator(_:_:)``) and look into
/// its ``store`` to compare what people were told with what is true.
package final class Simulator: Sendable {
    package let options: SimulatorOptions
    package let clock: ServerClock
    package let store: TicketStore
    package let faults: FaultPlan
    package let recorder = RequestRecorder()
    private let endpoints: TicketStoreEndpoints

    package init(_ options: SimulatorOptions = SimulatorOptions()) {
        self.options = options
        clock = ServerClock(options.now)
        let world = World(
            seed: options.seed, count: options.purchases, startedAt: options.now(),
            arrivesEvery: options.arrivesEvery, hostilePermille: options.hostilePermille)
        store = TicketStore(world: world, behaviour: options.behaviour, clock: clock)
        faults = FaultPlan(seed: options.seed &+ 1)
        endpoints = TicketStoreEndpoints(
            store: store, credentials: CredentialCheck(accepted: options.credentials),
            ticketEventID: options.ticketEventID, faults: faults)
    }

    /// Where a client's `base_url` points for this port.
    package static func baseURL(port: Int) -> String { "http://127.0.0.1:\(port)/rest" }

    /// One call through recorder, faults and endpoint.
    func answer(_ call: Call) async -> Answer {
        let number = recorder.began(call)
        defer { recorder.ended() }
        guard let rule = faults.draw(for: call.endpoint) else {
            return endpoints.answer(call, number: number, fault: nil)
        }
        let isSkipped = rule.moment == .beforeEffect && !rule.fault.needsEndpoint
        let answer = isSkipped ? nil : endpoints.answer(call, number: number, fault: rule.fault)
        return await rule.fault.spoil(answer) ?? answer ?? Answer()
    }
}
