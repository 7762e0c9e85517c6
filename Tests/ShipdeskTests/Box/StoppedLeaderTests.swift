import Glibc
import Model
import Simulator
import TestKit
import Testing

/// Whoever leads may be stopped: by ^Z, which it notices, or by SIGSTOP, which nobody can.
@Suite(.serialized, .timeLimit(.minutes(2))) struct StoppedLeaderTests {
    private static let figures = Box.quick + "stopped_after: 300ms\n"

    @Test func aStoppedLeaderIsSaidToHoldTheLine() async throws {
        try await withBox([Made.purchase(1043, 1)], figures: Self.figures) { box, simulator in
            let agent = try await box.leadingAgent(simulator)
            agent.send(signal: SIGSTOP)
            try await eventually("it is stopped") { ProcessTable.isStopped(agent.pid) }
            let ship = try box.start(["ship", "1043"])
            try await eventually("somebody says so") { ship.errors.contains("holds the line") }
            #expect(ship.errors.contains("kill -CONT \(agent.pid)"))
            #expect(ship.errors.contains("bench-3/agent leads spring-gala"))
            #expect(simulator.store.written.isEmpty)
            agent.send(signal: SIGCONT)
            #expect(await ship.wait() == .status(0))
            #expect(simulator.store.ledger(1043, item: 1).count == 1)
            agent.send(signal: SIGTERM)
            #expect(await agent.wait() == .status(0))
        }
    }

    @Test func aLeaderLetsGoBeforeItIsStopped() async throws {
        try await withBox([Made.purchase(1043, 1), Made.purchase(1044, 1)]) { box, simulator in
            let agent = try await box.leadingAgent(simulator)
            agent.send(signal: SIGTSTP)
            try await eventually("it is stopped") { ProcessTable.isStopped(agent.pid) }
            try await box.ends(0, "ship", "1043")
            agent.send(signal: SIGCONT)
            try await box.ends(75, "ship", "1044", "--no-wait")
            try await eventually("it leads again") { simulator.store.written.count == 2 }
            agent.send(signal: SIGTERM)
            #expect(await agent.wait() == .status(0))
        }
    }

    /// A command that leads for its own marks does the same; what it had on the wire is settled by the next.
    @Test(arguments: [SIGTSTP, SIGTERM, SIGINT, SIGHUP])
    func aCommandLetsGoToo(signal: Int32) async throws {
        try await withBox([Made.purchase(1043, 1), Made.purchase(1044, 1)]) { box, simulator in
            simulator.faults.add(.hang(milliseconds: nil), .afterEffect, on: .fulfillment)
            let ship = try box.start(["ship", "1043", "--json"])
            try await eventually("the request is at the server") { !simulator.faults.struck.isEmpty }
            ship.send(signal: signal)
            if signal == SIGTSTP {
                try await eventually("it is stopped") { ProcessTable.isStopped(ship.pid) }
                try await box.ends(0, "ship", "1044")
                try await eventually("the other settled it") {
                    try await box.outbox().map(\.state) == ["confirmed", "confirmed"]
                }
                ship.send(signal: SIGCONT)
                #expect(await ship.wait() == .status(0))
            } else {
                #expect(await ship.wait() == .status(75))
                #expect(ship.output.contains(#""state":"unknown""#) || ship.output.contains("confirmed"))
                try await box.ends(0, "ship", "1044")
            }
            #expect(simulator.store.ledger(1043, item: 1).count == 1)
        }
    }
}
