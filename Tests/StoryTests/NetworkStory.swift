import Glibc
import TestKit
import Testing

/// The network goes and comes back while somebody works.
@Suite(.serialized, .timeLimit(.minutes(2))) struct NetworkStory {
    @Test func withTheStoreGoneWorkGoesOn() async throws {
        let folder = try TemporaryFolder("network")
        let environment = Program.environment(home: folder.path)
        let server = try await simulate(port: "0", environment)
        let address = try #require(server.output.split(separator: "\n").first?.split(separator: " ").last)
        try folder.write(configuration(String(address)), to: "config.yaml")
        let shipdesk = [Program.path, "--config", folder.path + "/config.yaml"]
        let sync = try RunningProgram(Program.path, ["sync"] + shipdesk.dropFirst(), environment: environment)
        #expect(await sync.wait() == .status(0))
        server.send(signal: SIGKILL)
        _ = await server.wait()

        try await withTerminal(command: shipdesk) { terminal in
            try await terminal.waits(for: "page 1 of")
            try await terminal.waits(for: "offline")
            try await terminal.press("5", waitFor: "[5 All")
            try await terminal.press("NPage", waitFor: "page 2 of")
            try await terminal.press("1", waitFor: "[1 To ship")
            let id = try await terminal.purchaseAtCursor
            try await terminal.press("/", waitFor: "Enter go")
            try await terminal.type(id)
            try await terminal.press("Enter", waitFor: "1 match")
            _ = try await terminal.opensPurchase()
            try await terminal.ships()
            try await terminal.waits(for: "on its way")

            let port = String(address.split(separator: ":").last ?? "")
            let again = try await simulate(port: port, environment)
            try await terminal.waits(for: "confirmed")
            try await terminal.press("q")
            try await terminal.waits(for: "synced")
            again.send(signal: SIGTERM)
            _ = await again.wait()
        }
    }

    private func simulate(port: String, _ environment: [String: String]) async throws -> RunningProgram {
        let server = try RunningProgram(
            Program.path, ["simulate", "--port", port, "--purchases", "300"], environment: environment)
        try await eventually("the store listens") { server.output.contains("\n") }
        return server
    }

    private func configuration(_ address: String) -> String {
        """
        station: bench-1
        data_dir: data
        lock_dir: .
        call_timeout: 2s
        sync_every: 1s
        retry_waiting: 500ms
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
