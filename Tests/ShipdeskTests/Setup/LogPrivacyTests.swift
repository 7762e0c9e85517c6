import Glibc
import Model
import Simulator
import TestKit
import Testing

/// A server's words may name customers: they stand in the outbox, for whoever may open it, and in no log.
@Suite(.serialized, .timeLimit(.minutes(2))) struct LogPrivacyTests {
    private static let words = "Chidi Anagonye, 12 Harbour Lane, asked for Zoe; see chidi@example.com"
    /// Parts that stand in nothing of our own.
    private static let parts = ["Chidi", "Harbour Lane", "Zoe", "example.com"]

    private func expectNone(in log: String, sourceLocation: SourceLocation = #_sourceLocation) {
        for part in Self.parts { #expect(!log.contains(part), "\(log)", sourceLocation: sourceLocation) }
    }

    @Test func aFailedMarkIsLoggedByItsNumbers() async throws {
        try await withBox([Made.purchase(1043, 1)]) { box, simulator in
            let agent = try await box.leadingAgent(simulator)
            simulator.faults.add(.says(Self.words, code: 3, status: 400), on: .fulfillment, .always)
            let ship = try await box.run("ship", "1043")
            #expect(ship.has(76) && ship.output.contains("Chidi Anagonye"), "\(ship)")
            #expect(try await box.outbox().first?.error?.contains("12 Harbour Lane") == true)
            try await eventually("it is logged") { agent.errors.contains("a request failed") }
            #expect(agent.errors.contains("kind=error") && agent.errors.contains("status=400"))
            #expect(agent.errors.contains("code=3") && agent.errors.contains("store=spring-gala"))
            try await end(agent)
        }
    }

    @Test func aPassThatBreaksOffIsLoggedByItsNumbers() async throws {
        try await withBox([Made.purchase(1043, 1)], figures: "sync_every: 1s\n" + Box.quick) {
            box, simulator in
            simulator.faults.add(.says(Self.words, code: 7, status: 200), on: .purchases, .always)
            let agent = try box.start(["agent"])
            try await eventually("it is logged") { agent.errors.contains("a pass broke off") }
            #expect(agent.errors.contains("kind=refused") && agent.errors.contains("code=7"))
            #expect(agent.errors.contains("help=shipdesk doctor --store spring-gala"))
            // On the screen they stand: they are what the person at the desk has to go by.
            let doctor = try await box.run("doctor")
            #expect(doctor.has(77) && doctor.output.contains("Chidi Anagonye"), "\(doctor)")
            try await end(agent)
        }
    }

    @Test func aLostAnswerAndAServerThatIsAwayAreLoggedByTheirKind() async throws {
        try await withOffice(figures: "sync_every: 1s\n" + Box.quick) { box, simulator in
            simulator.faults.add(.says(Self.words, code: 1, status: 500), on: .inventory, .always)
            let agent = try box.start(["agent"])
            try await eventually("it is logged") { agent.errors.contains("a pass broke off") }
            #expect(agent.errors.contains("kind=lost") && agent.errors.contains("status=500"))
            try await end(agent)
        }
        let box = try Box("http://127.0.0.1:9/rest")
        let away = try box.start(["agent"])
        try await eventually("it is logged") { away.errors.contains("a pass broke off") }
        #expect(away.errors.contains("why=The server cannot be reached."))
        try await end(away)
        withExtendedLifetime(box) {}
    }

    private func end(_ agent: RunningProgram) async throws {
        agent.send(signal: SIGTERM)
        #expect(await agent.wait() == .status(0))
        expectNone(in: agent.output + agent.errors)
    }
}
