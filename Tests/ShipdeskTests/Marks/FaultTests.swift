import Model
import Simulator
import TestKit
import Testing

/// Whatever goes wrong on the way, an accepted mark takes effect exactly once.
@Suite(.timeLimit(.minutes(2))) struct FaultTests {
    struct Mishap: Sendable, CustomTestStringConvertible {
        var fault: Fault
        var moment: FaultMoment
        init(_ fault: Fault, _ moment: FaultMoment = .beforeEffect) {
            self.fault = fault
            self.moment = moment
        }
        var testDescription: String { "\(fault), \(moment.rawValue)" }
    }

    static let mishaps: [Mishap] = [
        Mishap(.close), Mishap(.close, .afterEffect),
        Mishap(.reset), Mishap(.reset, .afterEffect),
        Mishap(.hang(milliseconds: nil)), Mishap(.hang(milliseconds: nil), .afterEffect),
        Mishap(.cutOff(bytes: nil), .afterEffect), Mishap(.cutOff(bytes: 0), .afterEffect),
        Mishap(.html(status: 502)), Mishap(.html(status: 502), .afterEffect),
        Mishap(.html(status: 503), .afterEffect), Mishap(.html(status: 200)),
        Mishap(.serverError), Mishap(.serverError, .afterEffect),
        Mishap(.tooMany(retryAfter: 1)), Mishap(.tooMany(retryAfter: nil)),
        Mishap(.storeError(code: 14, status: 200)), Mishap(.storeError(code: 10, status: 400)),
        Mishap(.storeError(code: 5, status: 200)), Mishap(.storeError(code: 5, status: 200), .afterEffect),
        Mishap(.halfApplied(purchases: 1)), Mishap(.halfApplied(purchases: 0)),
        Mishap(.late(milliseconds: 400)), Mishap(.missingArray), Mishap(.missingArray, .afterEffect),
        Mishap(.staleReads(milliseconds: 500)),
    ]

    @Test(arguments: mishaps)
    func twoPurchasesEndConfirmedOnce(mishap: Mishap) async throws {
        let purchases = [Made.purchase(1043, 2, 1), Made.purchase(1044, 1)]
        try await withBox(purchases) { box, simulator in
            simulator.faults.add(mishap.fault, mishap.moment, on: .fulfillment)
            let ship = try await box.run("ship", "1043", "1044", "--json")
            #expect(ship.has(0), "\(ship)")
            #expect(simulator.faults.struck.count == 1)
            #expect(
                try ship.json(Entries.self).entries.map(\.state) == ["confirmed", "confirmed", "confirmed"])
            for (id, item, quantity) in [(1043, 1, 2), (1043, 2, 1), (1044, 1, 1)] {
                #expect(simulator.store.ledger(id, item: item).map(\.quantity) == [quantity])
            }
        }
    }

    /// Where the credentials are refused on the way, the marks stay and leave once they are good again.
    @Test(arguments: [Fault.storeError(code: 6, status: 200), .storeError(code: 7, status: 403), .redirect])
    func aPausedStoreKeepsItsMarks(fault: Fault) async throws {
        try await withBox([Made.purchase(1043, 1), Made.purchase(1044, 1)]) { box, simulator in
            simulator.faults.add(fault, on: .fulfillment)
            let ship = try await box.run("ship", "1043", "--json")
            #expect(ship.has(0) || ship.has(75), "\(ship)")
            try await box.ends(0, "ship", "1044")
            try await eventually("both are confirmed") {
                try await box.outbox().map(\.state) == ["confirmed", "confirmed"]
            }
            #expect(simulator.store.ledger(1043, item: 1).count == 1)
            #expect(simulator.store.ledger(1044, item: 1).count == 1)
        }
    }

    @Test(arguments: [Fault.close, .serverError, .html(status: 502), .tooMany(retryAfter: 1), .missingArray])
    func aReadThatFailsHoldsUpNothingForLong(fault: Fault) async throws {
        try await withBox([Made.purchase(1043, 1)]) { box, simulator in
            simulator.faults.add(fault, on: .purchases)
            try await box.ends(0, "ship", "1043")
            #expect(simulator.store.ledger(1043, item: 1).count == 1)
        }
    }

    @Test(arguments: StoreBehaviour.Remaining.allCases, [false, true])
    func howeverTheServerCounts(remaining: StoreBehaviour.Remaining, moves: Bool) async throws {
        var purchase = Made.purchase(1043, 6, 1)
        purchase.cancelled = [
            CancelledItem(num: 1, kind: purchase.items[0].kind, quantity: 1, at: purchase.purchasedAt)
        ]
        purchase.items[0].transferredTo = [Transfer(purchase: PurchaseID(1044), item: 1, quantity: 2)]
        let behaviour = StoreBehaviour(remaining: remaining, movesLastModified: moves)
        try await withBox([purchase], behaviour) { box, simulator in
            for _ in 0..<2 { try await box.ends(0, "ship", "1043:1=1") }
            try await box.ends(0, "undo", "1043:1=1")
            let refused = try await box.run("ship", "1043:1=3")
            #expect(refused.has(65), "\(refused)")
            let item = try #require(try await box.purchase("1043").items.first)
            #expect(item.fulfilled == 1 && item.safe_to_ship == 2 && item.cancelled == 1)
            #expect(item.server_remaining == simulator.remaining(of: 1043, item: 1))
            #expect(try await box.list("--state", "attention").total == 0)
        }
    }
}

extension Simulator {
    /// What `new_quantity_remaining` must have said last, counted here once more.
    fileprivate func remaining(of id: Int, item num: Int) -> Int? {
        guard let purchase = store.purchase(id), let item = purchase.item(num) else { return nil }
        let cancelled = purchase.cancelled.reduce(0) { $0 + $1.quantity }
        let less: [StoreBehaviour.Remaining: Int] = [
            .nothing: 0, .cancelled: cancelled, .transferredOut: item.transferredOut,
            .both: cancelled + item.transferredOut,
        ]
        return item.quantity - store.net(id, item: num) - less[store.behaviour.remaining, default: 0]
    }
}
