import Terminal
import TestKit
import Testing

/// A shift at the bench: ranges, what a preview leaves out, the day on the wall, a theme, a line that breaks.
@Suite(.serialized, .timeLimit(.minutes(3))) struct BenchStory {
    @Test func aRangeIsMarkedAndThePreviewSaysWhatStaysBehind() async throws {
        try await withTerminal(size: Size(width: 120, height: 40), command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            try await terminal.press("v")
            try await terminal.press("Down")
            try await terminal.press("Down")
            try await terminal.press("v", waitFor: "3 marked")
            try await terminal.press("c")
            try await terminal.waits(until: "3 marked")

            try await terminal.press("A", waitFor: "marked (")
            try await terminal.press("f", waitFor: "PgDn preview")
            try await terminal.press("NPage", waitFor: "y  yes")
            try await terminal.waits(for: "bought less than 15 min ago")
            try await terminal.press("n", waitFor: "PgDn preview")
            try await terminal.press("Escape", waitFor: "page 1 of")
        }
    }

    @Test func theDayIsShownAndChangesWithWhatIsShipped() async throws {
        try await withTerminal(size: Size(width: 120, height: 40), command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            try await terminal.press("T", waitFor: "Items by the hour")
            try await terminal.waits(for: "Nothing was shipped yet today.")
            try await terminal.press("q", waitFor: "page 1 of")
            try await terminal.ships()
            try await terminal.waits(for: "shipped. u takes it back.")
            try await terminal.press("T", waitFor: "Items by the hour")
            try await terminal.waits("for the first purchase of the day") {
                $0.contains("1 purchase") && $0.contains("bench-1 ")
            }
        }
    }

    @Test func aThemeIsPickedWhileTheScreenWearsIt() async throws {
        try await withTerminal(command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            try await terminal.press(":")
            try await terminal.type("theme")
            try await terminal.press("Enter", waitFor: "the screen wears what you point at")
            try await terminal.press("Down")
            try await terminal.press("Enter", waitFor: "Theme paper.")
        }
    }

    @Test func whoseLineBreaksFindsTheScreenAgain() async throws {
        try await Warehouse.with { warehouse in
            var held = ""
            try await withTerminal(command: warehouse.command) { terminal in
                try await terminal.waitsForList()
                try await terminal.press("5", waitFor: "[5 All")
                try await terminal.press("Space", waitFor: "1 marked")
                try await terminal.press("Space", waitFor: "2 marked")
                held = try await terminal.purchaseAtCursor
            }
            try await eventually("the program has gone with its terminal") { !warehouse.isOpen }
            try await withTerminal(command: warehouse.command) { terminal in
                try await terminal.waits(for: "Back where the line broke, 2 marked")
                try await terminal.waits(for: "[5 All")
                #expect(try await terminal.purchaseAtCursor == held)
            }
        }
    }
}
