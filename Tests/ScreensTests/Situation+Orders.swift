import Model
import TestKit

@testable import ViewModels

extension Situation {
    /// Orders of a store that lists none, and says in which world it is.
    static let orders: [Situation] = [
        boxoffice("order") { [.detail(DetailScreen(order.key, detail: order))] },
        boxoffice("order-ship") { [.ship(ShipForm(order, verb: .ship))] },
        boxoffice("order-unknown") { [.confirm(.fetching(PurchaseID("TX9"), from: .boxoffice))] },
        sought("order-not-found", in: .all, kept: []),
        sought(
            "order-elsewhere", in: .shipped,
            kept: [
                Whereabouts(PurchaseKey(store: Store.boxoffice.id, purchase: PurchaseID("TX9")), .toShip)
            ]),
    ]

    private static func sought(_ name: String, in tab: StateFilter, kept: [Whereabouts]) -> Situation {
        Situation(name: name) { layout in
            var desk = Desk(bench(layout))
            desk.list = PurchaseList(
                query: ListQuery(store: Store.boxoffice.id, filter: tab, search: "TX9"))
            desk.list.found = 0
            desk.list.offset = 0
            desk.list.isLoading = false
            desk.list.whereabouts = kept
            return desk
        }
    }

    private static let order = PurchaseDetail.order(
        "TX1", ["shipping_label_raw": "\(String(repeating: "3f", count: 16)).pdf (214 kB)"])

    private static func boxoffice(
        _ name: String, _ screens: @escaping @Sendable () -> [Screen]
    ) -> Situation {
        Situation(name: name) { layout in
            var desk = Desk(bench(layout))
            desk.list = PurchaseList(query: ListQuery(store: Store.boxoffice.id, filter: .all))
            desk.list.rows = Shelf([order]).rows(desk.list.query)
            desk.list.counts = StateCounts([.all: 1, .toShip: 1])
            desk.list.offset = 0
            desk.list.isLoading = false
            desk.stack = screens()
            return desk
        }
    }

    private static func bench(_ layout: Layout) -> Surroundings {
        var bench = Surroundings.ordersBench
        bench.layout = layout
        return bench
    }
}
