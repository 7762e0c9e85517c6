import Glibc
import Terminal
import TestKit
import Testing

/// Stations that share a box.
@Suite(.serialized, .timeLimit(.minutes(2))) struct StationStory {
    /// The same configuration at two terminals, as a copied one brings it about.
    @Test func twoDashboardsNeverHaveOneName() async throws {
        try await withStore { shipdesk in
            try await withTerminal(command: shipdesk) { first in
                try await first.waits(for: "page 1 of")
                try await withTerminal(command: shipdesk) { second in
                    try await second.waits(for: "Another dashboard is bench-1 already")
                    try await second.waits(for: "bench-1/pts-")
                    let id = try await second.opensPurchase()
                    try await second.ships()
                    try await second.waits(for: "confirmed")
                    try await second.press("q", waitFor: "page 1 of")
                    try await second.press("L", waitFor: "bench-1/pts-")
                    #expect(!id.isEmpty)
                }
            }
        }
    }

    @Test func aStoppedLeaderIsSaidToHoldTheLine() async throws {
        try await withStore { shipdesk in
            let agent = try RunningProgram(
                Program.path, ["agent", "--station", "bench-7"] + shipdesk.dropFirst(),
                environment: Program.environment(home: "/nonexistent"))
            try await eventually("the agent leads") { agent.errors.contains("leading") }
            try await withTerminal(size: Size(width: 120, height: 40), command: shipdesk) { terminal in
                try await terminal.waits(for: "page 1 of")
                try await terminal.waits(for: "bench-7/agent sends")
                agent.send(signal: SIGSTOP)
                _ = try await terminal.opensPurchase()
                try await terminal.ships()
                try await terminal.waits(for: "bench-7/agent is stopped and holds the line")
                agent.send(signal: SIGCONT)
                try await terminal.waits(for: "confirmed")
                try await terminal.waits("for the header to forget it") { !$0.contains("is stopped and") }
            }
            agent.send(signal: SIGTERM)
            #expect(await agent.wait() == .status(0))
        }
    }

    /// It ends, or is killed: a station that has no credentials says so either way.
    @Test(arguments: [SIGTERM, SIGKILL])
    func aLeaderThatIsGoneIsForgotten(signal: Int32) async throws {
        try await withStore { shipdesk in
            let agent = try RunningProgram(
                Program.path, ["agent", "--station", "bench-7"] + shipdesk.dropFirst(),
                environment: Program.environment(home: "/nonexistent"))
            let watching = shipdesk.dropLast() + [shipdesk[2].replacing("config.yaml", with: "watching.yaml")]
            try await withTerminal(size: Size(width: 120, height: 40), command: Array(watching)) { terminal in
                try await terminal.waits(for: "bench-7/agent sends")
                try await terminal.waits(for: "page 1 of")
                agent.send(signal: signal)
                _ = await agent.wait()
                if signal == SIGKILL {
                    // Nobody told: who asks for it to be read hears it.
                    try await terminal.press(":", waitFor: "Enter")
                    try await terminal.type("sync")
                    try await terminal.press("Enter", waitFor: "Nobody on this box reads gala")
                }
                try await terminal.waits(for: "nobody sends")
                #expect(try await !terminal.screen.contains("bench-7/agent sends"))
                try await terminal.press("T", waitFor: "nobody reads it, last read")
                #expect(try await terminal.screen.contains("1 store that nobody reads"))
            }
        }
    }

    private func withStore(_ body: ([String]) async throws -> Void) async throws {
        let folder = try TemporaryFolder("stations")
        let environment = Program.environment(home: folder.path)
        let server = try RunningProgram(
            Program.path, ["simulate", "--purchases", "300"], environment: environment)
        try await eventually("the store listens") { server.output.contains("\n") }
        let address = server.output.split(separator: "\n").first?.split(separator: " ").last ?? ""
        try folder.write(configuration(String(address)), to: "config.yaml")
        let lines = configuration(String(address)).split(separator: "\n")
        let head = lines.prefix { !$0.contains("credentials") }
        try folder.write(head.joined(separator: "\n") + "\n", to: "watching.yaml")
        try await body([Program.path, "--config", folder.path + "/config.yaml"])
        server.send(signal: SIGTERM)
        _ = await server.wait()
    }

    private func configuration(_ address: String) -> String {
        """
        station: bench-1
        data_dir: data
        lock_dir: .
        stopped_after: 500ms
        stores:
          - name: gala
            api: runsignup-ticket-store
            base_url: \(address)/rest
            ticket_event_id: 7001
            credentials:
              rsu_api_key: demo-key
              rsu_api_secret: demo-secret

        """
    }
}
