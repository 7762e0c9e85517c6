import Model
import Simulator
import TestKit
import Testing

@Suite(.serialized, .timeLimit(.minutes(2))) struct ShipTests {
    @Test func shippingLeavesOneEntryWithTheEnteredAddress() async throws {
        try await withBox([Made.purchase(1043, 2, 1, 3)]) { box, simulator in
            let ship = try await box.run(
                "ship", "1043:3=1", "--tracking", "1Z999", "--deliver-by", "2027-01-15", "--json")
            #expect(ship.has(0), "\(ship)")
            let entry = try #require(try ship.json(Entries.self).entries.first)
            #expect(entry.state == "confirmed" && entry.quantity == 1 && entry.item == 3)
            #expect(entry.store == "spring-gala" && entry.purchase == "1043" && entry.tracking == "1Z999")

            let written = simulator.store.written
            try #require(written.count == 1)
            #expect(written[0].purchase == 1043)
            #expect(written[0].fulfillment.item == 3 && written[0].fulfillment.quantity == 1)
            #expect(written[0].fulfillment.tracking == "1Z999")
            #expect(written[0].fulfillment.deliverBy == PlainDate("2027-01-15"))
            #expect(written[0].fulfillment.address == Made.address)
            let item = try await box.purchase("1043").items[2]
            #expect(item.fulfilled == 1 && item.safe_to_ship == 2 && item.server_remaining == 2)
        }
    }

    @Test func undoLeavesOneEntryOfMinusOneWithoutAddressDateOrTracking() async throws {
        try await withBox([Made.purchase(1043, 2)]) { box, simulator in
            _ = try await box.run("ship", "1043:1=1", "--tracking", "1Z999", "--deliver-by", "2027-01-15")
            let undo = try await box.run("undo", "1043", "--json")
            #expect(undo.has(0), "\(undo)")
            #expect(try undo.json(Entries.self).entries.map(\.quantity) == [-1])
            let back = try #require(simulator.store.written.last?.fulfillment)
            #expect(simulator.store.written.count == 2 && back.quantity == -1)
            #expect(back.tracking == nil && back.deliverBy == nil && back.address == nil)
            #expect(try await box.purchase("1043").state == "to-ship")
        }
    }

    @Test func withoutAnItemEverythingSafeIsShipped() async throws {
        var purchase = Made.purchase(1043, 2, 1, 3)
        purchase.cancelled = [
            CancelledItem(num: 1, kind: purchase.items[0].kind, quantity: 1, at: purchase.purchasedAt)
        ]
        purchase.ledger = [Fulfillment(item: 3, at: purchase.purchasedAt, quantity: 3)]
        try await withBox([purchase]) { box, simulator in
            let ship = try await box.run("ship", "1043")
            #expect(ship.has(0), "\(ship)")
            #expect(simulator.store.written.map(\.fulfillment.item) == [1, 2])
            #expect(simulator.store.written.map(\.fulfillment.quantity) == [1, 1])
            #expect(try await box.purchase("1043").state == "shipped")
        }
    }

    @Test func handingOverSendsNoAddress() async throws {
        var purchase = Made.purchase(1043, 2)
        purchase.address = nil
        try await withBox([purchase]) { box, simulator in
            let refused = try await box.run("ship", "1043")
            #expect(refused.has(65) && refused.errors.contains("hand it over"), "\(refused)")
            try await box.ends(0, "ship", "1043", "--hand-over")
            #expect(simulator.store.written.map(\.fulfillment.address) == [nil])
        }
    }

    @Test func aYoungPurchaseIsShippedOnlyWhereAskedFor() async throws {
        try await withBox([Made.purchase(1043, 1, age: 60)]) { box, simulator in
            let refused = try await box.run("ship", "1043")
            #expect(refused.has(65) && refused.errors.contains("young"), "\(refused)")
            #expect(simulator.store.written.isEmpty)
            try await box.ends(0, "ship", "1043", "--even-if-young")
            #expect(simulator.store.net(1043, item: 1) == 1)
        }
    }

    @Test func anActionIsTakenBackAsOne() async throws {
        try await withBox([Made.purchase(1043, 2, 1), Made.purchase(1044, 4)]) { box, simulator in
            let ship = try await box.run("ship", "1043", "1044:1=3", "--json")
            let action = try #require(try ship.json(Entries.self).entries.first?.action)
            let undo = try await box.run("undo", "--action", action, "--json")
            #expect(undo.has(0), "\(undo)")
            #expect(try undo.json(Entries.self).entries.count == 3)
            for (id, item) in [(1043, 1), (1043, 2), (1044, 1)] {
                #expect(simulator.store.net(id, item: item) == 0)
            }
            try await box.ends(65, "undo", "--action", action)
            try await box.ends(65, "undo", "--action", "99")
        }
    }

    @Test func whatOthersShippedIsTakenBackOnlyWhereAskedFor() async throws {
        var purchase = Made.purchase(1043, 3)
        purchase.ledger = [Fulfillment(item: 1, at: purchase.purchasedAt, quantity: 2)]
        try await withBox([purchase]) { box, simulator in
            try await box.ends(65, "undo", "1043")
            try await box.ends(0, "ship", "1043:1=1")
            try await box.ends(65, "undo", "1043:1=2")
            #expect(simulator.store.net(1043, item: 1) == 3)
            try await box.ends(0, "undo", "1043:1=2", "--others")
            #expect(simulator.store.net(1043, item: 1) == 1)
        }
    }

    @Test func aPurchaseThatTheCacheDoesNotKnowIsLookedForInTheStore() async throws {
        try await withBox([]) { box, simulator in
            simulator.store.put(Made.purchase(1043, 1))
            try await box.ends(0, "ship", "1043")
            #expect(simulator.store.net(1043, item: 1) == 1)
        }
    }

    @Test func oneRefusedByTheServerTakesNoOtherWithIt() async throws {
        let purchases = (1...100).map { Made.purchase(2000 + $0, 1) }
        let behaviour = StoreBehaviour(acceptsOvershipping: false)
        try await withBox(purchases, behaviour) { box, simulator in
            simulator.faults.add(.refusePurchase(at: 57), on: .fulfillment)
            let ship = try await box.run(["ship", "--json"] + purchases.map { "\($0.id)" })
            #expect(ship.has(0), "\(ship.errors)")
            for purchase in purchases {
                #expect(simulator.store.ledger(Int(purchase.id.number ?? 0), item: 1).count == 1)
            }
            let requests = simulator.recorder.requests(to: .fulfillment)
            #expect(requests.count <= 12, "halves find a bad one in a few requests, not \(requests.count)")
        }
    }

    @Test func whatTheServerKeepsRefusingFailsAloneAndIsTold() async throws {
        let purchases = (1...20).map { Made.purchase(2000 + $0, 1) }
        try await withBox(purchases) { box, simulator in
            // Cleared after the read just before sending, so that only the request itself finds out.
            simulator.faults.add(.storeError(code: 15, status: 200), on: .fulfillment, .always)
            let ship = try await box.run("ship", "2001", "--json")
            #expect(ship.has(76), "\(ship)")
            let entry = try #require(try ship.json(Entries.self).entries.first)
            #expect(entry.state == "failed" && entry.error?.contains("Invalid ID") == true, "\(entry)")
            simulator.faults.clear()
            try await box.ends(0, "outbox", "retry", entry.id)
            try await box.ends(0, "ship", "2002")
            try await eventually("the retried mark is sent with the next one") {
                try await box.outbox().first?.state == "confirmed"
            }
            #expect(simulator.store.ledger(2001, item: 1).count == 1)
        }
    }
}
