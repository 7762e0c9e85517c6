import APIs
import Services
import Settings

#if canImport(Glibc)
    import Glibc
#endif

/// Every store read once, all at the same time: one that is slow or cannot be read keeps no other waiting.
struct SyncRound {
    let bench: Bench
    let stores: [OpenStore]
    /// Somebody asked for a sync; without, only the lists are read.
    var isWhole = false
    /// Looked at after each store: the others are not waited for then.
    var isEnough: @Sendable () throws -> Bool = { false }
    private(set) var reports: [SyncReport] = []
    private(set) var stops: [Stop] = []

    /// - Parameter stores: all of the configuration where nil.
    init(bench: Bench, stores: [OpenStore]? = nil) {
        self.bench = bench
        self.stores = stores ?? bench.stores
    }

    /// - Returns: what came of it, in the order of the configuration.
    func run(full: Bool = false) async throws -> SyncRound {
        // A pass is short: ^Z waits for its end rather than hold the others up.
        let before = signal(SIGTSTP, SIG_IGN)
        defer { signal(SIGTSTP, before) }
        let results = try await bench.withNetwork { network in
            try await withThrowingTaskGroup(of: (Int, Result<SyncReport, Stop>).self) { group in
                for (place, open) in stores.enumerated() {
                    group.addTask { (place, try await read(open, network, full: full)) }
                }
                var results: [(Int, Result<SyncReport, Stop>)] = []
                for try await result in group {
                    results.append(result)
                    guard try isEnough() else { continue }
                    group.cancelAll()
                    break
                }
                return results
            }
        }
        var round = self
        for (_, result) in results.sorted(by: { $0.0 < $1.0 }) {
            switch result {
            case .success(let report): round.reports.append(report)
            case .failure(let stop): round.stops.append(stop)
            }
        }
        return round
    }

    private func read(
        _ open: OpenStore, _ network: Network, full: Bool
    ) async throws -> Result<SyncReport, Stop> {
        do {
            let sync = StoreSync(bench: bench, open: open, network: network, isWhole: isWhole)
            return .success(try await sync.run(full: full))
        } catch let stop as Stop {
            return .failure(stop)
        } catch let error as ConfigError {
            return .failure(Stop(.configuration, error.sentences))
        }
    }

    /// What to end with where some could not be read: everything that stands in the way, and the status of
    /// the first.
    var stop: Stop? { stops.first.map { Stop($0.status, stops.flatMap(\.sentences)) } }
}
