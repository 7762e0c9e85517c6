import TestKit
import Testing

/// A scanner at a real terminal, faster than anybody, while the store is being read.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ScanStory {
    private func number(_ place: Int) -> String { "1Z999AA10\(123_456_000 + place)" }

    @Test func aHundredScansInARowShipFiftyOrdersWithoutAKey() async throws {
        // A busy machine types unevenly: the pause that ends a scan is longer than any of its own.
        try await Warehouse.with(purchases: 1500, settings: "scan_gap: 500ms") { warehouse in
            let ids = Array(try await warehouse.ready().prefix(50))
            try #require(ids.count == 50)
            try await withTerminal(command: warehouse.command) { terminal in
                try await terminal.waitsForList()
                try await terminal.press("B", waitFor: "SCAN AN ORDER")
                #expect(try await terminal.screen.contains("Nothing asks here"))
                // So long a gap would take the B for the first letter of the first scan.
                try await terminal.press("Up")
                let scans = ids.enumerated().flatMap { [$1, number($0)] }
                try await terminal.scans(scans, millisecondsEach: 5)
                try await terminal.waits(for: "100 scans")
                try await terminal.waits(for: "50 shipped")
                #expect(try await !terminal.screen.contains("not used"))
            }
            let marks = try await warehouse.outbox()
            #expect(Set(marks.map(\.purchase)) == Set(ids))
            for (place, id) in ids.enumerated() {
                let own = marks.filter { $0.purchase == id }
                #expect(own.allSatisfy { $0.tracking == number(place) && $0.quantity > 0 }, "\(id)")
            }
        }
    }

    @Test func aBurstIntoTheListOpensAndMarksNothing() async throws {
        try await Warehouse.with { warehouse in
            let ready = try await warehouse.ready()
            let ids = (0..<100).map { ready[$0 % ready.count] }
            try await withTerminal(command: warehouse.command) { terminal in
                try await terminal.waitsForList()
                try await terminal.scans(ids, millisecondsEach: 5)
                let last = ids.last ?? ""
                try await terminal.waits("for the last purchase") {
                    $0.contains("ship to ─") && $0.contains(" \(last)  ")
                }
            }
            #expect(try await warehouse.outbox().isEmpty)
        }
    }

    @Test func aScanInAFormIsItsNumberAndInAQuestionItWaits() async throws {
        try await Warehouse.with { warehouse in
            let ids = Array(try await warehouse.ready().prefix(2))
            try await withTerminal(command: warehouse.command) { terminal in
                try await terminal.waitsForList()
                try await terminal.scans([ids[0]], millisecondsEach: 5)
                try await terminal.waits(for: "ship to ─")
                try await terminal.press("f", waitFor: "PgDn preview")
                try await terminal.scans([number(1)], millisecondsEach: 5)
                try await terminal.waits(for: "[\(number(1))")
                try await terminal.press("NPage", waitFor: "y  yes")
                try await terminal.scans([ids[1]], millisecondsEach: 5)
                try await terminal.waits(for: "it opens once you have answered")
                try await terminal.press("n", waitFor: "PgDn preview")
                try await terminal.press("Escape")
                try await terminal.waits("for the purchase that waited") {
                    $0.contains("ship to ─") && $0.contains(" \(ids[1])  ")
                }
            }
            #expect(try await warehouse.outbox().isEmpty)
        }
    }

    @Test func warningsHoldUpTheBurstAndSaySo() async throws {
        try await Warehouse.with { warehouse in
            let ids = Array(try await warehouse.ready().prefix(2))
            try await withTerminal(command: warehouse.command) { terminal in
                try await terminal.waitsForList()
                try await terminal.press("B", waitFor: "SCAN AN ORDER")
                try await terminal.scans([ids[0], ids[1], number(7)], millisecondsEach: 5)
                try await terminal.waits(for: "That is another order")
                try await terminal.waits(for: "1 not used")
                try await terminal.scans(["SHIPDESK:OK", number(8)], millisecondsEach: 5)
                try await terminal.waits(for: "1 shipped")
                try await terminal.scans(["SHIPDESK:UNDO"], millisecondsEach: 5)
                try await terminal.waits(for: "(taken back)")
            }
            let marks = try await warehouse.outbox()
            #expect(marks.allSatisfy { $0.purchase == ids[1] })
            #expect(marks.contains { $0.tracking == number(8) })
        }
    }
}

/// The jobs of a bench and the keys that they take.
@Suite(.serialized, .timeLimit(.minutes(5))) struct KeyBudgetStory {
    @Test func allOfAFilterAreShippedTakenBackAndShippedAgain() async throws {
        try await Warehouse.with(purchases: 3000) { warehouse in
            try await withTerminal(command: warehouse.command) { terminal in
                try await terminal.waitsForList()
                // `A f Enter y`
                try await terminal.press("A", waitFor: " marked (")
                try await terminal.press("f", waitFor: "PgDn preview")
                try await terminal.press("Enter", waitFor: "y  yes")
                try await terminal.press("y")
                try await eventually("all is marked") { try await !warehouse.outbox().isEmpty }
                let marked = try await warehouse.outbox()
                #expect(Set(marked.map(\.purchase)).count >= 100)
                try await eventually("all has settled") {
                    try await warehouse.outbox().allSatisfy { $0.state == "confirmed" }
                }
                try await terminal.waits(for: "takes it back")
                // `u y`
                try await terminal.press("u", waitFor: "Take all of it back?")
                try await terminal.press("y")
                try await eventually("all is taken back") {
                    let entries = try await warehouse.outbox()
                    return entries.count == 2 * marked.count
                        && entries.allSatisfy { $0.state == "confirmed" }
                }
                // `U y`
                try await terminal.waits(for: "U marks it again")
                try await terminal.press("U", waitFor: "Mark all of it again?")
                try await terminal.press("y")
                try await eventually("all is marked again") {
                    let entries = try await warehouse.outbox()
                    return entries.count == 3 * marked.count
                        && entries.reduce(0) { $0 + $1.quantity } == marked.reduce(0) { $0 + $1.quantity }
                }
            }
        }
    }
}
