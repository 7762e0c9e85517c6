import Glibc
import Model
import Simulator
import TestKit
import Testing

@Suite(.serialized, .timeLimit(.minutes(2))) struct AgentTests {
    @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
    func anAgentEndsWhenTold(signal: Int32) async throws {
        try await withBox([Made.purchase(1043, 1)]) { box, simulator in
            let agent = try await box.leadingAgent(simulator)
            agent.send(signal: signal)
            #expect(await agent.wait() == .status(0), "\(agent.errors)")
            #expect(ProcessTable.children(of: agent.pid).isEmpty)
        }
    }

    @Test func anAgentSendsWhatOthersAccept() async throws {
        try await withBox([Made.purchase(1043, 1), Made.purchase(1044, 1)]) { box, simulator in
            let agent = try await box.leadingAgent(simulator)
            try await box.ends(0, "ship", "1043")
            try await box.ends(75, "ship", "1044", "--no-wait")
            try await eventually("the agent sends it") { simulator.store.written.count == 2 }
            agent.send(signal: SIGTERM)
            #expect(await agent.wait() == .status(0))
        }
    }

    @Test func anAgentThatWaitsForAnAnswerEndsAllTheSameAndTheNextSettles() async throws {
        try await withBox([Made.purchase(1043, 1)]) { box, simulator in
            let agent = try await box.leadingAgent(simulator)
            simulator.faults.add(.hang(milliseconds: nil), .afterEffect, on: .fulfillment)
            try await box.ends(75, "ship", "1043", "--no-wait")
            try await eventually("the server holds the request") { !simulator.faults.struck.isEmpty }
            agent.send(signal: SIGTERM)
            #expect(await agent.wait() == .status(0))
            // Given up by the agent, or found in the second that it had left.
            #expect(try await ["unknown", "confirmed"].contains(box.outbox().first?.state))
            let next = try await box.leadingAgent(simulator)
            try await eventually("the next one settles it") {
                try await box.outbox().map(\.state) == ["confirmed"]
            }
            next.send(signal: SIGTERM)
            #expect(await next.wait() == .status(0))
            #expect(simulator.store.ledger(1043, item: 1).count == 1)
        }
    }

    @Test func anotherTakesOverFromAKilledAgent() async throws {
        try await withBox([Made.purchase(1043, 1)]) { box, simulator in
            let first = try await box.leadingAgent(simulator)
            let second = try box.start(["agent"])
            first.send(signal: SIGKILL)
            #expect(await first.wait() == .signal(SIGKILL))
            try await box.ends(75, "ship", "1043", "--no-wait")
            try await eventually("the second sends") { simulator.store.written.count == 1 }
            second.send(signal: SIGTERM)
            #expect(await second.wait() == .status(0))
        }
    }

    @Test func simulateSaysWhereItListensAndEndsWhenTold() async throws {
        let folder = try TemporaryFolder("simulate")
        let server = try RunningProgram(
            Program.path, ["simulate", "--purchases", "5"],
            environment: Program.environment(home: folder.path))
        try await eventually("the first line") { server.output.contains("\n") }
        let address = try #require(server.output.split(separator: "\n").first?.split(separator: " ").last)
        #expect(server.output.hasPrefix("listening on http://127.0.0.1:"))
        let box = try Box(String(address) + "/rest")
        try await box.ends(0, "sync")
        #expect(try await box.list().total > 0)
        server.send(signal: SIGTERM)
        #expect(await server.wait() == .status(0))
    }
}
