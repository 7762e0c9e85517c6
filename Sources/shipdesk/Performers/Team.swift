import APIs
import Cache
import Services

#if canImport(Glibc)
    import Glibc
#endif

/// The leaders of this process, one for each store that it has credentials for.
@MainActor
final class Team {
    private let passes: Bool
    private let make: @Sendable () -> [Leader]
    private(set) var leaders: [Leader] = []

    /// - Parameters:
    ///   - passes: they read the lists as well as sending marks.
    ///   - make: called whenever it starts anew.
    init(passes: Bool = true, _ make: @escaping @Sendable () -> [Leader]) {
        self.passes = passes
        self.make = make
    }

    /// Leads, or waits in line to lead.
    func start() {
        guard leaders.isEmpty else { return }
        leaders = make()
        for leader in leaders { leader.start(passes: passes) }
    }

    /// Lets go within about a second; a request on the wire is given up as unknown.
    func stop() async {
        let stopping = leaders
        leaders = []
        await withTaskGroup(of: Void.self) { group in
            for leader in stopping { group.addTask { await leader.stop() } }
        }
    }

    /// Stops this process as ^Z asks for, but lets go of the lead and of the cache first: it would hold the
    /// others up. Returns when somebody has continued it, and is in line again.
    func pause(_ cache: Cache) async {
        await stop()
        // Raised by the thread that keeps the cache at rest: it is the first to stop.
        try? cache.atRest { raise(SIGSTOP) }
        start()
    }
}
