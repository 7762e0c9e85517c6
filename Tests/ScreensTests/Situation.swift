import Model
import Screens
import Terminal
import Testing
import ViewModels

/// One picture worth keeping: its name, and the desk that it shows at a given size.
struct Situation: Sendable, CustomTestStringConvertible {
    var name: String
    var desk: @Sendable (Layout) -> Desk

    var testDescription: String { name }

    static let all: [Situation] =
        lists + details + forms + listings + orders + questions + outboxes + bothSides + imports + packing
        + others + scans
    static let sizes = [
        Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 40, height: 10),
    ]

    func grid(_ size: Size) -> Grid {
        var grid = Grid(size)
        draw(desk(Layout(width: size.width, height: size.height)), into: &grid)
        return grid
    }

    /// A desk whose list is filled, with something done to it.
    static func listed(
        _ name: String, filter: StateFilter = .toShip,
        _ change: @escaping @Sendable (inout Desk) -> Void = { _ in }
    ) -> Situation {
        Situation(name: name) { layout in
            var desk = Desk(Station.surroundings(layout))
            desk.list = PurchaseList(query: ListQuery(store: Station.gala.id, filter: filter))
            desk.list.counts = Purchases.counts
            desk.list.rows = Purchases.rows(layout.listRows, filter: filter)
            desk.list.offset = 0
            desk.list.isLoading = false
            if layout.showsDetailBeside {
                desk.list.beside = DetailScreen(Details.eventful.key, detail: Details.eventful)
            }
            change(&desk)
            return desk
        }
    }

    /// A desk without a row, for a reason.
    static func empty(
        _ name: String, health: StoreHealth = Station.healthy, filter: StateFilter = .toShip,
        counts: StateCounts = StateCounts(), search: String = ""
    ) -> Situation {
        Situation(name: name) { layout in
            var desk = Desk(Station.surroundings(layout, health: health))
            desk.list = PurchaseList(query: ListQuery(store: Station.gala.id, filter: filter, search: search))
            desk.list.counts = counts
            desk.list.found = search.isEmpty ? nil : 0
            desk.list.offset = 0
            desk.list.isLoading = false
            return desk
        }
    }

    /// Something on top of the list.
    static func above(_ name: String, _ screens: @escaping @Sendable (Desk) -> [Screen]) -> Situation {
        listed(name) { $0.stack = screens($0) }
    }
}
