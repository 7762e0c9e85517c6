/// Serves until SIGTERM or SIGINT, or until the parent is gone: what `shipdesk simulate` does.
///
/// - Parameters:
///   - exitsWithParent: stops when standard input ends, which it does when the process at the other end of
///     the pipe dies, however it dies.
///   - say: gets the one line that others wait for, `listening on http://127.0.0.1:PORT`.
package func simulate(
    _ options: SimulatorOptions, exitsWithParent: Bool = false, say: @escaping @Sendable (String) -> Void
) async throws {
    let simulator = Simulator(options)
    let occasion = StopOccasion(watchesInput: exitsWithParent)
    let stops = occasion.stops
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await simulator.run { say("listening on http://127.0.0.1:\($0)") } }
        group.addTask {
            for await _ in stops { return }
        }
        try await group.next()
        group.cancelAll()
    }
    withExtendedLifetime(occasion) {}
}
