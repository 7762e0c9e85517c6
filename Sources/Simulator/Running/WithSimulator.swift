/// Runs a simulator on a free port of this machine for as long as `body` takes.
///
/// - Parameter body: gets the base address for clients and the simulator.
/// - Throws: what `body` throws, or the reason why no port could be had.
package func withSimulator<Result: Sendable>(
    _ options: SimulatorOptions = SimulatorOptions(),
    _ body: (_ baseURL: String, _ simulator: Simulator) async throws -> Result
) async throws -> Result {
    let simulator = Simulator(options)
    let (ports, port) = AsyncStream<Int>.makeStream()
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
            defer { port.finish() }
            try await simulator.run { port.yield($0) }
        }
        for await port in ports {
            let result = try await body(Simulator.baseURL(port: port), simulator)
            group.cancelAll()
            return result
        }
        try await group.waitForAll()
        throw CancellationError()
    }
}
