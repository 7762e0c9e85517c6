import Cache
import Dispatch
import Synchronization

/// News from the cache, gathered: told on the main actor, at most once every 50 ms.
final class NewsDesk: Sendable {
    private struct Pile {
        var subjects: Change.Subjects = []
        var isOurs = true
        var isScheduled = false
    }
    private let pile = Mutex(Pile())
    private let observation = Mutex<Observation?>(nil)
    private let tell: @MainActor @Sendable (Change) -> Void
    private static let gap = DispatchTimeInterval.milliseconds(50)

    init(cache: Cache, tell: @escaping @MainActor @Sendable (Change) -> Void) {
        self.tell = tell
        let started = cache.observe { [weak self] in self?.add($0) }
        observation.withLock { $0 = started }
    }

    private func add(_ change: Change) {
        let isFirst = pile.withLock { pile in
            pile.subjects.formUnion(change.subjects)
            pile.isOurs = pile.isOurs && change.isOurs
            defer { pile.isScheduled = true }
            return !pile.isScheduled
        }
        guard isFirst else { return }
        DispatchQueue.main.asyncAfter(deadline: .now() + Self.gap) { [weak self] in self?.deliver() }
    }

    private func deliver() {
        let change = pile.withLock { pile in
            defer { pile = Pile() }
            return Change(subjects: pile.subjects, isOurs: pile.isOurs)
        }
        MainActor.assumeIsolated { tell(change) }
    }
}
