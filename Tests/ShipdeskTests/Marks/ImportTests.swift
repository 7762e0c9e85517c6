import Model
import Simulator
import TestKit
import Testing

@Suite(.serialized, .timeLimit(.minutes(2))) struct ImportTests {
    @Test func aCarriersFileIsShippedRowByRowAndItsBadRowsAreTold() async throws {
        let purchases = [Made.purchase(1043, 2, 1), Made.purchase(1044, 1), Made.purchase(1045, 1)]
        try await withBox(purchases) { box, simulator in
            let file = try box.folder.write(
                """
                \u{FEFF}Ship Date;Reference 1;Tracking #\r
                22.11.2026;1043;1Z5R89390357567127\r
                22.11.2026;code1044;986578788855\r
                22.11.2026;4711;3318810025\r

                """, to: "day.csv")
            let imported = try await box.run("import", file, "--json")
            #expect(imported.has(65), "\(imported)")
            let entries = try imported.json(Entries.self).entries
            #expect(entries.map(\.purchase) == ["1043", "1043", "1044"])
            #expect(entries.map(\.state) == ["confirmed", "confirmed", "confirmed"])
            #expect(Set(entries.map(\.action)).count == 1)
            #expect(imported.errors.contains("day.csv:4: ") && imported.errors.contains("4711"))
            #expect(imported.errors.contains("`Ship Date`"))
            #expect(simulator.store.ledger(1043, item: 2).map(\.tracking) == ["1Z5R89390357567127"])
            #expect(simulator.store.ledger(1044, item: 1).map(\.tracking) == ["986578788855"])
            #expect(simulator.store.net(1045, item: 1) == 0)
            let undo = try await box.run("undo", "--action", try #require(entries.first?.action))
            #expect(undo.has(0), "\(undo)")
        }
    }

    @Test func manyRowsLeaveInFullRequests() async throws {
        let purchases = (1...150).map { Made.purchase(2000 + $0, 1) }
        try await withBox(purchases) { box, simulator in
            let rows = purchases.map { "\($0.id),1,1,T\($0.id),2027-01-15\n" }.joined()
            let file = try box.folder.write(
                "purchase,item,quantity,tracking,deliver_by\n" + rows, to: "day.csv")
            let imported = try await box.run("import", file)
            #expect(imported.has(0), "\(imported)")
            #expect(simulator.recorder.requests(to: .fulfillment).count == 2)
            #expect(simulator.store.written.count == 150)
            #expect(simulator.store.ledger(2007, item: 1).map(\.tracking) == ["T2007"])
        }
    }

    @Test func aDryRunSaysWhatWouldHappenAndDoesNothing() async throws {
        try await withBox([Made.purchase(1043, 2)]) { box, simulator in
            let good = try box.folder.write("purchase,tracking\n1043,1Z5R89390357567127\n", to: "good.csv")
            let bad = try box.folder.write("purchase,tracking\n1043,T\n77,T\n", to: "bad.csv")
            let dry = try await box.run("import", good, "--dry-run")
            #expect(dry.has(0), "\(dry)")
            #expect(dry.output.contains("would ship 2") && dry.output.contains("(UPS)"))
            try await box.ends(65, "import", bad, "--dry-run")
            try await box.ends(0, "--read-only", "import", good, "--dry-run")
            try await box.ends(77, "--read-only", "import", good)
            #expect(simulator.store.written.isEmpty)
            #expect(try await box.outbox().isEmpty)
        }
    }

    @Test func theSameFileIsNotTakenTwice() async throws {
        try await withBox([Made.purchase(1043, 2)]) { box, simulator in
            let file = try box.folder.write("purchase,item,quantity,tracking\n1043,1,1,T1\n", to: "day.csv")
            try await box.ends(0, "import", file)
            let second = try await box.run("import", file)
            #expect(second.has(65) && second.errors.contains("--again"), "\(second)")
            #expect(second.errors.contains("bench-3"))
            try await box.ends(65, "import", file, "--dry-run")
            let again = try await box.run("import", file, "--again")
            #expect(again.has(65) && again.errors.contains("T1 already"), "\(again)")
            #expect(simulator.store.written.count == 1)
        }
    }

    @Test func withoutWaitingItIsAcceptedAndDurable() async throws {
        try await withBox([Made.purchase(1043, 1)]) { box, simulator in
            let file = try box.folder.write("purchase,tracking\n1043,T1\n", to: "day.csv")
            let imported = try await box.run("import", file, "--no-wait", "--json")
            #expect(imported.has(75), "\(imported)")
            #expect(try imported.json(Entries.self).entries.map(\.state) == ["queued"])
            #expect(simulator.store.written.isEmpty)
        }
    }

    @Test func whatIsNoSuchFileIsRefusedWhole() async throws {
        try await withBox([Made.purchase(1043, 1)]) { box, simulator in
            try await box.ends(64, "import")
            for (name, text, words) in [
                ("missing.csv", nil, "no file"), ("headless.csv", "1043,T1\n", "`1043`"),
                ("empty.csv", "", "empty"), ("torn.csv", "purchase,tracking\n1043,\"T1\n", "Line 2"),
            ] as [(String, String?, String)] {
                if let text { try box.folder.write(text, to: name) }
                let outcome = try await box.run("import", "\(box.folder.path)/\(name)")
                #expect(outcome.has(65) && outcome.errors.contains(words), "\(name): \(outcome)")
                #expect(outcome.output.isEmpty)
            }
            try await box.ends(65, "import", box.folder.path)
            #expect(simulator.store.written.isEmpty)
            #expect(try await box.outbox().isEmpty)
        }
    }

    @Test func offlineTheKnownRowsAreAcceptedAndTheOthersTold() async throws {
        let site = try Site([Made.purchase(1043, 1)])
        let box = try Box(site.baseURL)
        try await site.open { try await box.ends(0, "sync") }
        let file = try box.folder.write("purchase,tracking\n1043,T1\n77,T2\n", to: "day.csv")
        let alien = try box.folder.write("purchase,tracking\n78,T2\n", to: "alien.csv")
        try await box.ends(69, "import", alien)
        let imported = try await box.run("import", file, "--no-wait")
        #expect(imported.has(65) && imported.errors.contains(":3: "), "\(imported)")
        #expect(try await box.outbox().map(\.state) == ["queued"])
    }

    @Test func aSuspectedTypoIsSaidAndTaken() async throws {
        try await withBox([Made.purchase(1043, 1)]) { box, simulator in
            let ship = try await box.run("ship", "1043", "--tracking", " 1Z5R89390357567128 ")
            #expect(ship.has(0) && ship.errors.contains("UPS"), "\(ship)")
            #expect(simulator.store.written.map(\.fulfillment.tracking) == ["1Z5R89390357567128"])
            try await box.ends(0, "sync")
            let show = try await box.run("show", "1043")
            #expect(show.output.contains("1Z5R89390357567128 (a typo?)"), "\(show)")
        }
    }
}
