import Services
import Settings

/// Every store read once: one that cannot be read does not keep the others from it.
struct SyncRound {
    let bench: Bench
    let stores: [OpenStore]
    var asksForBuyers = false
    private(set) var reports: [SyncReport] = []
    private(set) var stops: [Stop] = []

    /// - Parameter stores: all of the configuration where nil.
    init(bench: Bench, stores: [OpenStore]? = nil) {
        self.bench = bench
        self.stores = stores ?? bench.stores
    }

    func run(full: Bool = false) async throws -> SyncRound {
        var round = self
        let (reports, stops) = try await bench.withNetwork { network in
            var reports: [SyncReport] = []
            var stops: [Stop] = []
            for open in stores {
                do {
                    reports.append(
                        try await StoreSync(
                            bench: bench, open: open, network: network, asksForBuyers: asksForBuyers
                        ).run(full: full))
                } catch let stop as Stop {
                    stops.append(stop)
                } catch let error as ConfigError {
                    stops.append(Stop(.configuration, error.sentences))
                }
            }
            return (reports, stops)
        }
        round.reports = reports
        round.stops = stops
        return round
    }

    /// What to end with where some could not be read: everything that stands in the way, and the status of
    /// the first.
    var stop: Stop? { stops.first.map { Stop($0.status, stops.flatMap(\.sentences)) } }
}
