import Terminal
import TestKit
import Testing

/// The main job at a real terminal.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ShipAndUndoStory {
    @Test func aPurchaseIsOpenedShippedAndTakenBack() async throws {
        try await withTerminal(command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            let id = try await terminal.opensPurchase()
            try await terminal.waits(for: "to ship")

            try await terminal.press("f", waitFor: "PgDn preview")
            try await terminal.press("NPage", waitFor: "y  yes")
            // Enter never confirms: Esc leads back to the form, not to a shipped purchase.
            try await terminal.press("Enter")
            try await terminal.press("Escape", waitFor: "PgDn preview")
            try await terminal.press("Escape", waitFor: "f ship")
            #expect(try await terminal.screen.contains("confirmed") == false)

            try await terminal.ships()
            try await terminal.waits(for: "confirmed")
            try await terminal.waits(for: "State      shipped")

            try await terminal.press("u", waitFor: "Take all of it back?")
            try await terminal.press("Enter")
            try await terminal.press("Down")
            #expect(try await terminal.screen.contains("Take all of it back?"))
            try await terminal.press("y")
            try await terminal.waits(for: "State      to ship")

            try await terminal.press("O", waitFor: "Outbox")
            try await terminal.press("Tab", waitFor: "Take back")
            #expect(try await terminal.screen.contains(id))
            try await terminal.press("q", waitFor: "State      to ship")
            try await terminal.press("q", waitFor: "page 1 of")
            try await terminal.press("q", waitFor: "Quit? q again.")
            try await terminal.press("q")
            try await terminal.waitsForEnd()
        }
    }

    @Test func severalAreMarkedAndShippedAtOnce() async throws {
        try await withTerminal(size: Size(width: 120, height: 40), command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            try await terminal.press("Space", waitFor: "1 marked")
            try await terminal.press("Space", waitFor: "2 marked")
            try await terminal.ships()
            // The outbox shows how far the action is, all by itself.
            try await terminal.waits(for: "100 %")
            try await terminal.waits(for: "+ confirmed")
            try await terminal.press("u", waitFor: "Take all of it back?")
            try await terminal.press("y")
            try await terminal.waits(for: "Take back 1")
            // Its progress takes the place of the action's own: one step leads back to the list.
            try await terminal.press("q", waitFor: "page 1 of")
        }
    }

    @Test func trackingAndDateAreTypedIntoTheForm() async throws {
        try await withTerminal(command: Story.demo()) { terminal in
            try await terminal.waitsForList()
            _ = try await terminal.opensPurchase()
            try await terminal.press("f", waitFor: "PgDn preview")
            for _ in 0..<12 where try await !terminal.screen.contains("> Tracking") {
                let before = try await terminal.screen
                try await terminal.press("Tab")
                try await terminal.waits("for the next field") { $0 != before }
            }
            // A scanner fills the field; a person types the date.
            try await terminal.scan("1Z999AA10123456784")
            try await terminal.waits(for: "[1Z999AA10123456784")
            for _ in 0..<3 where try await !terminal.screen.contains("> Deliver by") {
                let before = try await terminal.screen
                try await terminal.press("Tab")
                try await terminal.waits("for the next field") { $0 != before }
            }
            try await terminal.type("+3d")
            try await terminal.press("NPage", waitFor: "y  yes")
            #expect(try await terminal.screen.contains("1Z999AA10123456784"))
            try await terminal.press("y")
            try await terminal.waits(for: "1Z999AA10123456784")
            try await terminal.waits(for: "confirmed")
        }
    }
}
