import FoundationEssentials
import Model
import Synchronization

/// The state of the simulated race store: an invented world of its own, and what happened since.
///
/// A cancelled purchase is not listed any more; nothing else tells of it. Tests read the truth here.
package final class RaceStore: Sendable {
    /// Far from the ticket store's, so that an id says where it belongs.
    package static let firstID = 7_000_001
    static let firstUser = 50_001
    static let firstRegistration = 900_001

    package let world: World
    private let clock: ServerClock
    private let state = Mutex(State())

    private struct State {
        var put: [Int: RacePurchase] = [:]
        /// By id, the lines as they are now.
        var lines: [Int: [RacePurchase.Line]] = [:]
        var cancelled: Set<Int> = []
        /// In the document's order; made when first asked for and after every change.
        var order: (count: Int, places: [Place])?
    }

    init(world: World, clock: ServerClock) {
        self.world = world
        self.clock = clock
    }

    // MARK: Truth

    /// As it is; nil where there is none, or no longer.
    package func purchase(_ id: Int) -> RacePurchase? {
        let (put, lines, isCancelled) = state.withLock { state in
            (state.put[id], state.lines[id], state.cancelled.contains(id))
        }
        guard !isCancelled, var purchase = put ?? begun(id - Self.firstID) else { return nil }
        purchase.lines = lines ?? purchase.lines
        return purchase
    }

    /// Every listed purchase's id, in the document's order.
    package var purchaseIDs: [Int] { state.withLock { places(in: &$0).map(\.id) } }

    // MARK: What others do

    /// Puts in a purchase made to measure, in the place of any that has its id.
    package func put(_ purchase: RacePurchase) {
        state.withLock { state in
            state.put[purchase.id] = purchase
            state.lines[purchase.id] = nil
            state.cancelled.remove(purchase.id)
            state.order = nil
        }
    }

    /// The office cancels all of a purchase, or so many of one line, counted from 1.
    package func cancel(_ id: Int, line: Int? = nil, quantity: Int? = nil) {
        guard let purchase = purchase(id) else { return }
        var lines = purchase.lines
        if let line, lines.indices.contains(line - 1) {
            lines[line - 1].quantity -= min(lines[line - 1].quantity, quantity ?? lines[line - 1].quantity)
            lines.removeAll { $0.quantity == 0 }
        }
        state.withLock { state in
            if line == nil || lines.isEmpty {
                state.cancelled.insert(id)
                state.order = nil
            } else {
                state.lines[id] = lines
            }
        }
    }

    // MARK: Reading as the endpoint does

    /// The purchases after `place`, oldest first, and whether there are more.
    func page(_ query: RaceQuery) -> (purchases: [RacePurchase], hasMore: Bool) {
        let ids = state.withLock { state in
            let places = places(in: &state)
            let start = places.firstPlace { place in
                place.at >= query.from && (query.after.map { $0 < place } ?? true)
            }
            return places[start...].prefix(query.num + 1).filter { $0.at <= query.until }.map(\.id)
        }
        return (ids.prefix(query.num).compactMap(purchase), ids.count > query.num)
    }

    private func places(in state: inout State) -> [Place] {
        let count = world.count(at: clock.now)
        if let kept = state.order, kept.count == count { return kept.places }
        let cancelled = state.cancelled
        let put = state.put
        var places = (0..<count).compactMap { index -> Place? in
            let id = Self.firstID + index
            guard !cancelled.contains(id), put[id] == nil, isListed(index) else { return nil }
            return Place(at: world.purchasedAt(index), id: id)
        }
        places += put.values.filter { !cancelled.contains($0.id) }.map {
            Place(at: $0.purchasedAt, id: $0.id)
        }
        places.sort()
        state.order = (count, places)
        return places
    }

    private func isListed(_ index: Int) -> Bool {
        let kind = world.fate(of: index).kind
        return kind != .cleared && kind != .cancelledAndRefunded
    }

    private func begun(_ index: Int) -> RacePurchase? {
        guard index >= 0, index < world.count(at: clock.now), isListed(index) else { return nil }
        let purchase = world.purchase(index)
        let paid = purchase.items.reduce(0) { $0 + ($1.paidInCents ?? 0) }
        return RacePurchase(
            id: Self.firstID + index, userID: Self.firstUser + index,
            registrationID: index % 3 == 0 ? nil : Self.firstRegistration + index,
            purchasedAt: purchase.purchasedAt, amount: paid, paid: paid, lines: purchase.items.map(line))
    }

    private func line(_ item: PurchasedItem) -> RacePurchase.Line {
        let kind = world.catalogue.item(item.itemID)
        let option = kind?.combinations.first { $0.id == item.variantID }?.name
        return RacePurchase.Line(
            itemID: item.itemID, name: kind?.name ?? "", option: option, quantity: item.quantity)
    }
}

/// Where a purchase stands in the list: by date, then by id.
struct Place: Sendable, Hashable, Comparable {
    /// Unix seconds.
    var at: Int64
    var id: Int

    static func < (a: Place, b: Place) -> Bool { (a.at, a.id) < (b.at, b.id) }
}

/// What a page is asked for by.
struct RaceQuery: Sendable {
    var num = 100
    /// Unix seconds, inclusive.
    var from = Int64.min
    /// Unix seconds, inclusive.
    var until = Int64.max
    var after: Place?
}

extension [Place] {
    /// The first place for which `belongs` holds, which it does for all after it.
    fileprivate func firstPlace(where belongs: (Place) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
