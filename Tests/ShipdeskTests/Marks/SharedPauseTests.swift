import Glibc
import Model
import Simulator
import TestKit
import Testing

/// A store that asks to be left alone is, by everything that runs on this machine.
@Suite(.serialized, .timeLimit(.minutes(2))) struct SharedPauseTests {
    /// The pass, the sender's read, and another box beside them: one call finds out whether a pause is over.
    @Test func aPauseIsKeptByAllTasksAndProcesses() async throws {
        let locks = try TemporaryFolder("locks")
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            simulator.store.put(Made.purchase(1043, 1))
            let figures = Box.quick + "sync_every: 1s\n"
            let boxes = try (0..<2).map { _ in try Box(baseURL, figures: figures, locks: locks.path) }
            for box in boxes { try await box.ends(0, "sync") }
            let agent = try await boxes[0].leadingAgent(simulator)
            defer { agent.send(signal: SIGTERM) }
            simulator.faults.add(.close, .afterEffect, on: .fulfillment)
            let ship = try boxes[0].start(["ship", "1043"])
            try await eventually("its answer is lost") { !simulator.faults.struck.isEmpty }
            simulator.faults.add(.tooMany(retryAfter: 8), on: .purchases)
            simulator.faults.add(.tooMany(retryAfter: 2), on: .purchases, .next(1_000))
            try await eventually("it asks for a pause") { simulator.tooFast > 0 }
            // Another may have left just before the answer came.
            try await Task.sleep(for: .milliseconds(500))
            let before = simulator.recorder.total
            let start = ContinuousClock.now
            try await boxes[1].ends(69, "sync")
            #expect(simulator.recorder.total == before)
            try await eventually("two pauses are over") { simulator.recorder.total >= before + 3 }
            // Whatever they all want: one call for each pause.
            try await Task.sleep(for: .seconds(3))
            let most = Int(start.duration(to: .now) / .seconds(2)) + 1
            #expect(simulator.recorder.total - before <= min(most, 6))
            simulator.faults.clear()
            #expect(await ship.wait() == .status(0), "\(ship.errors)")
            #expect(simulator.store.ledger(1043, item: 1).count == 1)
        }
    }

    /// Who is asked to read by another process says why it cannot.
    @Test func whoAsksTheLeaderIsToldOfThePause() async throws {
        try await withBox([Made.purchase(1043, 1)], figures: Box.quick + "sync_every: 1h\n") {
            box, simulator in
            let agent = try await box.leadingAgent(simulator)
            defer { agent.send(signal: SIGTERM) }
            simulator.faults.add(.tooMany(retryAfter: 40), on: .purchases)
            let sync = try await box.run("sync")
            #expect(sync.has(69) && sync.errors.contains("asked us to wait"), "\(sync)")
        }
    }
}

extension Simulator {
    fileprivate var tooFast: Int {
        faults.struck.count { if case .tooMany = $0.fault { true } else { false } }
    }
}
