import FoundationEssentials
import Model
import Simulator
import TestKit
import Testing

/// An office's inventory from end to end: listings come into the hand, or are awaited.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ListingTests {
    private static let day = "2030-01-31"

    @Test func shipIsInHandAndUndoSetsTheDayBack() async throws {
        try await withOffice { box, simulator in
            let before = try await box.purchase("801")
            #expect(before.state == "to-ship" && before.address == nil && before.attention.isEmpty)
            #expect(before.items.map(\.name) == ["Harbour Lights Tour"])
            #expect(before.items.map(\.variant) == ["101, row A"])
            #expect(before.items.map(\.purchased) == [2])
            #expect(try await box.run("show", "801").output.contains("expected on 31 Jan 2030"))

            let ship = try await box.run("ship", "801", "--json")
            #expect(ship.has(0), "\(ship)")
            #expect(try ship.json(Entries.self).entries.map(\.quantity) == [2])
            #expect(simulator.hand(801) == "here" && simulator.hand(802) == Self.day)
            #expect(try await box.purchase("801").state == "shipped")
            #expect(try await box.run("show", "801").output.contains("in hand"))
            try await box.ends(65, "ship", "801")

            // The listing's own list says nothing of it that is old.
            try await box.ends(0, "sync")
            #expect(try await box.purchase("801").items.map(\.fulfilled) == [2])

            try await box.ends(0, "undo", "801")
            #expect(simulator.hand(801) == Self.day)
            #expect(
                simulator.patches == [
                    #"{"inventory":{"in_hand":true}}"#,
                    #"{"inventory":{"in_hand":false,"in_hand_on":"2030-01-31"}}"#,
                ])
            try await box.ends(65, "undo", "801")
        }
    }

    /// Its own calls use up those of a second: what was marked meanwhile leaves all the same.
    @Test func aSyncSendsWhatCanLeave() async throws {
        try await withOffice { box, simulator in
            try await box.ends(75, "ship", "801", "--no-wait")
            try await box.ends(0, "sync", "--full")
            #expect(try await box.outbox().map(\.state) == ["confirmed"])
            #expect(simulator.hand(801) == "here")
        }
    }

    @Test func aDayIsNotInHandAndUndoSetsTheOneBefore() async throws {
        try await withOffice { box, simulator in
            try await box.ends(0, "ship", "801", "--deliver-by", "2030-03-01")
            #expect(simulator.hand(801) == "2030-03-01")
            #expect(try await box.purchase("801").state == "to-ship")
            try await box.ends(0, "undo", "801")
            #expect(simulator.hand(801) == Self.day)
            try await box.ends(0, "ship", "801")
            // It is here: a day on which it will be makes no sense.
            try await box.ends(65, "ship", "801", "--deliver-by", "2030-03-01")
            try await box.ends(65, "ship", "802", "--tracking", "1Z999")
            try await box.ends(65, "ship", "802", "--hand-over")
            try await box.ends(65, "ship", "802:1=1")
            #expect(simulator.patches.count == 3)
        }
    }

    /// Where nothing ever told the day, somebody has to.
    @Test func anUnknownDayIsAskedFor() async throws {
        try await withOffice(awaitedOn: nil, EvolutionSettings(showsTicketGroups: false)) { box, simulator in
            simulator.expect(801, on: Self.day)
            try await box.ends(0, "ship", "801")
            let undo = try await box.run("undo", "801")
            #expect(undo.has(65) && undo.errors.contains("--deliver-by"), "\(undo)")
            try await box.ends(0, "undo", "801", "--deliver-by", "2030-02-02")
            #expect(simulator.hand(801) == "2030-02-02")
        }
    }

    /// Only the call for ticket groups is refused: the store goes on, and tells what is missing.
    @Test func listingsStandWithWhatIsKnownWhereTicketGroupsAreRefused() async throws {
        try await withOffice(801...802, EvolutionSettings(showsTicketGroups: false)) { box, simulator in
            #expect(try await box.list().total == 2)
            let doctor = try await box.run("doctor")
            #expect(doctor.has(0) && doctor.output.contains("may not read ticket groups"), "\(doctor)")
            try await box.ends(0, "ship", "801", "802")
            #expect(simulator.hand(801) == "here" && simulator.hand(802) == "here")
            #expect(try await box.list("--state", "shipped").total == 2)

            // Nothing can be read back: a person decides.
            simulator.faults.add(.close, on: .inventoryUpdate)
            let lost = try await box.run("undo", "801", "--deliver-by", "2030-02-02", "--json")
            #expect(lost.has(76), "\(lost)")
            #expect(try lost.json(Entries.self).entries.map(\.state) == ["attention"])
            #expect(simulator.hand(801) == "here")
            let id = try #require(try await box.outbox().last?.id)
            try await box.ends(0, "outbox", "settle", id, "--as", "absent")
            try await box.ends(0, "sync")
            try await eventually("it leaves again") { simulator.hand(801) == "2030-02-02" }
        }
    }

    @Test func aThousandAreMarkedByOneCall() async throws {
        // A thousand marks take longer to write down than the tests' margin lets a request wait.
        let figures = Box.quick.replacing("settle_margin: 200ms", with: "settle_margin: 5s")
        try await withOffice(10_001...11_000, figures: figures) { box, simulator in
            let ids = (10_001...11_000).map(String.init)
            let ship = try await box.run(["ship"] + ids + ["--json"])
            #expect(ship.ending == .status(0), "\(ship.errors)")
            #expect(try ship.json(Entries.self).entries.count { $0.state == "confirmed" } == 1_000)
            #expect(simulator.recorder.requests(to: .inventoryBulk).count == 1)
            #expect(simulator.recorder.requests(to: .inventoryUpdate).isEmpty)
            #expect((10_001...11_000).allSatisfy { simulator.hand($0) == "here" })
            // Read in one answer, too.
            #expect(simulator.recorder.requests(to: .ticketGroup).isEmpty)

            try await box.ends(0, "undo", "--action", "1")
            #expect(simulator.recorder.requests(to: .inventoryBulk).count == 2)
            #expect((10_001...11_000).allSatisfy { simulator.hand($0) == Self.day })
        }
    }

    @Test func unmappedRowsAreToldAndNotMarked() async throws {
        try await withSimulator(SimulatorOptions(purchases: 40)) { baseURL, simulator in
            let box = try Box(entries: Box.officeEntry(String(baseURL.dropLast(5))))
            let sync = try await box.run("sync", "--json")
            #expect(sync.has(0) && sync.output.contains("4 listings are not mapped to an event yet"))
            // Whoever is about something else has nothing of it.
            let unknown = try await box.run("show", "1")
            #expect(!unknown.errors.contains("mapped") && !unknown.output.contains("mapped"))
            let ids = try await box.list().purchases.map(\.id)
            #expect(ids.sorted() == simulator.inventory.listingIDs.map(String.init).sorted())
            #expect(try await box.list().purchases.allSatisfy { $0.ordered_at == nil })
        }
    }

    @Test func wrongCredentialsAreRefused() async throws {
        try await withOffice { box, simulator in
            let root = "http://127.0.0.1:\(Self.port(of: box))"
            let wrong = try Box(
                entries: Box.officeEntry(root, credentials: "{token: demo-evolution-token, secret: other}"))
            let sync = try await wrong.run("sync")
            #expect(sync.has(77), "\(sync)")
            #expect(!sync.errors.contains("demo-evolution"))
        }
    }

    private static func port(of box: Box) -> String {
        let line = (try? box.folder.read("config.yaml"))?.split(separator: "\n").first {
            $0.contains("base_url")
        }
        return line.flatMap { $0.split(separator: ":").last }.map(String.init) ?? ""
    }
}
