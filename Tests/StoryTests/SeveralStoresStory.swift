import Glibc
import Model
import Simulator
import Terminal
import TestKit
import Testing

/// Stores of four kinds in one list, one of which goes away.
@Suite(.serialized, .timeLimit(.minutes(3))) struct SeveralStoresStory {
    @Test func oneThatIsDownIsNamedAndTheOthersGoOn() async throws {
        try await withSimulator(SimulatorOptions(purchases: 40, seed: 3)) { baseURL, simulator in
            let race = try await raceServer()
            defer { race.send(signal: SIGKILL) }
            let address = try #require(race.output.split(separator: "\n").first?.split(separator: " ").last)
            let entries = [
                Stocked.gala(baseURL), Stocked.race("\(address)/rest"), Stocked.orders(baseURL),
                Stocked.office(baseURL),
            ]
            try await Warehouse.at(entries, settings: "retry_waiting: 500ms\ncall_timeout: 2s") { warehouse in
                // It answers nobody, and is the same store when it comes back.
                race.send(signal: SIGSTOP)
                let id = try #require(try await warehouse.ready().first { $0.count == 4 })
                try await withTerminal(size: Size(width: 120, height: 40), command: warehouse.command) {
                    terminal in
                    try await terminal.waits(for: "city-run offline")
                    try await seeAllKinds(terminal)
                    try await ship(id, terminal)
                    let ledger = simulator.store.purchase(Int(id) ?? 0)?.ledger ?? []
                    #expect(ledger.reduce(0) { $0 + $1.quantity } > 0)
                    // What is marked in the one that is down waits, and says so.
                    try await ship("7000001", terminal, until: "queued")

                    race.send(signal: SIGCONT)
                    try await terminal.waits(for: "+ confirmed")
                    try await terminal.waits(until: "city-run offline")
                }
                let states = try await warehouse.outbox().map(\.state)
                #expect(Set(states) == ["confirmed"])
            }
        }
    }

    /// Rows of each store that lists, in one list and each for itself.
    private func seeAllKinds(_ terminal: TerminalSession) async throws {
        try await terminal.waits(for: "all stores")
        for (name, sign) in [("gala", "page 1 of"), ("city-run", "7000001"), ("boxoffice", "synced")] {
            try await terminal.press("S", waitFor: "─ \(name) ─")
            try await terminal.waits(for: sign)
        }
        try await terminal.press("S", waitFor: "1 To come")
        #expect(try await terminal.screen.contains("f in hand"))
        // The header speaks of the store that is shown: this one is well.
        #expect(try await !terminal.screen.contains("offline"))
        try await terminal.press("S", waitFor: "─ All stores. ─")
        try await terminal.waits(for: "city-run offline")
    }

    private func ship(
        _ id: String, _ terminal: TerminalSession, until state: String = "confirmed"
    ) async throws {
        try await terminal.press("/", waitFor: "Enter go")
        try await terminal.press("C-u")
        try await terminal.type(id)
        try await terminal.press("Enter", waitFor: "1 match")
        try await terminal.press("Enter", waitFor: "q back")
        try await terminal.ships()
        try await terminal.waits(for: state)
        // Shipped, it is none of those to ship any more.
        if state == "confirmed" { try await terminal.press("q", waitFor: "0 matches") }
    }

    private func raceServer() async throws -> RunningProgram {
        let server = try RunningProgram(
            Program.path, ["simulate", "--purchases", "12", "--seed", "3"],
            environment: Program.environment(home: "/nonexistent"))
        try await eventually("the store listens") { server.output.contains("\n") }
        return server
    }
}
