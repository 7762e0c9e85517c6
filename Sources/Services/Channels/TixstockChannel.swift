import APIs
import Cache
import Model

/// Tixstock orders: read one by one by the ids that people brought in, changed one by one.
///
/// A full pass reads every order but those that are closed and wait for nothing; the passes between read a
/// few of those that still have to go out. Both leave a part of the minute's calls to marks.
package struct TixstockChannel: StoreChannel, OrderSource {
    private let client: TixstockClient
    private let cache: Cache
    private let store: StoreID
    private let shelf: LabelShelf
    private let clock: ServiceClock
    private let round = OrderRound()
    private let rules = OrderRules()

    /// - Parameter shelf: where labels lie.
    package init(
        client: TixstockClient, cache: Cache, store: StoreID, shelf: LabelShelf,
        clock: ServiceClock = .system
    ) {
        self.client = client
        self.cache = cache
        self.store = store
        self.shelf = shelf
        self.clock = clock
    }

    package var pagesAtOnce: Int { 1 }
    /// So many orders are all read every time.
    package var smallStore: Int { Self.pageSize }
    package var readingSize: Int { Self.pageSize }
    package var largestBatch: Int { 1 }
    package var looksAtEach: Bool { true }
    package var listsCleared: Bool { false }
    package var marksLeave: Bool { true }
    package func names() async -> [ItemKind: String]? { nil }

    private static let pageSize = 20
    /// Seconds: 90 days, in which what was shipped comes back if it does.
    private static let labelsStay: Int64 = 90 * 86_400
    /// Of the calls of a minute, what passes leave to people.
    private static let reserve = 100

    // MARK: Passes

    package func canGoOn(from page: Int) -> Bool { round.reaches(page) }

    package func page(_ request: PurchasesRequest) async -> Answer<PurchasesPage> {
        do {
            if request.page == 1 {
                let orders = try orders(all: request.modifiedSince == nil)
                round.begin(orders)
                if request.modifiedSince == nil { try clearShelf() }
                // Nothing to read: whether the store is there, and lets us in, is told all the same.
                if orders.isEmpty { return await probe() }
            }
            guard var rest = round.orders(from: request.page) else {
                return .ok(PurchasesPage(purchases: []))
            }
            // A page without a row would end the list.
            while !rest.isEmpty {
                let chunk = rest.prefix(Self.pageSize)
                rest = rest.dropFirst(Self.pageSize)
                let answer = try await page(of: Array(chunk))
                guard let page = answer.value else { return answer }
                if page.rowCount > 0 || rest.isEmpty {
                    round.note(chunk.endIndex, after: request.page)
                    return answer
                }
            }
            return .ok(PurchasesPage(purchases: []))
        } catch {
            return .failed(Self.unwritable)
        }
    }

    private func orders(all: Bool) throws -> [PurchaseID] {
        try cache.read { reader in
            try all ? reader.tracked(in: store) : reader.trackedAndOpen(in: store, limit: Self.pageSize)
        }
    }

    private func clearShelf() throws {
        let open = try cache.read { try $0.openMarks(in: store) }
        let awaited = open.compactMap { $0.sets?[OrderAttribute.labelFile].flatMap { LabelName($0) } }
        shelf.clear(before: clock.now() / 1_000 - Self.labelsStay, except: awaited)
    }

    private func page(of ids: [PurchaseID]) async throws -> Answer<PurchasesPage> {
        if let seconds = client.wait(leaving: Self.reserve) {
            let words = "Most of the calls that this server allows in a minute were made; waiting."
            return .failed(.throttled(retryAfter: seconds, words: words))
        }
        let closed = try cache.read { reader in try ids.compactMap { try closedOrder($0, reader) } }
        let known = Set(closed.map(\.id))
        let answer = await seen(ids.filter { !known.contains($0) })
        guard var page = answer.value else { return answer }
        page.purchases += closed
        return .ok(page, at: answer.serverTime)
    }

    /// As stored, where nothing of it can change any more and nothing of ours is open.
    private func closedOrder(_ id: PurchaseID, _ reader: CacheReader) throws -> Purchase? {
        let key = PurchaseKey(store: store, purchase: id)
        guard let purchase = try reader.purchase(key), rules.whyClosed(purchase) != nil,
            try !reader.marks(of: key).contains(where: \.state.isOpen)
        else { return nil }
        return purchase
    }

    // MARK: Single orders

    package func look(
        _ request: PurchasesRequest, for purchases: Set<PurchaseID>
    ) async -> Answer<PurchasesPage> {
        purchases.isEmpty ? await probe() : await seen(purchases.sorted { $0.text < $1.text })
    }

    /// Whether the store answers: that there is no such order is an answer, too.
    private func probe() async -> Answer<PurchasesPage> {
        let known = try? cache.read { try $0.tracked(in: store).first }
        let answer = await client.order(known ?? PurchaseID(Self.nobodysOrder))
        switch answer.result {
        case .success, .failure(.named): return .ok(PurchasesPage(purchases: []), at: answer.serverTime)
        case .failure(let failure): return answer.passedOn(failure)
        }
    }

    /// Asked for where the only question is whether the store answers.
    package static let nobodysOrder = "shipdesk-is-it-there"

    package func fetch(_ id: PurchaseID, keepingUnread: Bool) async -> Answer<Purchase?> {
        let began = clock.now()
        let answer = await client.order(id)
        switch answer.result {
        case .failure(.named(_, code: 404)): return .ok(nil, at: answer.serverTime)
        case .failure(.named(_, code: 405)) where keepingUnread:
            return kept(at: answer.serverTime) { try adopt(unread: id, began: began) }
        case .failure(let failure): return answer.passedOn(failure)
        case .success(let reply):
            return kept(at: answer.serverTime) { try adopt(reply, began: began) }
        }
    }

    private func kept(
        at serverTime: ServerTime?, _ adopt: () throws -> Purchase
    ) -> Answer<Purchase?> {
        do {
            return .ok(try adopt(), at: serverTime)
        } catch {
            return .failed(Self.unwritable, at: serverTime)
        }
    }

    /// The server tells no orders: this one is learned from the answer to its first update. Until then it is
    /// one of something.
    private func adopt(unread id: PurchaseID, began: Int64) throws -> Purchase {
        try cache.write { writer in
            let key = PurchaseKey(store: store, purchase: id)
            let unread = Purchase(
                id: id, purchasedAt: 0, items: [PurchasedItem(num: 1, itemID: 0, quantity: 1)])
            let known = try writer.purchase(key)
            if known == nil { try writer.save([unread], in: store, readBegan: began, now: clock.now()) }
            try writer.track(key, at: began / 1_000)
            return known ?? unread
        }
    }

    /// Under the id that the server calls it by: the same, but for its case.
    private func adopt(_ reply: TixstockReply, began: Int64) throws -> Purchase {
        keepLabel(of: reply)
        return try cache.write { writer in
            let purchase = try writer.shelve(reply, in: store, now: began / 1_000)
            try writer.save([purchase], in: store, readBegan: began, now: clock.now())
            try writer.track(PurchaseKey(store: store, purchase: purchase.id), at: began / 1_000)
            return purchase
        }
    }

    private enum Seen: Sendable {
        case told(TixstockReply)
        case gone
        /// The store is there, and does not tell this order.
        case untold(words: String)
        case failed(CallFailure, CallSign?)
    }

    private func see(_ id: PurchaseID) async -> (Seen, ServerTime?) {
        let answer = await client.order(id)
        switch answer.result {
        case .success(let reply): return (.told(reply), answer.serverTime)
        case .failure(.named(_, code: 404)): return (.gone, answer.serverTime)
        case .failure(.named(let words, _)): return (.untold(words: words), answer.serverTime)
        case .failure(let failure): return (.failed(failure, answer.sign), answer.serverTime)
        }
    }

    /// Each by a call of its own; one that the store does not tell stands as it was last told.
    private func seen(_ ids: [PurchaseID]) async -> Answer<PurchasesPage> {
        await withTaskGroup(of: (PurchaseID, Seen, ServerTime?).self) { group in
            for id in ids {
                group.addTask {
                    let (seen, time) = await see(id)
                    return (id, seen, time)
                }
            }
            var replies: [TixstockReply] = []
            var untold: [PurchaseID: String] = [:]
            var serverTime: ServerTime?
            for await (id, seen, time) in group {
                serverTime = time ?? serverTime
                switch seen {
                case .told(let reply): replies.append(reply)
                case .gone: break
                case .untold(let words): untold[id] = words
                case .failed(let failure, let sign):
                    group.cancelAll()
                    return .failed(failure, at: time, sign: sign)
                }
            }
            do {
                return .ok(try shelved(replies, untold: untold), at: serverTime)
            } catch {
                return .failed(Self.unwritable, at: serverTime)
            }
        }
    }

    private func shelved(
        _ replies: [TixstockReply], untold: [PurchaseID: String]
    ) throws -> PurchasesPage {
        let replies = replies.sorted { $0.order.id.text < $1.order.id.text }
        replies.forEach(keepLabel)
        let now = clock.now() / 1_000
        return try cache.write { writer in
            var page = PurchasesPage(
                purchases: try replies.map { try writer.shelve($0, in: store, now: now) })
            for (id, words) in untold.sorted(by: { $0.key.text < $1.key.text }) {
                if let known = try writer.purchase(PurchaseKey(store: store, purchase: id)) {
                    page.purchases.append(known)
                    page.unread.insert(id)
                } else {
                    page.setAside.append(
                        SetAside(row: page.rowCount, id: id, field: "", problem: words))
                }
            }
            return page
        }
    }

    /// A label that cannot be kept can be asked for again.
    private func keepLabel(of reply: TixstockReply) {
        if let label = reply.order.label?.pdf { _ = try? shelf.keep(label) }
    }

    /// Nothing was kept of the answer; it is asked for again.
    private static let unwritable = CallFailure.nothingLeft(words: "The cache cannot be written.")

    // MARK: Marking

    /// Sets the values of one order, with what the document demands beside them.
    package func fulfill(_ batch: Batch) async -> Answer<FulfillmentReply> {
        guard batch.lines.count == 1, let mark = batch.lines.first?.mark, let sets = mark.sets else {
            return .failed(.named(words: "Orders are changed one by one.", code: nil))
        }
        let update: OrderUpdate
        do {
            let key = PurchaseKey(store: store, purchase: mark.purchase)
            let known = try cache.read { try $0.purchase(key) }?.attributes ?? Attributes()
            update = try OrderUpdate(setting: sets, on: known) { shelf.label($0) }
        } catch let faults as AttributeFaults {
            return .failed(.named(words: faults.sentence, code: nil))
        } catch {
            return .failed(Self.unwritable)
        }
        let answer = await client.update(mark.purchase, update)
        switch answer.result {
        case .success(let reply): return told(reply, by: mark, sets, at: answer.serverTime)
        case .failure(.named) where mark.attempts > 1:
            return await shown(mark, sets) ?? .failed(answer.failure ?? Self.unwritable)
        case .failure(let failure): return answer.passedOn(failure)
        }
    }

    /// The server says that it did it: what its answer has no place for is as it was sent.
    private func told(
        _ reply: TixstockReply, by mark: Mark, _ sets: Attributes, at serverTime: ServerTime?
    ) -> Answer<FulfillmentReply> {
        keepLabel(of: reply)
        do {
            var purchase = try cache.write { try $0.shelve(reply, in: store, now: clock.now() / 1_000) }
            for name in sets.names where purchase.attributes[name] == nil {
                purchase.attributes[name] = sets[name]
            }
            let told = purchase.id == mark.purchase ? [purchase] : []
            return .ok(FulfillmentReply(told: told), at: serverTime)
        } catch {
            return .failed(.lost(words: "The cache cannot be written.", answered: true), at: serverTime)
        }
    }

    /// An update that was sent before may have taken effect, and have closed the order: then the refusal of
    /// this one says nothing. Nil where the order does not show what was wanted.
    private func shown(_ mark: Mark, _ sets: Attributes) async -> Answer<FulfillmentReply>? {
        let answer = await client.order(mark.purchase)
        guard let reply = answer.value,
            let purchase = try? cache.write({ try $0.shelve(reply, in: store, now: clock.now() / 1_000) }),
            Outcome(of: sets, before: mark.attempt?.before ?? Attributes(), shown: purchase.attributes)
                == .ours
        else { return nil }
        return .ok(FulfillmentReply(told: [purchase]), at: answer.serverTime)
    }
}

/// Orders of a store that lists none, by the ids that people bring.
package protocol OrderSource: Sendable {
    /// Reads one and keeps it from now on; nil where the store has no such order.
    /// - Parameter keepingUnread: where the store tells no orders, it is kept as it was typed; else that is
    ///   a failure with code 405.
    func fetch(_ id: PurchaseID, keepingUnread: Bool) async -> Answer<Purchase?>
}

extension OrderSource {
    package func fetch(_ id: PurchaseID) async -> Answer<Purchase?> { await fetch(id, keepingUnread: true) }
}
