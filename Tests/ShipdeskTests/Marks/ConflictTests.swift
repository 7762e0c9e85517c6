import Model
import Simulator
import TestKit
import Testing

/// What changed at the store since a mark was made stops the mark before it leaves.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ConflictTests {
    @Test func somebodyElsesShipmentInBetweenIsAConflict() async throws {
        try await withBox([Made.purchase(1043, 2)]) { box, simulator in
            simulator.store.shipElsewhere(1043, item: 1, quantity: 1)
            let ship = try await box.run("ship", "1043", "--json")
            #expect(ship.has(76), "\(ship)")
            let entry = try #require(try ship.json(Entries.self).entries.first)
            #expect(entry.state == "conflict" && entry.error?.isEmpty == false)
            #expect(simulator.store.net(1043, item: 1) == 1)
            let purchase = try await box.purchase("1043")
            #expect(purchase.attention.contains("conflict"))
            #expect(purchase.items[0].safe_to_ship == 1)

            // Two were asked for and one is left: a retry is refused; dropping ends the matter.
            try await box.ends(65, "outbox", "retry", entry.id)
            try await box.ends(0, "outbox", "drop", entry.id)
            #expect(try await box.purchase("1043").attention.isEmpty)
            try await box.ends(0, "ship", "1043")
            #expect(simulator.store.net(1043, item: 1) == 2)
        }
    }

    @Test func aConflictThatIsStillSafeCanBeRetried() async throws {
        try await withBox([Made.purchase(1043, 3)]) { box, simulator in
            simulator.store.shipElsewhere(1043, item: 1, quantity: 1)
            let ship = try await box.run("ship", "1043:1=1", "--json")
            #expect(ship.has(76), "\(ship)")
            let entry = try #require(try ship.json(Entries.self).entries.first)
            try await box.ends(0, "outbox", "retry", entry.id)
            let agent = try box.start(["agent"])
            try await eventually("the retried mark is confirmed") {
                try await box.outbox().first?.state == "confirmed"
            }
            agent.send(signal: 15)
            _ = await agent.wait()
            #expect(simulator.store.net(1043, item: 1) == 2)
        }
    }

    @Test(arguments: ["cleared", "cancelled", "moved"])
    func whatHappenedToThePurchaseStopsTheMark(what: String) async throws {
        try await withBox([Made.purchase(1043, 2), Made.purchase(1044, 1)]) { box, simulator in
            switch what {
            case "cleared": simulator.store.clear(1043)
            case "cancelled": simulator.store.cancel(1043, item: 1, quantity: 1)
            default: simulator.store.readdress(1043, to: ShippingAddress(fullName: "Zoë", city: "Wien"))
            }
            let ship = try await box.run("ship", "1043", "1044", "--json")
            #expect(ship.has(76), "\(ship)")
            #expect(try ship.json(Entries.self).entries.map(\.state) == ["conflict", "confirmed"])
            #expect(simulator.store.written.map(\.purchase) == [1044])
        }
    }

    @Test func twoProcessesCannotShipTheSameLastItem() async throws {
        try await withBox([Made.purchase(1043, 1), Made.purchase(1044, 1)]) { box, simulator in
            for id in ["1043", "1044"] {
                async let one = box.run("ship", id)
                async let other = box.run("ship", id)
                let statuses = try await [one, other].map(\.ending)
                #expect(Set(statuses) == [.status(0), .status(65)], "\(statuses)")
                #expect(simulator.store.net(Int(id) ?? 0, item: 1) == 1)
            }
        }
    }

    @Test func manyProcessesOnOneBoxShipEverythingOnce() async throws {
        let purchases = (1...24).map { Made.purchase(2000 + $0, 1) }
        try await withBox(purchases) { box, simulator in
            try await withThrowingTaskGroup(of: Outcome.self) { group in
                for half in 0..<4 {
                    let targets = purchases.enumerated().filter { $0.offset % 4 == half }
                    group.addTask { try await box.run(["ship"] + targets.map { "\($0.element.id)" }) }
                }
                for try await outcome in group { #expect(outcome.has(0), "\(outcome)") }
            }
            for purchase in purchases {
                #expect(simulator.store.ledger(Int(purchase.id.number ?? 0), item: 1).count == 1)
            }
            #expect(simulator.recorder.mostAtOnce <= 2)
        }
    }
}
