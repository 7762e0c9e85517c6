import Glibc
import Model
import Simulator
import TestKit
import Testing

@Suite(.serialized, .timeLimit(.minutes(2))) struct OutboxTests {
    @Test func everyMarkThereEverWasIsListedOldestFirst() async throws {
        try await withBox([Made.purchase(1043, 2, 1), Made.purchase(1044, 1)]) { box, _ in
            _ = try await box.run("ship", "1043", "--tracking", "1Z")
            _ = try await box.run("undo", "1043:1=1")
            _ = try await box.run("ship", "1044", "--no-wait")
            let entries = try await box.outbox()
            #expect(entries.map(\.item) == [1, 2, 1, 1])
            #expect(entries.map(\.quantity) == [2, 1, -1, 1])
            #expect(entries.map(\.state) == ["confirmed", "confirmed", "confirmed", "queued"])
            #expect(entries.map(\.tracking) == ["1Z", "1Z", nil, nil])
            #expect(entries.map(\.action) == entries.map(\.action).sorted())
            #expect(entries[0].action == entries[1].action && entries[1].action != entries[2].action)
            #expect(entries.compactMap { Int($0.id) } == entries.compactMap { Int($0.id) }.sorted())
        }
    }

    @Test func unknownFieldsAreNullNotAbsent() async throws {
        try await withBox([Made.purchase(1043, 1)]) { box, _ in
            _ = try await box.run("ship", "1043", "--no-wait")
            let text = try await box.run("outbox", "--json").output
            #expect(text.contains("\"tracking\":null") && text.contains("\"error\":null"), "\(text)")
        }
    }

    @Test func aQueuedMarkCanBeDropped() async throws {
        try await withBox([Made.purchase(1043, 1)]) { box, simulator in
            _ = try await box.run("ship", "1043", "--no-wait")
            try await box.ends(0, "outbox", "drop", "1")
            #expect(try await box.outbox().map(\.state) == ["dropped"])
            try await box.ends(65, "outbox", "drop", "1")
            try await box.ends(65, "outbox", "retry", "1")
            #expect(try await box.purchase("1043").items[0].safe_to_ship == 1)
            #expect(simulator.store.written.isEmpty)
        }
    }

    /// Whoever waits for a mark that somebody else drops meanwhile must not pack for it.
    @Test func whoWaitsForAMarkIsToldThatItWasDropped() async throws {
        try await withBox([Made.purchase(1043, 1)]) { box, simulator in
            simulator.faults.add(.tooMany(retryAfter: 50), on: .fulfillment)
            let ship = try box.start(["ship", "1043"])
            try await eventually("the server refused it for now") { !simulator.faults.struck.isEmpty }
            try await eventually("it is in the queue again") {
                try await box.outbox().map(\.state) == ["queued"]
            }
            try await box.ends(0, "outbox", "drop", "1")
            #expect(await ship.wait() == .status(76))
            #expect(ship.output.contains("dropped"), "\(ship.output)")
        }
    }

    @Test(arguments: ["confirmed", "absent"])
    func aPersonSettlesWhatIsUnknown(outcome: String) async throws {
        let moment: FaultMoment = outcome == "confirmed" ? .afterEffect : .beforeEffect
        try await withBox([Made.purchase(1043, 2), Made.purchase(1044, 1)]) { box, simulator in
            simulator.faults.add(.hang(milliseconds: nil), moment, on: .fulfillment)
            let ship = try box.start(["ship", "1043"])
            try await eventually("the server holds the request") { !simulator.faults.struck.isEmpty }
            ship.send(signal: SIGKILL)
            _ = await ship.wait()
            // Whoever leads next finds a request of unknown outcome, and nothing to find out by.
            simulator.faults.add(.serverError, on: .purchases, .always)
            try await box.ends(69, "sync")
            #expect(try await box.outbox().map(\.state) == ["unknown"])
            try await box.ends(65, "outbox", "drop", "1")
            try await box.ends(0, "outbox", "settle", "1", "--as", outcome)
            simulator.faults.clear()
            try await box.ends(0, "ship", "1044")
            try await eventually("it is confirmed") { try await box.outbox().first?.state == "confirmed" }
            #expect(simulator.store.ledger(1043, item: 1).map(\.quantity) == [2])
            try await box.ends(65, "outbox", "settle", "1", "--as", outcome)
        }
    }
}
