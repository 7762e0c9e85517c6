import APIs
import Cache
import FoundationEssentials
import Model
import Services

/// Invented purchases and marks.
enum Sample {
    static let author = Author(person: "pat", station: "bench-1")
    static let address = ShippingAddress(fullName: "Ada Example", address1: "1 Mill Lane", city: "Sample")

    /// - Parameter ledger: item, quantity and tracking, one second apart.
    static func purchase(
        _ id: Int = 1, quantity: Int = 3, ledger: [(item: Int, quantity: Int, tracking: String?)] = []
    ) -> Purchase {
        Purchase(
            id: PurchaseID(id), purchasedAt: 1_000, firstName: "Ada", lastName: "Example",
            lastModified: 2_000,
            items: [
                PurchasedItem(num: 1, itemID: 11, quantity: quantity),
                PurchasedItem(num: 2, itemID: 12, quantity: quantity),
            ],
            ledger: ledger.enumerated().map { index, entry in
                Fulfillment(
                    item: entry.item, at: 5_000 + Int64(index), quantity: entry.quantity,
                    tracking: entry.tracking)
            }, address: address)
    }

    static func mark(
        _ id: Int64 = 1, quantity: Int = 1, state: MarkState = .unknown,
        _ change: (inout Mark) -> Void = { _ in }
    ) -> Mark {
        var mark = Mark(
            id: MarkID(id), action: ActionID(1), store: StoreID(1), purchase: PurchaseID(1), item: 1,
            quantity: quantity, verb: quantity > 0 ? .ship : .undo, address: quantity > 0 ? address : nil,
            basis: Basis(net: 0, lastModified: 2_000, address: address, entries: []), author: author,
            madeAt: 1,
            state: state)
        change(&mark)
        return mark
    }

    /// Sent at 100 s, given up at 120 s.
    static func attempt(snapshot: [EntryKey] = [], answered: Bool = false, absent: [Int64] = []) -> Attempt {
        Attempt(
            epoch: 1, request: "r", sentAt: 100_000, snapshot: snapshot, lines: 1, failedAt: 120_000,
            wasAnswered: answered, absentReads: absent)
    }

    static func unknown(_ id: Int64 = 1, quantity: Int = 1, _ attempt: Attempt = attempt()) -> Mark {
        mark(id, quantity: quantity) {
            $0.attempt = attempt
            $0.attempts = 1
        }
    }
}

/// A cache in a file of its own, with one store and what it listed. Whoever uses the cache keeps the desk:
/// when it goes, the file is another test's.
final class Desk {
    let cache: Cache
    let store: Store
    let marker: Marker
    let outbox: Outbox
    private let path: String

    /// Purchases as read at the first second; younger than none.
    init(_ purchases: [Purchase] = [Sample.purchase()]) throws {
        let (path, cache) = try CachePool.take()
        self.path = path
        self.cache = cache
        store = try cache.read { try $0.stores() }[0]
        marker = Marker(cache: cache)
        outbox = Outbox(cache: cache, store: store.id)
        try outbox.absorb(purchases, began: 1_000, now: 1_000)
    }

    deinit { CachePool.giveBack(path, cache) }

    /// Unix milliseconds, long after the samples were bought.
    static let now: Int64 = 100_000_000

    func key(_ id: Int = 1) -> PurchaseKey { PurchaseKey(store: store.id, purchase: PurchaseID(id)) }

    func request(_ verb: Verb, _ lines: [MarkLine], _ change: (inout MarkRequest) -> Void = { _ in })
        -> MarkRequest
    {
        var request = MarkRequest(verb: verb, lines: lines, author: Sample.author)
        change(&request)
        return request
    }

    @discardableResult
    func ship(_ quantity: Int? = 1, item: Int? = 1, of id: Int = 1, now: Int64 = Desk.now) throws -> [Mark] {
        try marker.submit(
            request(.ship, [MarkLine(key: key(id), item: item, quantity: quantity)]), now: now
        ).marks
    }

    func undo(_ quantity: Int? = nil, item: Int? = 1, takesBack: TakesBack? = nil) throws -> [Mark] {
        try marker.submit(
            request(.undo, [MarkLine(key: key(), item: item, quantity: quantity, takesBack: takesBack)]),
            now: Desk.now
        ).marks
    }

    /// As if it had happened.
    func put(_ id: MarkID, _ state: MarkState, _ change: (inout Mark) -> Void = { _ in }) throws {
        try cache.write { writer in
            guard var mark = try writer.mark(id) else { return }
            let before = mark.state
            mark.state = state
            change(&mark)
            try writer.update(mark, expecting: before)
        }
    }

    func state(_ id: MarkID) throws -> MarkState? { try cache.read { try $0.mark(id)?.state } }
    func marks() throws -> [Mark] { try cache.read { try $0.outbox() }.map(\.mark) }

    func refusals(_ body: () throws -> Void) -> [Refusal] {
        do {
            try body()
            return []
        } catch { return (error as? Refusals)?.all ?? [] }
    }
}
