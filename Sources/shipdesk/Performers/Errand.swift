import Cache
import Dispatch
import Synchronization
import ViewModels

/// A question on its way to the cache, whose asker waits a moment for the answer, then has it brought.
final class Errand: Sendable {
    let effect: CacheEffect
    let cancellation = Cancellation()
    private let state = Mutex(State.underWay)
    private let done = DispatchSemaphore(value: 0)
    private let begun = Mutex(false)

    private enum State {
        case underWay
        /// The asker has gone on.
        case left
        case answered(Answer)
    }

    init(_ effect: CacheEffect) { self.effect = effect }

    /// Not looked at yet: what is asked again meanwhile is answered by it, too.
    var isWaiting: Bool { begun.withLock { !$0 } }
    func begin() { begun.withLock { $0 = true } }

    /// - Returns: whether the answer has to be brought: the asker has gone on.
    func finish(_ answer: Answer) -> Bool {
        defer { done.signal() }
        return state.withLock { state in
            if case .left = state { return true }
            state = .answered(answer)
            return false
        }
    }

    /// There will be no answer.
    func end() { done.signal() }

    /// Nil where the answer will be brought, if there is one.
    func wait(milliseconds: Int) -> Answer? {
        _ = done.wait(timeout: .now() + .milliseconds(milliseconds))
        return leave()
    }

    /// Goes on; nil where the answer is not there yet.
    func leave() -> Answer? {
        state.withLock { state in
            if case .answered(let answer) = state { return answer }
            state = .left
            return nil
        }
    }
}
