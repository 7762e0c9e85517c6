import Cache
import Model

extension Marker {
    /// The marks as they stand.
    package func look(at ids: [MarkID]) throws -> [Mark] {
        try cache.read { reader in try ids.compactMap { try reader.mark($0) } }
    }

    /// Waits until every mark is settled, one way or another, or until the deadline.
    ///
    /// - Parameters:
    ///   - deadline: Unix milliseconds.
    ///   - bell: rung by whoever wants `giveUp` asked.
    ///   - giveUp: asked after every change; true ends the wait early.
    /// - Returns: the marks as they stand then.
    package func wait(
        for ids: [MarkID], until deadline: Int64, clock: ServiceClock = .system,
        bell: Doorbell = Doorbell(), giveUp: @Sendable (CacheReader) throws -> Bool = { _ in false }
    ) async throws -> [Mark] {
        let observation = cache.observe { _ in bell.ring() }
        defer { withExtendedLifetime(observation) {} }
        clock.alarm(deadline, bell)
        while true {
            let (marks, isOver) = try cache.read { reader in
                let marks = try ids.compactMap { try reader.mark($0) }
                return (marks, try marks.allSatisfy { !$0.state.isOnItsWay } || giveUp(reader))
            }
            if isOver || clock.now() >= deadline { return marks }
            await bell.wait()
        }
    }
}

extension MarkState {
    /// The program is still at it; what only a person can settle is not.
    package var isOnItsWay: Bool { self == .queued || self == .sending || self == .unknown }
}
