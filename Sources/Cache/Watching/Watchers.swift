import GRDB
import Synchronization

/// Who wants to know of commits, and the look-out for those of other processes, kept while somebody does.
final class Watchers: Sendable {
    private struct State {
        var next = 0
        var observers: [Int: @Sendable (Change) -> Void] = [:]
        var lookout: ForeignCommits?
    }
    private let state = Mutex(State())
    private let database: any DatabaseWriter
    private let path: String

    init(database: any DatabaseWriter, path: String) {
        self.database = database
        self.path = path
    }

    func add(_ onChange: @escaping @Sendable (Change) -> Void) -> Observation {
        let number = state.withLock { state in
            state.next += 1
            state.observers[state.next] = onChange
            if state.lookout == nil { state.lookout = startLookout() }
            return state.next
        }
        return Observation { [weak self] in self?.remove(number) }
    }

    func tell(_ change: Change) {
        let observers = state.withLock { Array($0.observers.values) }
        for observer in observers { observer(change) }
    }

    private func remove(_ number: Int) {
        state.withLock { state in
            state.observers[number] = nil
            if state.observers.isEmpty { state.lookout = nil }
        }
    }

    private func startLookout() -> ForeignCommits? {
        ForeignCommits(database: database, path: path) { [weak self] in
            self?.tell(Change(subjects: .everything, isOurs: false))
        }
    }
}
