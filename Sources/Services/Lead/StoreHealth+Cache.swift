import APIs
import Cache
import Model

extension CacheReader {
    /// How a store is doing, from what its leader wrote.
    ///
    /// - Parameters:
    ///   - isLeader: this process leads it.
    ///   - isLed: a process of this box does, this one or another.
    package func health(of store: StoreID, isLeader: Bool, isLed: Bool) throws -> StoreHealth {
        let facts = try facts(of: store)
        let open = try openCounts(of: store)
        var phase = facts.phase ?? .idle
        if let why = facts.pausedWhy { phase = .paused(why: why) }
        if phase == .idle, let pass = facts.pass, pass.isFull {
            // A total that was passed was none.
            let total = pass.expected.flatMap { $0 < pass.purchasesSoFar ? nil : $0 }
            phase = .syncing(purchases: pass.purchasesSoFar, of: total)
        }
        // What a leader was at when it was killed is not going on.
        if !isLed, case .syncing = phase { phase = .idle }
        var health = StoreHealth(
            store: store, phase: phase, syncedAt: facts.lastPassEndedAt,
            queued: open[.queued, default: 0], sending: open[.sending, default: 0],
            unknown: open[.unknown, default: 0],
            setAside: try setAsideRows(of: store).count(where: SetAside.isUnreadable),
            leader: isLed ? facts.leader : nil, isLeader: isLeader)
        health.mode = try mode(of: store)
        return health
    }
}
