import Model
import Synchronization

/// The state of the simulated Tixstock: an invented world of its own, and what happened since. Values are
/// absolute; an update that is sent again changes nothing more. Tests read the truth here.
package final class OrderBook: Sendable {
    /// Ids are the partner's own, and text.
    package static func id(_ index: Int) -> String { "TX\(100_001 + index)" }

    package let world: World
    private let clock: ServerClock
    private let state = Mutex(State())

    private struct State {
        var orders: [String: StockOrder] = [:]
        /// What reads still show, and until when.
        var hidden: [String: (order: StockOrder, until: ContinuousClock.Instant)] = [:]
        var written: [WrittenOrder] = []
    }

    init(world: World, clock: ServerClock) {
        self.world = world
        self.clock = clock
    }

    // MARK: Truth

    /// As it is; nil where there is none.
    package func order(_ id: String) -> StockOrder? {
        state.withLock { $0.orders[id] } ?? begun(id)
    }

    package var orderIDs: [String] { (0..<world.count).map(Self.id) }

    /// Every update since the start, in order, whoever wrote it.
    package var written: [WrittenOrder] { state.withLock { $0.written } }

    // MARK: What others do

    /// Puts in an order made to measure, in the place of any that has its id.
    package func put(_ order: StockOrder) { state.withLock { $0.orders[order.id] = order } }

    /// Somebody else changes an order.
    package func change(_ id: String, _ edit: (inout StockOrder) -> Void) {
        guard var order = order(id) else { return }
        edit(&order)
        write(order, by: nil)
    }

    /// Shows every update that a fault kept from reads.
    package func reveal() { state.withLock { $0.hidden = [:] } }

    // MARK: As the endpoints do

    /// What a read shows at this moment.
    func read(_ id: String) -> StockOrder? {
        let now = ContinuousClock.now
        let old = state.withLock { $0.hidden[id] }
        if let old, old.until > now { return old.order }
        return order(id)
    }

    /// - Parameter number: the request's, as the recorder counts; nil where somebody else did.
    func write(_ order: StockOrder, by number: Int?, hiddenFor hidden: Duration? = nil) {
        let before = self.order(order.id)
        state.withLock { state in
            if let hidden, let before {
                state.hidden[order.id] = (before, ContinuousClock.now + hidden)
            }
            state.orders[order.id] = order
            state.written.append(WrittenOrder(order: order, request: number))
        }
    }

    private func begun(_ id: String) -> StockOrder? {
        guard id.hasPrefix("TX"), let number = Int(id.dropFirst(2)) else { return nil }
        let index = number - 100_001
        guard index >= 0, index < world.count else { return nil }
        let person = world.person(index)
        var chance = Chance(seed: world.seed, index: index, stream: .basket)
        let isStanding = chance.happens(permille: 150)
        let row = isStanding ? "" : chance.fill("@")
        let first = chance.within(1...30)
        let tickets = (0..<chance.pick([1, 2, 2, 2, 4])).map { place in
            StockOrder.Ticket(
                generalAdmission: isStanding, section: isStanding ? "" : "Block 12", row: row,
                seat: isStanding ? "" : String(first + place), price: 9_000)
        }
        var order = StockOrder(
            id: id, placedAt: world.purchasedAt(index), firstName: person.firstName,
            lastName: person.lastName, address: person.address, tickets: tickets)
        order.status = chance.pick([
            .approved, .approved, .approved, .approved, .approved, .pendingReview, .saleOnHold,
            .commissionable, .cancelled,
        ])
        if order.status == .commissionable {
            order.tracking = TrackingNumber.invented(to: person.address?.countryCode ?? "GB", &chance)
        }
        return order
    }
}

/// One update of an order, and the request that brought it.
package struct WrittenOrder: Sendable {
    /// As it was afterwards.
    package var order: StockOrder
    /// As numbered by the recorder; nil where somebody else did.
    package var request: Int?
}

extension Simulator {
    /// The ids of its first orders, for whoever brings them in.
    package static func orderIDs(_ count: Int) -> [String] { (0..<count).map(OrderBook.id) }
}
