import Simulator
import TestKit
import Testing

/// An office's listing: in hand and back, another day, and the barcodes of its seats by scanner.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ListingStory {
    @Test func aListingComesInAndIsSetBack() async throws {
        try await withOffice { warehouse, simulator in
            try await withTerminal(command: warehouse.command) { terminal in
                try await terminal.waits(for: "1 To come 1")
                try await terminal.waits(for: "f in hand")
                try await terminal.opensOnlyPurchase("801")
                // What the list does not tell was read because it was opened.
                try await terminal.waits(for: "seats[1].seat")
                try await terminal.waits(for: "State  expected on 31 Jan 2030")

                try await terminal.press("f", waitFor: "PgDn preview")
                try await terminal.press("NPage", waitFor: "Mark it in hand?")
                try await terminal.press("y", waitFor: "State  in hand")
                try await terminal.waits(for: "confirmed")
                #expect(simulator.inventory.listing(801)?.inHand == true)

                try await terminal.press("u", waitFor: "y  yes")
                try await terminal.press("y", waitFor: "State  expected on 31 Jan 2030")
                try await eventually("the office awaits it as before") {
                    simulator.inventory.listing(801)?.inHand == false
                }
                #expect(simulator.inventory.listing(801)?.inHandOn == "2030-01-31")

                try await terminal.press("f", waitFor: "PgDn preview")
                try await terminal.type("2030-02-14")
                try await terminal.press("NPage", waitFor: "Set the day?")
                try await terminal.press("y", waitFor: "State  expected on 14 Feb 2030")
                try await eventually("the office has the day") {
                    simulator.inventory.listing(801)?.inHandOn == "2030-02-14"
                }
                #expect(simulator.inventory.listing(801)?.inHand == false)
            }
        }
    }

    @Test func barcodesAreScannedIntoTheSeatsAndSetBack() async throws {
        try await withOffice { warehouse, simulator in
            func barcodes() -> [String?]? { simulator.inventory.listing(801)?.seats.map(\.barcode) }
            try await withTerminal(command: warehouse.command) { terminal in
                try await terminal.opensOnlyPurchase("801")
                try await terminal.waits(for: "OLD10001")
                try await terminal.press("e", waitFor: "> in_hand")
                for _ in 0..<6 where try await !terminal.screen.contains("> seats[0].barcode") {
                    let before = try await terminal.screen
                    try await terminal.press("Down")
                    try await terminal.waits("for the next field") { $0 != before }
                }
                try await terminal.scan("NEW00001")
                try await terminal.waits(for: "> seats[1].barcode")
                // The same ticket again is not the next one.
                try await terminal.scan("NEW00001")
                try await terminal.waits(for: "NEW00001 is seats[0].barcode already: not used.")
                try await terminal.scan("NEW00002")
                try await terminal.waits(for: "[NEW00002")
                try await terminal.press("NPage", waitFor: "Change 2 values?")
                try await terminal.press("y", waitFor: "confirmed")
                #expect(barcodes() == ["NEW00001", "NEW00002"])
                #expect(simulator.inventory.listing(801)?.inHandOn == "2030-01-31")

                try await terminal.press("u", waitFor: "y  yes")
                try await terminal.press("y", waitFor: "set back")
                try await eventually("the office has the old ones") {
                    barcodes() == ["OLD00001", "OLD10001"]
                }
            }
        }
    }

    @Test func oneBarcodeForTwoSeatsIsRefusedBesideItsField() async throws {
        try await withOffice { warehouse, simulator in
            try await withTerminal(command: warehouse.command) { terminal in
                try await terminal.opensOnlyPurchase("801")
                try await terminal.waits(for: "OLD10001")
                try await terminal.press("e", waitFor: "> in_hand")
                for _ in 0..<6 where try await !terminal.screen.contains("> seats[0].barcode") {
                    let before = try await terminal.screen
                    try await terminal.press("Down")
                    try await terminal.waits("for the next field") { $0 != before }
                }
                try await terminal.press("C-u")
                try await terminal.type("old10001")
                try await terminal.press(
                    "NPage", waitFor: "! Seats 4 and 5 would have the same barcode; each has its own.")
            }
            #expect(simulator.inventory.written.isEmpty)
        }
    }

    private func withOffice(_ body: (Warehouse, Simulator) async throws -> Void) async throws {
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            simulator.inventory.put(Made.listing(801))
            try await Warehouse.at([Stocked.office(baseURL)]) { try await body($0, simulator) }
        }
    }
}
