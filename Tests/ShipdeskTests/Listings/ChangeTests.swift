import Model
import Simulator
import TestKit
import Testing

/// Values of a listing by the names of its document.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ChangeTests {
    @Test func valuesAreSetAndTakenBack() async throws {
        try await withOffice { box, simulator in
            try await box.ends(0, "change", "801", "internal_notes=shelf 4", "price=12.50")
            #expect(
                simulator.patches == [
                    #"{"inventory":{"in_hand":false,"in_hand_on":"2030-01-31","internal_notes":"shelf 4","price":12.5}}"#
                ])
            #expect(try await box.run("show", "801").output.contains("internal_notes=shelf 4"))
            try await box.ends(0, "change", "801", "internal_notes=shelf 5")
            let action = try #require(try await box.outbox().last?.action)
            try await box.ends(0, "undo", "--action", action)
            #expect(simulator.inventory.listing(801)?.text("internal_notes") == "shelf 4")
            // Before the first there was no note, and nothing can be emptied.
            try await box.ends(65, "undo", "--action", "1")
        }
    }

    /// The tickets would be made anew a second time.
    @Test func aChangedQuantityIsTakenBackOnlyWhereThatIsMeant() async throws {
        try await withOffice { box, simulator in
            try await box.ends(65, "change", "801", "quantity=3")
            try await box.ends(0, "change", "801", "quantity=3", "--final")
            let action = try #require(try await box.outbox().last?.action)
            let once = try await box.run("undo", "--action", action)
            #expect(once.has(65) && once.errors.contains("their barcodes and seat ids are lost"), "\(once)")
            #expect(once.errors.contains("--final"))
            try await box.ends(65, "undo", "801")
            #expect(simulator.patches.count == 1)
            try await box.ends(0, "undo", "--action", action, "--final")
            #expect(simulator.inventory.listing(801)?.seats.count == 2)
        }
    }

    @Test func whatStillStandsIsSaid() async throws {
        try await withOffice { box, _ in
            for change in ["price=7", "cost=8", "section=ZZ"] {
                try await box.ends(0, "change", "801", change)
            }
            let undo = try await box.run("undo", "801")
            #expect(undo.has(0) && undo.output.contains("section"), "\(undo)")
            #expect(undo.errors.contains("801: 2 earlier marks of this box stand (actions 2, 1)"), "\(undo)")
        }
    }

    @Test func faultsAreToldByAttributeAndNothingLeaves() async throws {
        try await withOffice { box, simulator in
            let change = try await box.run(
                "change", "801", "price=2000000", "discount=101", "account_email=desk", "row=",
                "split_type=CUSTOM", "quantity=0", "seats[0].barcode=A", "in_hand=false", "colour=red")
            #expect(change.has(65), "\(change)")
            let names = change.errors.split(separator: "\n").compactMap { $0.split(separator: ":").first }
            #expect(
                Set(names.map(String.init)) == [
                    "colour", "row", "account_email", "discount", "price", "quantity", "split_override",
                    "seats[0].seat",
                ])
            try await box.ends(64, "change", "801")
            try await box.ends(64, "change", "801", "price")
            try await box.ends(65, "change", "999", "price=1")
            #expect(simulator.patches.isEmpty)
            #expect(try await box.outbox().isEmpty)
        }
    }

    @Test func seatsGoOutWhole() async throws {
        try await withOffice { box, simulator in
            // The list of all tells no seats: they are read first.
            try await box.ends(0, "change", "801", "seats[0].barcode=A1", "seats[1].barcode=A2")
            let seats = try #require(simulator.inventory.listing(801)?.seats)
            #expect(seats.map(\.barcode) == ["A1", "A2"] && seats.map(\.seat) == [1, 2])
            try await box.ends(0, "change", "801", "seats[1].barcode=B2")
            #expect(simulator.inventory.listing(801)?.seats.map(\.barcode) == ["A1", "B2"])
            try await box.ends(65, "change", "801", "seats[1].seat=1")
            try await box.ends(65, "change", "801", "seats[2].seat=9")
        }
    }

    @Test func oneBarcodeForTwoSeatsIsRefusedInWordsWithoutIt() async throws {
        try await withOffice { box, simulator in
            let change = try await box.run(
                "change", "801", "seats[0].barcode=SAME7777", "seats[1].barcode=same7777")
            #expect(change.has(65) && change.errors.contains("Seats 1 and 2 would have the same barcode"))
            #expect(!change.errors.lowercased().contains("same7777"))
            try await box.ends(0, "change", "801", "seats[0].barcode=SAME7777")
            try await box.ends(65, "change", "801", "seats[1].barcode=SAME7777")
            #expect(simulator.inventory.listing(801)?.seats.map(\.barcode) == ["SAME7777", nil])
        }
    }

    @Test func whereNothingCanBeReadTheSeatsHaveToBeNamed() async throws {
        try await withOffice(801...801, EvolutionSettings(showsTicketGroups: false)) { box, _ in
            let change = try await box.run("change", "801", "seats[0].barcode=A1", "in_hand=true")
            #expect(change.has(65) && change.errors.contains("may not read ticket groups"), "\(change)")
            #expect(change.errors.contains("Write the number of the seat."))
        }
    }

    @Test func aChangedQuantityIsAskedForTwice() async throws {
        try await withOffice { box, simulator in
            let change = try await box.run("change", "801", "quantity=3")
            #expect(change.has(65) && change.errors.contains("--final"), "\(change)")
            #expect(simulator.patches.isEmpty)
            try await box.ends(0, "change", "801", "quantity=3", "--final")
            #expect(simulator.inventory.listing(801)?.quantity == 3)
            #expect(try await box.purchase("801").items.map(\.purchased) == [3])
        }
    }

    @Test func aStoreWithALedgerHasNoValues() async throws {
        try await withBox([Made.purchase(1043, 1)]) { box, _ in
            let change = try await box.run("change", "1043", "price=1")
            #expect(change.has(65) && change.errors.contains("ledger"), "\(change)")
            try await box.ends(65, "undo", "1043", "--deliver-by", "2030-01-01")
        }
    }
}
