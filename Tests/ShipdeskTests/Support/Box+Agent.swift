import Simulator
import TestKit

extension Box {
    /// An agent that has begun to read the store: it leads, and is ready for signals.
    func leadingAgent(_ simulator: Simulator) async throws -> RunningProgram {
        let before = simulator.recorder.total
        let agent = try start(["agent"])
        try await eventually("the agent reads") { simulator.recorder.total > before }
        return agent
    }
}
