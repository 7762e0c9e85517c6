import Model
import Simulator
import TestKit
import Testing

/// A race's store from end to end: its API takes no marks, so they are kept on this box.
@Suite(.serialized, .timeLimit(.minutes(2))) struct RaceStoreTests {
    @Test func whatIsShippedIsKeptHereAndTakenBackHere() async throws {
        try await withRaceBox([Made.racePurchase(2001), Made.racePurchase(2002)]) { box, simulator in
            let before = try await box.purchase("2001")
            #expect(before.state == "to-ship" && before.address == nil && before.attention.isEmpty)
            #expect(before.items.map(\.name) == ["Shirt", "Mug"])
            #expect(before.items.map(\.variant) == ["Large", nil])

            let ship = try await box.run("ship", "2001:1", "2001:2=1", "--tracking", "1Z999", "--json")
            #expect(ship.has(0), "\(ship)")
            #expect(ship.errors.contains("Kept on this box"))
            #expect(try ship.json(Entries.self).entries.map(\.state) == ["confirmed", "confirmed"])
            #expect(try await box.purchase("2001").items.map(\.fulfilled) == [2, 1])
            #expect(try await box.run("show", "2001").output.contains("kept on this box"))

            // A full pass brings the list as it was: what was marked here still counts.
            try await box.ends(0, "sync", "--full")
            let after = try await box.purchase("2001")
            #expect(
                after.items.map(\.safe_to_ship) == [0, 2]
                    && after.items.map(\.server_remaining) == [nil, nil])
            #expect(after.state == "partly" && after.attention.isEmpty)

            try await box.ends(0, "undo", "2001:1=1")
            try await box.ends(0, "undo", "2001:2")
            #expect(try await box.purchase("2001").items.map(\.fulfilled) == [1, 0])
            try await box.ends(65, "undo", "2001:2")
            #expect(simulator.recorder.requests.allSatisfy { $0.method == "GET" })
        }
    }

    @Test func aPurchaseIsReadAgainByItsOwnSecondBeforeItsMarkCounts() async throws {
        let purchase = Made.racePurchase(2001)
        try await withRaceBox([purchase]) { box, simulator in
            try await box.ends(0, "ship", "2001")
            let second = String(purchase.purchasedAt)
            let looks = simulator.recorder.requests(to: .racePurchases).filter {
                $0.parameter("min_purchase_ts") == second && $0.parameter("max_purchase_ts") == second
            }
            #expect(!looks.isEmpty)
        }
    }

    @Test func goneOrFewerIsAConflict() async throws {
        let purchases = [Made.racePurchase(2001), Made.racePurchase(2002), Made.racePurchase(2003)]
        try await withRaceBox(purchases) { box, simulator in
            simulator.race.cancel(2001)
            simulator.race.cancel(2002, line: 1, quantity: 1)
            let ship = try await box.run("ship", "2001:1", "2002:1", "2003:1", "--json")
            #expect(ship.has(76), "\(ship)")
            #expect(
                try ship.json(Entries.self).entries.map(\.state) == ["conflict", "conflict", "confirmed"])
            #expect(try await box.purchase("2001").attention.contains("conflict"))
            #expect(try await box.purchase("2002").items[0].purchased == 1)
        }
    }

    @Test func whatIsKeptHereIsTakenBackAlsoWhereTheStoreListsItNoMore() async throws {
        try await withRaceBox([Made.racePurchase(2001)]) { box, simulator in
            try await box.ends(0, "ship", "2001:1")
            simulator.race.cancel(2001, line: 1)
            try await box.ends(0, "sync", "--full")
            let item = try #require(try await box.purchase("2001").items.first { $0.num == 1 })
            #expect(item.purchased == 0 && item.fulfilled == 2)
            #expect(try await box.purchase("2001").attention.contains("overshipped"))
            try await box.ends(0, "undo", "2001:1")
            try await box.ends(0, "sync", "--full")
            #expect(try await box.purchase("2001").items.map(\.num) == [2])

            try await box.ends(0, "ship", "2001")
            simulator.race.cancel(2001)
            try await box.ends(0, "sync", "--full")
            try await box.ends(0, "sync", "--full")
            try await box.ends(0, "undo", "2001")
            #expect(try await box.purchase("2001").items.map(\.fulfilled) == [0])
        }
    }

    @Test func aCancelledPurchaseIsGoneAfterTwoWholePasses() async throws {
        try await withRaceBox([Made.racePurchase(2001), Made.racePurchase(2002)]) { box, simulator in
            simulator.race.cancel(2001)
            try await box.ends(0, "sync", "--full")
            #expect(try await box.purchase("2001").state == "to-ship")
            try await box.ends(0, "sync", "--full")
            #expect(try await box.purchase("2001").state == "nothing")
            #expect(try await box.run("show", "2001").output.contains("! gone from the store's list"))
            #expect(try await !box.run("show", "2002").output.contains("gone"))
            #expect(try await box.purchase("2002").state == "to-ship")
            try await box.ends(65, "ship", "2001")
        }
    }

    @Test func aLongListIsReadByItsTokensAndAtMostFiveHundredAtOnce() async throws {
        let purchases = (1...1_101).map { Made.racePurchase(2_000 + $0, age: 90_000 - Int64($0)) }
        try await withRaceBox(purchases) { box, simulator in
            let listed = try await box.list("--limit", "1").total
            #expect(listed == 1_101)
            let reads = simulator.recorder.requests(to: .racePurchases)
            #expect(reads.map { $0.parameter("num") } == ["500", "500", "500"])
            #expect(reads.map { $0.parameter("next_token") != nil } == [false, true, true])
        }
    }

    @Test func whatIsKeptHereLeavesAsCSV() async throws {
        try await withRaceBox([Made.racePurchase(2001), Made.racePurchase(2002)]) { box, _ in
            try await box.ends(
                0, "ship", "2001:1", "--tracking", "1Z999", "--deliver-by", "2026-12-24", "--station",
                "bench-7")
            try await box.ends(0, "ship", "2001:2=2", "--hand-over")
            try await box.ends(0, "undo", "2001:2=1")
            let lines = try await box.run("outbox", "--csv", "--kept").output.split(separator: "\n")
            #expect(lines.first?.hasPrefix("purchase,item,quantity,tracking,deliver_by,store,") == true)
            #expect(lines.count == 4)
            #expect(
                lines[1].hasPrefix("2001,1,2,1Z999,2026-12-24,city-run,501,\"Shirt, Large\",ship,confirmed,"))
            #expect(lines[1].contains(",bench-7,yes,"))
            #expect(lines[2].hasPrefix("2001,2,2,,,city-run,502,Mug,hand-over,confirmed,"))
            #expect(lines[3].hasPrefix("2001,2,-1,,,city-run,502,Mug,undo,confirmed,"))
        }
        try await withBox([Made.purchase(1043, 1)]) { box, _ in
            try await box.ends(0, "ship", "1043")
            #expect(try await box.run("outbox", "--csv").output.contains("1043,1,1,,,spring-gala,501,"))
            #expect(try await box.run("outbox", "--csv", "--kept").output.split(separator: "\n").count == 1)
            try await box.ends(64, "outbox", "--csv", "--json")
        }
    }

    @Test func theBuyersAccountSaysWhereTo() async throws {
        try await withSimulator(SimulatorOptions(purchases: 12, hostilePermille: 0)) { baseURL, simulator in
            let box = try Box(entries: Box.raceEntry(baseURL))
            try await box.ends(0, "sync")
            let known = try await box.list("--state", "to-ship").purchases.filter { $0.address != nil }
            let first = try #require(known.first)
            #expect(known.count > 5 && !first.purchaser.isEmpty)
            let street = try #require(first.address?["address1"] ?? nil)
            #expect(try await box.run("show", first.id).output.contains(street))
            #expect(try await box.run("slip", first.id).output.contains(street))
            let asked = simulator.recorder.requests(to: .user).count
            #expect(asked >= known.count)
            try await box.ends(0, "sync")
            #expect(simulator.recorder.requests(to: .user).count == asked)
            try await box.ends(0, "ship", first.id)
        }
    }

    @Test func credentialsThatMayNotReadPeopleStillOpenTheStore() async throws {
        try await withSimulator(SimulatorOptions(purchases: 12)) { baseURL, simulator in
            simulator.faults.add(.storeError(code: 7, status: 200), on: .user, .always)
            let box = try Box(entries: Box.raceEntry(baseURL))
            for _ in 1...2 { try await box.ends(0, "sync") }
            #expect(simulator.recorder.requests(to: .user).count == 1)
            let first = try #require(try await box.list("--state", "to-ship").purchases.first)
            #expect(first.address == nil)
            #expect(try await box.run("show", first.id).output.contains("these credentials may not read it"))
            try await box.ends(0, "ship", first.id)
            let closed = try Box(entries: Box.raceEntry(baseURL) + "    addresses: none\n")
            try await closed.ends(0, "sync")
            #expect(try await closed.run("show", first.id).output.contains("no address in this API"))
            #expect(simulator.recorder.requests(to: .user).count == 1)
        }
    }

    @Test(arguments: [
        "{rsu_api_key: demo-race-key, rsu_api_secret: demo-race-secret}",
        "{api_key: demo-legacy-key, api_secret: demo-legacy-secret}",
        "{sp_api_key: demo-partner-key, sp_api_secret: demo-partner-secret}",
        "{bearer_token: demo-access-token}",
        "{bearer_token: {command: [printf, demo-access-token]}}",
    ])
    func everyKindOfCredentialsOpensIt(credentials: String) async throws {
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            simulator.race.put(Made.racePurchase(2001))
            let box = try Box(entries: Box.raceEntry(baseURL, credentials: credentials))
            try await box.ends(0, "sync")
            let doctor = try await box.run("doctor")
            #expect(doctor.has(0) && doctor.output.contains("city-run: reachable"), "\(doctor)")
            #expect(!(doctor.output + doctor.errors).contains("demo-"))
            let wrong = try Box(entries: Box.raceEntry(baseURL, credentials: "{bearer_token: stranger}"))
            try await wrong.ends(77, "sync")
        }
    }
}
