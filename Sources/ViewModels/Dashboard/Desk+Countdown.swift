import Model

extension Desk {
    /// Something on the screen says how long it will take: then the clock is told every second. A dashboard
    /// that waits for nothing sleeps.
    var countsDown: Bool {
        let clock = surroundings.clock
        return !isTooSmall
            && (surroundings.health.contains { $0.phase.isAwaited(clock) }
                || shownProspects.contains { $0.isAwaited(clock) })
    }

    private var shownProspects: [Prospect] {
        switch stack.last {
        case .outbox(let outbox): outbox.rows.compactMap(\.prospect)
        case .bothSides(let screen): [screen.sides?.prospect].compactMap(\.self)
        case .detail(let screen): screen.detail.map { Array($0.prospects.values) } ?? []
        default: []
        }
    }
}

extension Prospect {
    fileprivate func isAwaited(_ clock: Clock) -> Bool {
        [readAt, sendFrom].contains { $0.flatMap(clock.countdown) != nil }
    }
}

extension StoreHealth.Phase {
    fileprivate func isAwaited(_ clock: Clock) -> Bool {
        switch self {
        case .offline(_, let retryAt): retryAt ?? 0 > clock.now
        case .throttled(let until): until > clock.now
        case .idle, .syncing, .paused: false
        }
    }
}
