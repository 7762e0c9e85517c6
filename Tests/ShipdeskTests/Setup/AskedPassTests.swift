import Glibc
import Model
import Simulator
import TestKit
import Testing

/// Whoever leads a store reads it when another process of the box asks, and not only when it is time.
@Suite(.serialized, .timeLimit(.minutes(2))) struct AskedPassTests {
    /// What is read within a test was asked for.
    private static let seldom = Box.quick + "sync_every: 1h\n"

    @Test func aLeaderReadsForWhoeverAsks() async throws {
        try await withBox([Made.purchase(1043, 1)], figures: Self.seldom) { box, simulator in
            let agent = try await box.leadingAgent(simulator)
            simulator.store.put(Made.purchase(1044, 1))
            let sync = try await box.run("sync")
            #expect(sync.has(0) && sync.errors.contains("is asked to read it"), "\(sync)")
            #expect(try await box.list().total == 2)
            // What nobody knows is asked for, too.
            simulator.store.put(Made.purchase(1045, 1))
            try await box.ends(0, "ship", "1045")
            try await box.ends(65, "show", "1046")
            try await box.ends(0, "sync", "--full")
            agent.send(signal: SIGTERM)
            #expect(await agent.wait() == .status(0))
        }
    }

    @Test func aLeaderThatCouldNotReadTriesAgainForWhoeverAsks() async throws {
        let site = try Site([Made.purchase(1043, 1)])
        let box = try Box(site.baseURL, figures: Self.seldom)
        let agent = try box.start(["agent"])
        try await eventually("the agent cannot read") { agent.errors.contains("a pass broke off") }
        let down = try await box.run("sync")
        #expect(down.has(69) && down.errors.contains("cannot be read by bench-3/agent"), "\(down)")
        try await site.open {
            try await box.ends(0, "sync")
            #expect(try await box.list().total == 1)
        }
        agent.send(signal: SIGTERM)
        #expect(await agent.wait() == .status(0))
    }

    /// A command that waits for its marks leads, but reads nothing by itself.
    @Test func aWaitingShipReadsForWhoeverAsks() async throws {
        try await withBox([Made.purchase(1043, 1)], figures: Self.seldom) { box, simulator in
            simulator.faults.add(.redirect, on: .fulfillment, .next(1_000))
            let ship = try box.start(["ship", "1043"])
            try await eventually("the server refused it") { !simulator.faults.struck.isEmpty }
            simulator.store.put(Made.purchase(1044, 1))
            try await box.ends(0, "show", "1044")
            try await eventually("it is in the queue again") {
                try await box.outbox().map(\.state) == ["queued"]
            }
            ship.send(signal: SIGTERM)
            #expect(await ship.wait() == .status(75))
        }
    }
}
