import Model

@testable import ViewModels

extension Situation {
    static let lists: [Situation] = [
        listed("list-to-ship") { desk in
            desk.list.marks.add(MarkedPurchase(desk.list.rows[0]))
            desk.list.marks.add(MarkedPurchase(desk.list.rows[1]))
        },
        listed("list-all", filter: .all) { $0.list.cursor = 2 },
        listed("list-notice") { desk in
            desk.notice = Notice(.good, "Shipped 3 items of 1043; u takes them back.", undoes: ActionID(7))
        },
        listed("list-search") { desk in
            desk.list.query.search = "shirt münchen"
            desk.list.found = desk.list.rows.count
        },
        listed("list-sorted") { $0.list.query.sort = ListSort(.purchaser, descending: true) },
        listed("list-left") { $0.list.ghost = $0.list.rows[0].key },
        listed("list-demo-read-only") { desk in
            desk.surroundings.isDemo = true
            desk.surroundings.isReadOnly = true
            desk.notice = Notice(.warning, "This station only reads (--read-only).")
        },
        listed("list-stores") { desk in
            desk.surroundings.stores.append(Station.run)
            desk.list.query.store = nil
        },
        listed("list-offline") { desk in
            desk.surroundings.health[0].phase = .offline(
                why: "no answer within 20 s", retryAt: Station.now + 8)
        },
        listed("list-offline-at-length") { desk in
            let why = "The server at store.test refuses connections on port 443; nobody listens there."
            desk.surroundings.health[0].phase = .offline(why: why, retryAt: Station.now + 8)
        },
        listed("list-range") { desk in
            desk.list.range = MarkedRange(start: desk.list.rows[0], place: 0)
            desk.list.cursor = 2
        },
        listed("list-syncing") { desk in
            desk.surroundings.health[0].syncedAt = nil
            desk.surroundings.health[0].phase = .syncing(purchases: 4_500, of: 9_647)
        },
        empty(
            "empty-first-sync",
            health: StoreHealth(store: Station.gala.id, phase: .syncing(purchases: 1_250, of: 9_647))),
        empty("empty-no-purchases"),
        empty("empty-all-done", counts: StateCounts([.all: 9_647, .shipped: 9_647])),
        empty("empty-no-match", counts: Purchases.counts, search: "mueller"),
        empty(
            "empty-unreachable",
            health: StoreHealth(
                store: Station.gala.id,
                phase: .offline(why: "The name store.test is not known", retryAt: nil))),
        empty(
            "empty-refused",
            health: StoreHealth(store: Station.gala.id, phase: .paused(why: "Key authentication failed (6)."))
        ),
    ]
}
