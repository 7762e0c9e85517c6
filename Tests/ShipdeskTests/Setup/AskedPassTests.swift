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
        let figures = Self.seldom.replacing("call_timeout: 1s", with: "call_timeout: 1min")
        try await withBox([Made.purchase(1043, 1)], figures: figures) { box, simulator in
            simulator.faults.add(.hang(milliseconds: nil), on: .fulfillment)
            let ship = try box.start(["ship", "1043"])
            try await eventually("the server holds the request") { !simulator.faults.struck.isEmpty }
            simulator.store.put(Made.purchase(1044, 1))
            try await box.ends(0, "show", "1044")
            #expect(try await box.outbox().map(\.state) == ["sending"])
            ship.send(signal: SIGTERM)
            #expect(await ship.wait() == .status(75))
        }
    }

    /// It would be waited for in vain: the reason is known at once.
    @Test func whoAsksIsToldOfAPauseThatTheStoreWants() async throws {
        try await withBox([Made.purchase(1043, 1)], figures: Self.seldom) { box, simulator in
            let agent = try await box.leadingAgent(simulator)
            simulator.faults.add(.tooMany(retryAfter: 50), on: .purchases, .always)
            let sync = try await box.run("sync")
            #expect(sync.has(69), "\(sync)")
            #expect(sync.errors.contains("asked us to wait; bench-3/agent reads it in"))
            agent.send(signal: SIGTERM)
            #expect(await agent.wait() == .status(0))
        }
    }

    @Test func whoAsksIsToldOfALeaderThatIsStopped() async throws {
        let figures = Self.seldom + "stopped_after: 300ms\n"
        try await withBox([Made.purchase(1043, 1)], figures: figures) { box, simulator in
            let agent = try await box.leadingAgent(simulator)
            // Once it has read for somebody it rests, and holds no cache.
            try await box.ends(0, "sync")
            agent.send(signal: SIGSTOP)
            try await eventually("it is stopped") { ProcessTable.isStopped(agent.pid) }
            let sync = try await box.run("sync")
            #expect(sync.has(69) && sync.errors.contains("holds the line"), "\(sync)")
            agent.send(signal: SIGCONT)
            agent.send(signal: SIGTERM)
            #expect(await agent.wait() == .status(0))
        }
    }

    /// Whoever leads has credentials of its own.
    @Test func whoHandsOverNeedsNoSecret() async throws {
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            simulator.store.put(Made.purchase(1043, 1))
            simulator.store.put(Made.purchase(1044, 1))
            let secret = "{ env: SHIPDESK_TEST_SECRET }"
            var box = try Box(entries: Box.entry("spring-gala", baseURL, secret: secret))
            let bare = box.environment
            try await box.ends(78, "sync")
            box.environment["SHIPDESK_TEST_SECRET"] = Box.secret
            let agent = try await box.leadingAgent(simulator)
            try await box.ends(0, "sync")
            box.environment = bare
            try await box.ends(0, "ship", "1043")
            try await box.ends(0, "sync")
            #expect(simulator.store.net(1043, item: 1) == 1)
            agent.send(signal: SIGTERM)
            #expect(await agent.wait() == .status(0))
            try await box.ends(78, "ship", "1044")
        }
    }
}
