import Model
import Simulator
import TestKit
import Testing

/// An order of a store that lists none: asked for by its id, shipped, taken back, and closed for good.
@Suite(.serialized, .timeLimit(.minutes(2))) struct OrderStory {
    private static let number = "1Z999AA10123456784"

    @Test func anOrderIsBroughtInShippedTakenBackAndClosed() async throws {
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            simulator.orders.put(Made.order("TX1", now: simulator.clock.now))
            func order() -> StockOrder? { simulator.orders.order("TX1") }
            try await Warehouse.at([Stocked.orders(baseURL)]) { warehouse in
                try await withTerminal(command: warehouse.command) { terminal in
                    try await bringIn(terminal)
                    try await terminal.waits(for: " Sandbox ")

                    try await terminal.press("f", waitFor: "PgDn preview")
                    try await terminal.scan(Self.number)
                    try await terminal.waits(for: "[\(Self.number)")
                    try await terminal.press("NPage", waitFor: "y  yes")
                    try await terminal.press("y", waitFor: "State      shipped")
                    try await terminal.waits(for: "confirmed")
                    #expect(order()?.tracking == Self.number)
                    #expect(order()?.status == .approved)

                    try await terminal.press("u", waitFor: "y  yes")
                    try await terminal.press("y", waitFor: "State      to ship")
                    try await eventually("the store has no number") { order()?.tracking == nil }

                    try await close(terminal)
                    #expect(order()?.status == .commissionable)
                    // What is closed offers nothing any more, and says why.
                    try await terminal.press("f", waitFor: "final")
                }
            }
            #expect(order()?.status == .commissionable && order()?.tracking == nil)
            #expect(simulator.orders.written.count == 3)
        }
    }

    private func bringIn(_ terminal: TerminalSession) async throws {
        try await terminal.waits(for: "synced")
        try await terminal.press("/", waitFor: "Enter go")
        try await terminal.type("TX1")
        try await terminal.press("Enter", waitFor: "No order TX1 is kept here")
        try await terminal.press("Enter", waitFor: "y  yes")
        try await terminal.press("y", waitFor: "ship to ─")
        try await terminal.waits(for: "State      to ship")
    }

    /// A final status takes two yeses; one yes alone changes nothing.
    private func close(_ terminal: TerminalSession) async throws {
        try await terminal.press("f", waitFor: "PgDn preview")
        for _ in 0..<3 where try await !terminal.screen.contains("> Status") {
            let before = try await terminal.screen
            try await terminal.press("Tab")
            try await terminal.waits("for the next field") { $0 != before }
        }
        for _ in 0..<8 where try await !terminal.screen.contains("< Commissionable") {
            let before = try await terminal.screen
            try await terminal.press("Space")
            try await terminal.waits("for the next status") { $0 != before }
        }
        try await terminal.press("NPage", waitFor: "Shall it be so all the same?")
        try await terminal.press("y")
        try await terminal.waits("for the second question") {
            $0.contains("y  yes") && !$0.contains("Shall it be so all the same?")
        }
        // The same key at once would count as held down, and would not be taken.
        try await Task.sleep(for: .seconds(1))
        try await terminal.press("y", waitFor: "State      shipped")
        try await terminal.waits(for: "+ confirmed")
        try await terminal.waits(for: "Status       Commissionable")
    }
}
