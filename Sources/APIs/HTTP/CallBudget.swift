/// So many calls in so many seconds, whoever makes them, and none while the server wants to be left alone:
/// one for each server, shared by all its clients.
///
/// Nobody waits in here. A call that may not go now is told how long it would have to wait, so that the wait
/// can be shown and the screen stays alive. What is known of the calls lies in ``CallTallies``: of one
/// process, or of all processes of the box.
package struct CallBudget: Sendable {
    /// Seconds since any fixed moment; never goes back.
    package typealias Clock = @Sendable () -> Double

    /// Whether a call may go.
    enum Leave: Sendable, Hashable {
        /// `isFirst`: a pause is over, and this call finds out for all others; ``settle()`` tells them.
        case go(isFirst: Bool)
        /// `asked`: the server asked for a pause; otherwise the calls are used up.
        case wait(seconds: Int, asked: Bool)
    }

    /// Nil: as many as anybody likes.
    private let limit: Int?
    private let seconds: Double?
    private let clock: Clock
    private let tallies: CallTallies
    private let name: CallTallies.Name

    /// - Parameters:
    ///   - limit: calls in any stretch of `seconds`.
    ///   - clock: for tests; by default the machine's steady clock.
    package init(
        limit: Int, seconds: Int, at baseURL: String = "", clock: @escaping Clock = CallTallies.steady,
        tallies: CallTallies = .inMemory()
    ) {
        self.limit = max(1, limit)
        self.seconds = Double(max(1, seconds))
        self.clock = clock
        self.tallies = tallies
        name = CallTallies.Name(baseURL: baseURL, stretch: max(1, seconds))
    }

    /// No figure is known: only the pauses that the server asks for are kept.
    package init(
        pausesAt baseURL: String, clock: @escaping Clock = CallTallies.steady, tallies: CallTallies
    ) {
        limit = nil
        seconds = nil
        self.clock = clock
        self.tallies = tallies
        name = CallTallies.Name(baseURL: baseURL, stretch: nil)
    }

    /// Seconds until a call may go; nil where one may go now. For screens.
    package var wait: Int? { change { tally, now in self.wait(at: now, tally)?.seconds } }

    /// Seconds until more than so many calls are left; nil where they are now. Whoever has time waits so
    /// long, and leaves the rest to others.
    package func wait(leaving reserve: Int) -> Int? {
        change { tally, now in
            if let wait = self.wait(at: now, tally) { return wait.seconds }
            guard let limit, let seconds else { return nil }
            let excess = tally.made.count - max(1, limit - reserve)
            return excess < 0 ? nil : max(1, Int((tally.made[excess] + seconds - now).rounded(.up)))
        }
    }

    /// Takes one call out of the budget, or tells the seconds until it may be taken.
    func take() -> Leave {
        change { tally, now in
            if let wait = self.wait(at: now, tally) {
                return .wait(seconds: wait.seconds, asked: wait.asked)
            }
            let isFirst = tally.closedUntil > 0
            if isFirst { tally.triedUntil = now + Self.longestTry }
            if limit != nil { tally.made.append(now) }
            return .go(isFirst: isFirst)
        }
    }

    /// The server said "too fast": closed for as long as it told, or for the whole stretch. Where it told
    /// nothing and no stretch is known, for one second, and longer each time.
    /// - Returns: seconds to wait; nil where that is for the caller to choose.
    func overrun(_ told: Int?) -> Int? {
        change { tally, now in
            let known = told.map(Double.init) ?? seconds
            if known == nil, tally.closedUntil <= now {
                tally.vaguePauses = min(tally.vaguePauses + 1, Self.mostVaguePauses)
            }
            let vague = min(Double(1 << max(0, tally.vaguePauses - 1)), Self.longestVaguePause)
            tally.closedUntil = max(tally.closedUntil, now + (known ?? vague))
            tally.triedUntil = 0
            return known.map { Int($0.rounded(.up)) }
        }
    }

    /// The first call after a pause ended without another "too fast": the pause is over for everybody.
    func settle() {
        change { tally, now in
            // Another call may have been told to wait meanwhile.
            if tally.closedUntil > now { return }
            (tally.closedUntil, tally.triedUntil, tally.vaguePauses) = (0, 0, 0)
        }
    }

    /// Seconds after which the first call after a pause is taken for lost with its process.
    private static let longestTry = 15.0
    private static let longestVaguePause = 10.0
    private static let mostVaguePauses = 16

    private func change<Value>(_ body: (inout CallTally, _ now: Double) -> Value) -> Value {
        let clock = clock
        let changed = tallies.change(name) { tally in
            let now = clock()
            tally.forget(before: now, stretch: seconds ?? 0)
            return body(&tally, now)
        }
        guard let changed else { preconditionFailure("Tallies must let themselves be changed.") }
        return changed
    }

    private func wait(at now: Double, _ tally: CallTally) -> (seconds: Int, asked: Bool)? {
        if tally.closedUntil > now { return (Self.whole(tally.closedUntil - now), true) }
        if tally.triedUntil > now { return (1, true) }
        guard let limit, let seconds, tally.made.count >= limit else { return nil }
        return (Self.whole(tally.made[tally.made.count - limit] + seconds - now), false)
    }

    private static func whole(_ seconds: Double) -> Int { max(1, Int(seconds.rounded(.up))) }
}

extension CallTally {
    /// What lies ahead further than anything can is not ours, or of another time.
    fileprivate mutating func forget(before now: Double, stretch: Double) {
        made.removeAll { $0 + stretch <= now || $0 > now + 1 }
        if closedUntil > now + Double(HTTPHead.longestWait) + 1 { closedUntil = 0 }
        if triedUntil > now + 60 { triedUntil = 0 }
    }
}
