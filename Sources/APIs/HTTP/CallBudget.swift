import Synchronization

/// So many calls in so many seconds, whoever makes them: one for each server, shared by all its clients.
///
/// Nobody waits in here. A call that may not go now is told how long it would have to wait, so that the wait
/// can be shown and the screen stays alive.
package final class CallBudget: Sendable {
    /// Seconds since any fixed moment; never goes back.
    package typealias Clock = @Sendable () -> Double

    private struct State {
        /// When the calls of the last stretch were made, oldest first.
        var made: [Double] = []
        /// The server said "too fast": nothing before this.
        var closedUntil = 0.0
    }

    private let limit: Int
    private let seconds: Double
    private let clock: Clock
    private let state = Mutex(State())

    /// - Parameters:
    ///   - limit: calls in any stretch of `seconds`.
    ///   - clock: for tests; by default the machine's steady clock.
    package init(limit: Int, seconds: Int, clock: @escaping Clock = CallBudget.steady) {
        self.limit = max(1, limit)
        self.seconds = Double(max(1, seconds))
        self.clock = clock
    }

    package static let steady: Clock = {
        let passed = began.duration(to: .now).components
        return Double(passed.seconds) + Double(passed.attoseconds) / 1e18
    }
    private static let began = ContinuousClock.now

    /// Seconds until a call may go; nil where one may go now. For screens.
    package var wait: Int? { state.withLock { wait(at: clock(), &$0) } }

    /// Seconds until more than so many calls are left; nil where they are now. Whoever has time waits so long,
    /// and leaves the rest to others.
    package func wait(leaving reserve: Int) -> Int? {
        state.withLock { state in
            let now = clock()
            if let wait = wait(at: now, &state) { return wait }
            let excess = state.made.count - max(1, limit - reserve)
            return excess < 0 ? nil : max(1, Int((state.made[excess] + seconds - now).rounded(.up)))
        }
    }

    /// Takes one call out of the budget, or tells the seconds until it may be taken.
    func take() -> Int? {
        state.withLock { state in
            let now = clock()
            if let wait = wait(at: now, &state) { return wait }
            state.made.append(now)
            return nil
        }
    }

    /// The server said "too fast": closed for as long as it told, or for the whole stretch.
    /// - Returns: seconds to wait.
    func overrun(_ told: Int?) -> Int {
        let wait = told.map(Double.init) ?? seconds
        state.withLock { $0.closedUntil = max($0.closedUntil, clock() + wait) }
        return Int(wait.rounded(.up))
    }

    private func wait(at now: Double, _ state: inout State) -> Int? {
        state.made.removeAll { $0 + seconds <= now }
        let free = state.made.count < limit ? 0 : state.made[state.made.count - limit] + seconds
        let until = max(free, state.closedUntil)
        return until > now ? max(1, Int((until - now).rounded(.up))) : nil
    }
}
