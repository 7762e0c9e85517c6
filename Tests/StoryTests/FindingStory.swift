import Terminal
import TestKit
import Testing

/// Finding a purchase: pages, search, scanner; help, outbox and log on the way.
@Suite(.serialized, .timeLimit(.minutes(2))) struct FindingStory {
    @Test func pagesSearchAndScanner() async throws {
        try await withTerminal(command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            let first = try await terminal.purchaseAtCursor
            try await terminal.press("5", waitFor: "[5 All")
            try await terminal.press("NPage", waitFor: "page 2 of")
            try await terminal.press("PPage", waitFor: "page 1 of")
            try await terminal.press("G")
            try await terminal.waits("for the last page") { !$0.contains("page 1 of") }
            try await terminal.press("g", waitFor: "page 1 of")

            try await terminal.press("/", waitFor: "Enter go")
            try await terminal.type(first)
            try await terminal.press("Enter", waitFor: "1 match")
            #expect(try await terminal.purchaseAtCursor == first)
            try await terminal.press("Escape")
            try await terminal.waits(until: "─ search")

            // Digits are also the keys of the tabs; at a scanner's pace they are one number.
            try await terminal.press("1", waitFor: "[1 To ship")
            try await terminal.scan(first)
            try await terminal.waits("for purchase \(first)") {
                $0.contains(" \(first)  ") && $0.contains("┌")
            }
            try await terminal.press("q", waitFor: "[1 To ship")
        }
    }

    @Test func aFilterWithHiddenMarks() async throws {
        try await withTerminal(command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            try await terminal.press("A", waitFor: "marked (")
            try await terminal.press("F", waitFor: "state: item:")
            try await terminal.type("-coun")
            try await terminal.press("Tab", waitFor: "-country:")
            try await terminal.type("US")
            try await terminal.waits(for: " match")
            try await terminal.press("Enter", waitFor: "filter -country:US")
            try await terminal.waits(for: "out of sight")
            try await terminal.press("f", waitFor: "Marks out of sight")
            try await terminal.press("d", waitFor: "dropped")
            try await terminal.waits("for marks in sight only") { !$0.contains("out of sight") }
            try await terminal.press("f", waitFor: "PgDn preview")
            try await terminal.press("Escape", waitFor: "filter -country:US")
            let id = try await terminal.purchaseAtCursor
            try await terminal.press("Escape")
            try await terminal.waits(until: "filter -country:US")
            #expect(try await terminal.purchaseAtCursor == id)
        }
    }

    @Test func aViewIsSavedShownAndDropped() async throws {
        try await withTerminal(size: Size(width: 120, height: 40), command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            try await terminal.press("F", waitFor: "state: item:")
            try await terminal.type("state:all age:>1h")
            try await terminal.press("Enter", waitFor: "filter age:>1h")
            try await terminal.press("s", waitFor: "city A to Z")
            try await terminal.press("c", waitFor: "to ^")
            try await terminal.press(":", waitFor: "Enter go")
            try await terminal.type("view save mine")
            try await terminal.press("Enter", waitFor: "6 mine")
            try await terminal.press("1", waitFor: "[1 To ship")
            try await terminal.press("6", waitFor: "[6 mine")
            try await terminal.waits(for: "filter age:>1h")
            try await terminal.press(":", waitFor: "Enter go")
            try await terminal.type("2")
            try await terminal.press("Enter", waitFor: "page 2 of")
            try await terminal.press(":", waitFor: "Enter go")
            try await terminal.type("view drop mine")
            try await terminal.press("Enter")
            try await terminal.waits(until: "6 mine")
        }
    }

    @Test func whatCannotBeFoundIsSaid() async throws {
        try await withTerminal(command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            try await terminal.scan("98765432")
            try await terminal.waits(for: "98765432")
            try await terminal.press("/", waitFor: "Enter go")
            try await terminal.type("zzzzq")
            try await terminal.press("Enter")
            try await terminal.waits("for an empty list") {
                !$0.contains("page 1 of 2") && $0.contains("zzzzq")
            }
        }
    }

    @Test func helpOutboxAndLogOpenAndClose() async throws {
        try await withTerminal(command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            try await terminal.press("?", waitFor: "Ship the marked purchases")
            try await terminal.press("q", waitFor: "page 1 of")
            try await terminal.press("O", waitFor: "Outbox")
            try await terminal.press("q", waitFor: "page 1 of")
            try await terminal.press("L", waitFor: "Log")
            try await terminal.press("q", waitFor: "page 1 of")
        }
    }

    @Test func theTerminalIsMadeSmallAndLargeAgain() async throws {
        try await withTerminal(size: Size(width: 120, height: 40), command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            let id = try await terminal.purchaseAtCursor
            try await terminal.resize(to: Size(width: 40, height: 10))
            try await terminal.waits(for: "page 1 of 3")
            #expect(try await terminal.purchaseAtCursor == id)
            try await terminal.resize(to: Size(width: 39, height: 10))
            try await terminal.waits(for: "shipdesk needs 40x10")
            try await terminal.resize(to: Size(width: 80, height: 24))
            try await terminal.waits(for: "Enter detail")
            #expect(try await terminal.purchaseAtCursor == id)
            _ = try await terminal.opensPurchase()
            try await terminal.resize(to: Size(width: 40, height: 10))
            try await terminal.waits(for: "more below")
            try await terminal.press("q", waitFor: id)
        }
    }

    @Test func themesAndColours() async throws {
        try await withTerminal(command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            let before = try await terminal.styledScreen
            #expect(Self.hasColours(before))
            try await terminal.press(":", waitFor: "Enter")
            try await terminal.type("theme paper")
            try await terminal.press("Enter")
            try await eventually("other colours") { try await terminal.styledScreen != before }
            try await terminal.waits(for: "page 1 of")
        }
        try await withTerminal(command: Story.demo(), environment: ["NO_COLOR": "1"]) { terminal in
            try await terminal.waitsForList()
            #expect(try await !Self.hasColours(terminal.styledScreen))
        }
    }

    @Test func readOnlyLooksAndTouchesNothing() async throws {
        try await withTerminal(command: Story.demo("--read-only")) { terminal in
            try await terminal.waits(for: "READ ONLY")
            try await terminal.press("f")
            try await terminal.press("?", waitFor: "Ship the marked purchases")
            try await terminal.press("q", waitFor: "READ ONLY")
            #expect(try await !terminal.screen.contains("PgDn preview"))
        }
    }

    /// A foreground or background in the escape sequences; bold, underline and reverse are none.
    private static func hasColours(_ screen: String) -> Bool {
        screen.split(separator: "\u{1b}").contains { part in
            guard part.hasPrefix("["), let end = part.firstIndex(of: "m") else { return false }
            let numbers = part[part.index(after: part.startIndex)..<end].split(separator: ";").compactMap {
                Int($0)
            }
            return numbers.contains { (30...38).contains($0) || (40...48).contains($0) || $0 >= 90 }
        }
    }
}
