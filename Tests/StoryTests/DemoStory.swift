import FoundationEssentials
import TestKit
import Testing

/// What a newcomer sees without a store of their own.
@Suite(.serialized, .timeLimit(.minutes(2))) struct DemoStory {
    @Test func itShowsAStoreOfEachKindAndLeavesNothing() async throws {
        let folder = try TemporaryFolder("demo")
        let environment = ["TMPDIR": folder.path]
        try await withTerminal(command: Story.demo(), environment: environment) { terminal in
            try await terminal.waitsForList()
            #expect(try await terminal.screen.contains("DEMO  Spring Gala"))
            #expect(try await terminal.screen.contains("S store"))
            #expect(try left(in: folder).count == 1)
            try await terminal.press("S", waitFor: "─ City Run ─")
            try await terminal.waits(for: "5 All 60")
            try await terminal.press("S", waitFor: "─ Box Office ─")
            try await terminal.waits(for: "TX100001")
            try await terminal.waits(for: " Sandbox ")
            try await terminal.press("S", waitFor: "─ Ticket Shelf ─")
            try await terminal.waits(for: "f in hand")
            let listing = try await terminal.purchaseAtCursor
            try await terminal.press("Enter", waitFor: "seats[0].seat")
            #expect(try await terminal.screen.contains(listing))
            try await terminal.press("q", waitFor: "page 1 of 1")
            try await terminal.press("S", waitFor: "─ All stores. ─")
            let words = try await terminal.screen
            #expect(words.contains("City Run") && words.contains("Box Office"))
            try await terminal.press("S", waitFor: "─ Spring Gala ─")
            try await terminal.press("q", waitFor: "Quit? q again.")
            try await terminal.press("q")
            try await terminal.waitsForEnd()
        }
        #expect(try left(in: folder).isEmpty)
    }

    private func left(in folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("demo") }
    }
}
