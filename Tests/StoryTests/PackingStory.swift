import Glibc
import TestKit
import Testing

/// Fetching from the shelves, and two people at one order.
@Suite(.serialized, .timeLimit(.minutes(2))) struct PackingStory {
    @Test func whatIsMarkedIsFetchedTickedOffAndWrittenDown() async throws {
        let folder = try TemporaryFolder("picked")
        try await withTerminal(command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            try await terminal.press("Space", waitFor: "1 marked")
            try await terminal.press("Space", waitFor: "2 marked")
            try await terminal.press("P", waitFor: "for 2 purchases")
            try await terminal.press("Space", waitFor: "1 of")
            try await terminal.waits(for: "[x]")
            try await terminal.press("Tab", waitFor: ", ")
            try await terminal.press("q", waitFor: "2 marked")
            try await terminal.press("p", waitFor: "2 packing slips")
            // Where nothing can be printed the form begins with a text file.
            if try await !terminal.screen.contains("[< text file") {
                try await terminal.press("BTab")
                try await terminal.press("Space", waitFor: "PDF")
                try await terminal.press("Space", waitFor: "text file")
            }
            try await terminal.press("Tab")
            try await terminal.press("C-u")
            try await terminal.type(folder.path + "/slips.txt")
            try await terminal.press("NPage", waitFor: "2 packing slips written to")
        }
        let pages = try folder.read("slips.txt").split(separator: "\u{0C}")
        #expect(pages.count == 2)
        #expect(pages.allSatisfy { $0.contains("PACKING SLIP") && $0.contains("in this parcel") })
    }

    @Test func whoPacksAnOrderIsToldToEverybodyAndMayBeRelieved() async throws {
        let folder = try TemporaryFolder("claims")
        let environment = Program.environment(home: folder.path)
        let server = try RunningProgram(
            Program.path, ["simulate", "--port", "0", "--purchases", "300"], environment: environment)
        try await eventually("the store listens") { server.output.contains("\n") }
        let address = try #require(server.output.split(separator: "\n").first?.split(separator: " ").last)
        try folder.write(configuration(String(address)), to: "config.yaml")
        let shipdesk = [Program.path, "--config", folder.path + "/config.yaml", "--station"]
        try await withTerminal(command: shipdesk + ["bench-1"]) { one in
            try await one.waitsForList()
            try await withTerminal(command: shipdesk + ["bench-2"]) { two in
                try await two.waitsForList()
                try await one.press("f", waitFor: "PgDn preview")
                try await two.waits("for the sign") { $0.contains { $0 == "@" } }
                try await two.press("f", waitFor: "bench-1 (")
                try await two.press("C-t", waitFor: "Yours now")
                try await one.waits(for: "bench-2 (")
                try await one.press("Escape", waitFor: "page 1 of")
                try await one.waits("for the sign") { $0.contains { $0 == "@" } }
                try await two.press("Escape", waitFor: "page 1 of")
                try await one.waits("for the sign to go") { !$0.contains { $0 == "@" } }
                try await two.press("f", waitFor: "PgDn preview")
                try await one.waits("for the sign") { $0.contains { $0 == "@" } }
            }
            // The terminal of the second is gone, and its program with it: so is its claim.
            try await one.press("f", waitFor: "PgDn preview")
            try await one.waits("for the other's end") { !$0.contains("bench-2 (") }
        }
        server.send(signal: SIGTERM)
        _ = await server.wait()
    }

    private func configuration(_ address: String) -> String {
        """
        data_dir: data
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
