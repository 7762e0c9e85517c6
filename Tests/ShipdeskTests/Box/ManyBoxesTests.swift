import Glibc
import Model
import Simulator
import TestKit
import Testing

/// Boxes that share nothing but the store.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ManyBoxesTests {
    /// The server would take both; the second box reads just before it sends, and asks a person.
    @Test func theLastItemIsShippedOnce() async throws {
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            simulator.store.put(Made.purchase(1043, 1))
            let (first, second) = (try Box(baseURL), try Box(baseURL))
            for box in [first, second] { try await box.ends(0, "sync") }
            try await first.ends(0, "ship", "1043")
            let ship = try await second.run("ship", "1043", "--json")
            #expect(ship.has(76), "\(ship)")
            let entry = try #require(try ship.json(Entries.self).entries.first)
            #expect(entry.state == "conflict")
            #expect(entry.error == "Somebody else marked this item since.")
            #expect(simulator.store.ledger(1043, item: 1).count == 1)
            #expect(try await second.purchase("1043").attention.contains("conflict"))
            // What the first one did is what the second one sees now.
            #expect(try await second.purchase("1043").items[0].fulfilled == 1)
        }
    }

    /// The other one's entry comes right behind ours, after our fresh read: nobody could stop it, and we are
    /// told at once, not when the next pass is due.
    @Test func whoShippedFirstIsToldOfTheOtherOneSoon() async throws {
        let rarely = Box.quick + "sync_every: 1h\nfull_sync_every: 1h\n"
        try await withBox([Made.purchase(1043, 1)], figures: rarely) { box, simulator in
            let agent = try await box.leadingAgent(simulator)
            let ship = try box.start(["ship", "1043"])
            try await eventually("ours is on the ledger") { !simulator.store.written.isEmpty }
            simulator.store.shipElsewhere(1043, item: 1, quantity: 1)
            #expect(await ship.wait() == .status(0), "\(ship.errors)")
            try await eventually("the purchase says so") {
                try await !box.purchase("1043").attention.isEmpty
            }
            agent.send(signal: SIGTERM)
            #expect(await agent.wait() == .status(0))
        }
    }

    /// Two calls at once for the whole machine, whatever the data directories: the server counts.
    @Test func theWholeMachineMakesTwoCallsAtOnce() async throws {
        let ids = Array(2001...2012)
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            ids.forEach { simulator.store.put(Made.purchase($0, 1)) }
            let locks = try TemporaryFolder("locks")
            let boxes = try (0..<4).map { _ in try Box(baseURL, locks: locks.path) }
            simulator.faults.add(.slow(milliseconds: 60), on: nil, .always)
            try await together(boxes) { _, box in try await box.ends(0, "sync", "--full") }
            try await together(boxes) { number, box in
                let set = ids.filter { $0 % 4 == number }.map(String.init)
                let outcome = try await box.run(["ship"] + set)
                #expect(outcome.has(0), "\(outcome)")
            }
            // Two, and not one: they do not wait longer than they must.
            #expect(simulator.recorder.mostAtOnce == 2)
            #expect(simulator.store.written.map(\.purchase).sorted() == ids)
        }
    }

    private func together(
        _ boxes: [Box], _ body: @escaping @Sendable (Int, Box) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, box) in boxes.enumerated() { group.addTask { try await body(number, box) } }
            try await group.waitForAll()
        }
    }
}
