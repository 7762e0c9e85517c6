import Model
import Synchronization

/// The state of the simulated ticket store: the world as it began, and all that happened since.
///
/// Safe to use from anywhere. Tests read the truth here, without the gaps that faults put into answers.
package final class TicketStore: Sendable {
    package let world: World
    package let behaviour: StoreBehaviour
    let clock: ServerClock
    let state = Mutex(State())
    /// One fulfillment at a time: what was checked must still hold when it is written.
    let writing = Mutex(())

    init(world: World, behaviour: StoreBehaviour, clock: ServerClock) {
        self.world = world
        self.behaviour = behaviour
        self.clock = clock
    }

    struct State {
        /// By purchase id: what happened since the start.
        var changes: [Int: Change] = [:]
        /// By id: purchases that a test put in.
        var put: [Int: Purchase] = [:]
        /// Every entry written since the start, in order.
        var written: [WrittenEntry] = []
        /// `last_modified_ts` of the world's purchases, by index; made when first asked for.
        var modified: [Int64] = []
        /// Ids in order, of the first so many of the world's purchases and those put in.
        var listing: (count: Int, all: [Int], uncleared: [Int])?
    }

    /// What happened to one purchase since the start.
    struct Change {
        var entries: [WrittenEntry] = []
        var cancelled: [CancelledItem] = []
        var refunds: [Refund] = []
        var isCleared: Bool?
        /// Unix seconds.
        var lastModified: Int64?
        var address: ShippingAddress??
    }

    // MARK: Truth

    /// As it is, with every entry, also those that reads do not show yet; nil where there is none.
    package func purchase(_ id: Int) -> Purchase? {
        let change = state.withLock { $0.changes[id] }
        return begun(id).map { apply(change, to: $0, hidden: true) }
    }

    /// Every purchase's id, in order, cleared ones too.
    package var purchaseIDs: [Int] {
        state.withLock { listing(in: &$0).all }
    }

    /// The ledger of one item as it is.
    package func ledger(_ id: Int, item: Int) -> [Fulfillment] {
        purchase(id)?.ledger.filter { $0.item == item } ?? []
    }

    /// What of an item is fulfilled, net.
    package func net(_ id: Int, item: Int) -> Int { ledger(id, item: item).reduce(0) { $0 + $1.quantity } }

    /// Every entry written since the start, in order, whoever wrote it.
    package var written: [WrittenEntry] { state.withLock { $0.written } }

    // MARK: Reading as the endpoint does

    /// The purchases of one page as a client may see them at this moment.
    func page(_ query: PageQuery) -> [Purchase] {
        let (ids, changes) = state.withLock { state in
            let ids = select(query, in: &state)
            return (ids, ids.reduce(into: [Int: Change]()) { $0[$1] = state.changes[$1] })
        }
        return ids.compactMap { id in begun(id).map { apply(changes[id], to: $0, hidden: false) } }
    }

    /// As it was at the start, or as it was put in.
    func begun(_ id: Int) -> Purchase? {
        if let put = state.withLock({ $0.put[id] }) { return put }
        let index = id - World.firstID
        guard index >= 0, index < world.count(at: clock.now) else { return nil }
        return world.purchase(index)
    }

    private func apply(_ change: Change?, to purchase: Purchase, hidden: Bool) -> Purchase {
        guard let change else { return purchase }
        var changed = purchase
        let now = ContinuousClock.now
        changed.ledger += change.entries.filter { hidden || !$0.isHidden(at: now) }.map(\.fulfillment)
        changed.cancelled += change.cancelled
        changed.refunds += change.refunds
        changed.isCleared = change.isCleared ?? purchase.isCleared
        changed.lastModified = max(purchase.lastModified ?? 0, change.lastModified ?? 0)
        if let address = change.address { changed.address = address }
        return changed
    }
}
