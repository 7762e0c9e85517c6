import FoundationEssentials
import Glibc
import Terminal
import TestKit
import Testing

/// A carrier's file at a real terminal: looked at, taken, taken back; and what the list shows, as a file.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ImportStory {
    @Test func aFileIsLookedAtTakenAndTakenBack() async throws {
        let folder = try TemporaryFolder("import")
        try await withTerminal(command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            let id = try await terminal.purchaseAtCursor
            let rows = "Order Number,Tracking #\n\(id),1Z5R89390357567127\n999999,3318810025\n"
            try folder.write(rows, to: "day.csv")

            try await terminal.press(":", waitFor: "Tab complete")
            try await terminal.type("import \(folder.path)/da")
            try await terminal.press("Tab", waitFor: "/day.csv")
            try await terminal.press("Enter", waitFor: "1 good")
            #expect(try await terminal.screen.contains("There is no purchase 999999"))
            try await terminal.press("Enter")
            try await terminal.press("Down", waitFor: "2 of 2")
            #expect(try await terminal.screen.contains("1Z5R89390357567127"))
            try await terminal.press("y", waitFor: "shipped. u takes it back. 1 row bad.")
            try await terminal.press("u", waitFor: "Take all of it back?")
            try await terminal.press("y")
            try await terminal.waits(for: "taken back.")

            try await terminal.press(":", waitFor: "Tab complete")
            try await terminal.type("import \(folder.path)/day.csv")
            try await terminal.press("Enter", waitFor: "imported")
            try await terminal.press("y", waitFor: ":import!")
            try await terminal.press("Escape", waitFor: "page 1 of")
        }
    }

    @Test func whatTheListShowsIsWrittenToAFile() async throws {
        let folder = try TemporaryFolder("export")
        let path = "\(folder.path)/list.csv"
        try await withTerminal(size: Size(width: 120, height: 40), command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            let id = try await terminal.purchaseAtCursor
            try await terminal.press("Space", waitFor: "1 marked")
            try await export(path, terminal, says: "1 purchase written to")
            let lines = try folder.read("list.csv").split(separator: "\n")
            #expect(lines.count >= 2 && lines.dropFirst().allSatisfy { $0.hasPrefix("Spring Gala,\(id),") })
            var status = stat()
            #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)

            try await export(path, terminal, says: "export! replaces it")
        }
    }

    private func export(_ path: String, _ terminal: TerminalSession, says words: String) async throws {
        try await terminal.press(":", waitFor: "Tab complete")
        try await terminal.type("export \(path)")
        try await terminal.press("Enter", waitFor: words)
    }
}
