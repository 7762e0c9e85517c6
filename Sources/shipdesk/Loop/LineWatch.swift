import Dispatch
import Model
import Services
import Settings

/// Finds out that a store's leader is stopped, for a dashboard that waits for it.
///
/// It looks when there is news anyway and once a minute, and has a timer of its own only while marks wait or
/// somebody is stopped.
@MainActor
final class LineWatch {
    private let bench: Bench
    private let lookAgain: @MainActor () -> Void
    private var stopped: [StoreID: (process: BoxProcess, since: Int64)] = [:]
    private var isWaiting = false
    /// What to say once, for each leader that has just been found to hold the line.
    private(set) var notices: [String] = []

    init(_ bench: Bench, lookAgain: @escaping @MainActor () -> Void) {
        self.bench = bench
        self.lookAgain = lookAgain
    }

    /// The same, with who is held up.
    func look(at health: [StoreHealth]) -> [StoreHealth] {
        notices = []
        let looked = health.map { health in
            var looked = health
            looked.isHeldUp = isHeldUp(health)
            return looked
        }
        if !stopped.isEmpty || health.contains(where: { !$0.isLeader && $0.sending > 0 }) { wait() }
        return looked
    }

    private func isHeldUp(_ health: StoreHealth) -> Bool {
        guard !health.isLeader, let store = bench.store(health.store), let line = HeldLine(store, bench)
        else {
            stopped[health.store] = nil
            return false
        }
        let now = monotonicMilliseconds()
        guard let known = stopped[health.store], known.process == line.process else {
            stopped[health.store] = (line.process, now)
            return false
        }
        guard now - known.since >= patience else { return false }
        if told.insert(line.process).inserted { notices.append(line.sentence) }
        return true
    }

    private var told: Set<BoxProcess> = []

    private var patience: Int64 { bench.configuration.timing.stoppedAfter.inMilliseconds }

    private func wait() {
        if isWaiting { return }
        isWaiting = true
        DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(Int(patience))) { [weak self] in
            MainActor.assumeIsolated {
                self?.isWaiting = false
                self?.lookAgain()
            }
        }
    }
}
