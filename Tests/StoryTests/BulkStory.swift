import Model
import Simulator
import Terminal
import TestKit
import Testing

/// Many at once where the store refuses one of them.
@Suite(.serialized, .timeLimit(.minutes(3))) struct BulkStory {
    @Test func oneRefusedByTheStoreIsNamedAndTheRestGoes() async throws {
        try await withBench { warehouse, simulator in
            let ids = Array(try await warehouse.ready().prefix(6))
            let bad = try #require(Int(ids[2]))
            simulator.faults.add(.refuse(purchase: bad), on: .fulfillment, .always)

            try await withTerminal(size: Size(width: 120, height: 40), command: warehouse.command) {
                terminal in
                try await terminal.waitsForList()
                try await mark(ids, terminal)
                try await terminal.press("f", waitFor: "PgDn preview")
                try await terminal.press("NPage", waitFor: "of 6 purchases?")
                try await terminal.press("y")
                // By itself the outbox shows what came of each, with the store's own words.
                try await terminal.waits("for the end of the action") {
                    $0.contains("did not go through") && $0.contains("failed") && !$0.contains("queued")
                        && !$0.contains("unknown")
                }
                try await terminal.waits(for: "Store purchase \(bad) cannot be fulfilled")
            }
            let entries = try await warehouse.outbox()
            #expect(Set(entries.filter { $0.state == "failed" }.map(\.purchase)) == [ids[2]])
            #expect(
                Set(entries.filter { $0.state == "confirmed" }.map(\.purchase))
                    == Set(ids).subtracting([ids[2]]))
            for id in ids.compactMap(Int.init) where id != bad {
                let net = simulator.store.purchase(id)?.ledger.reduce(0) { $0 + $1.quantity } ?? 0
                #expect(net > 0, "\(id) is shipped at the store")
            }
        }
    }

    private func mark(_ ids: [String], _ terminal: TerminalSession) async throws {
        for (number, id) in ids.enumerated() {
            try await terminal.press("/", waitFor: "Enter go")
            try await terminal.press("C-u")
            try await terminal.type(id)
            try await terminal.press("Enter", waitFor: "1 match")
            try await eventually("the cursor on \(id)") { try await terminal.purchaseAtCursor == id }
            try await terminal.press("Space", waitFor: "\(number + 1) marked")
        }
        try await terminal.press("Escape", waitFor: "page 1 of")
    }

    private func withBench(
        _ body: (Warehouse, Simulator) async throws -> Void
    ) async throws {
        try await withSimulator(SimulatorOptions(purchases: 300, seed: 3)) { baseURL, simulator in
            try await Warehouse.at(baseURL) { try await body($0, simulator) }
        }
    }
}
