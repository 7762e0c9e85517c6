import Model

extension Sender.Obstacle {
    /// As headers show it.
    var phase: StoreHealth.Phase {
        switch self {
        case .unreachable(let words, let retryAt): .offline(why: words, retryAt: retryAt / 1_000)
        case .throttled(let until): .throttled(until: until / 1_000)
        case .paused(let words, _): .paused(why: words)
        }
    }
}

extension StoreHealth.Phase {
    var isObstacle: Bool {
        switch self {
        case .offline, .paused, .throttled: true
        case .idle, .syncing: false
        }
    }
}
