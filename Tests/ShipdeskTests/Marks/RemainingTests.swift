import Model
import Simulator
import TestKit
import Testing

/// No document says what `new_quantity_remaining` leaves out, nor whether shipping moves `last_modified_ts`.
@Suite(.serialized, .timeLimit(.minutes(2))) struct RemainingTests {
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
