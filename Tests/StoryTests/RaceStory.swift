import FoundationEssentials
import Simulator
import TestKit
import Testing

/// A race's store takes no marks: they are kept on this box.
@Suite(.serialized, .timeLimit(.minutes(2))) struct RaceStory {
    @Test func aPurchaseIsShippedHereAndTakenBackHere() async throws {
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            let before = Made.racePurchase(7_000_001, now: simulator.clock.now)
            simulator.race.put(before)
            try await Warehouse.at([Stocked.race(baseURL)]) { warehouse in
                try await withTerminal(command: warehouse.command) { terminal in
                    try await terminal.opensOnlyPurchase("7000001")
                    try await terminal.waits(for: "State      to ship")
                    try await terminal.waits(for: "no address in this API")
                    try await terminal.press("f", waitFor: "PgDn preview")
                    try await terminal.press("NPage", waitFor: "Kept on this box: this store takes no marks.")
                    try await terminal.press("y", waitFor: "State      shipped")
                    try await terminal.waits(for: "Shipments, kept on this box")

                    try await terminal.press("O", waitFor: "Outbox")
                    try await terminal.press("Tab", waitFor: "Kept on this box")
                    #expect(try await terminal.screen.contains("Ship 2 Shirt, Large"))
                    try await terminal.press("q", waitFor: "State      shipped")
                    try await terminal.press("u", waitFor: "PgDn preview")
                    try await terminal.press("NPage", waitFor: "Taken back on this box")
                    try await terminal.press("y", waitFor: "State      to ship")
                    try await terminal.waits(for: "took back 2 Shirt, Large")
                }
                let outbox = try await warehouse.outbox()
                #expect(outbox.map(\.quantity) == [2, -2])
                #expect(outbox.allSatisfy { $0.state == "confirmed" })
            }
            // The store heard nothing but questions, and has what it had.
            #expect(simulator.race.purchase(7_000_001) == before)
            #expect(simulator.recorder.requests.allSatisfy { $0.method == "GET" })
        }
    }
}
