import APIs
import Cache
import Model

@testable import Services

/// A race's store in a world: a list without ledgers, read by cursor, from which purchases vanish; what is
/// marked takes effect in the ledger of the box.
extension World {
    func readPage(
        _ page: Int, since: Int64?, _ chain: PageChain<RaceStoreCursor>, by box: Box,
        done: @escaping (Answer<PurchasesPage>) throws -> Void
    ) {
        guard isRace else {
            return read(PurchasesRequest(page: page, modifiedSince: since), by: box, done: done)
        }
        guard case .begins(let cursor) = chain.link(to: page) else {
            return after(0) { try done(.ok(PurchasesPage(purchases: []))) }
        }
        ask(box, done) { [self] in
            let shown = server.racePage(after: cursor, since: since, size: server.habits.pageSize, now: now)
            chain.note(shown.next, after: page)
            return shown
        }
    }

    /// Each by itself; none: only whether the store answers.
    func look(
        at purchases: Set<PurchaseID>, by box: Box, done: @escaping (Answer<PurchasesPage>) throws -> Void
    ) {
        ask(box, done) { [self] in
            var page = server.racePage(after: nil, since: nil, size: 1_000, now: now)
            let seconds = Set(purchases.compactMap { server.rows[$0]?.purchase.purchasedAt })
            page.purchases.removeAll { !seconds.contains($0.purchasedAt) }
            page.setAside.removeAll { row in row.id.map { !purchases.contains($0) } ?? true }
            return page
        }
    }

    private func ask(
        _ box: Box, _ done: @escaping (Answer<PurchasesPage>) throws -> Void,
        _ page: @escaping () -> RaceStorePage
    ) {
        tally.reads += 1
        box.noteCall()
        if let failure = drawReadFailure() {
            tell("\(box) asks for a page: \(failure.answer)")
            return after(failure.delay) { try done(.failed(failure.answer)) }
        }
        let isSlow = !areFaultsOver && chance.happens(faults.slowReads)
        let back = isSlow ? chance.time(2_000...15_000) : chance.time(5...400)
        after(chance.time(5...400)) { [self] in
            let shown = page()
            let time = ServerTime(unixSeconds: server.seconds(now))
            after(back) { [self] in
                let kept = try box.shelved(shown)
                tell("\(box) read \(kept.words)")
                try done(.ok(kept, at: time))
            }
        }
    }

    /// The office cancels one of a line, or all of a purchase.
    func cancelInTheRace() {
        let id = chance.pick(ids)
        let isWhole = chance.happens(40)
        tell(isWhole ? "\(id) is cancelled and vanishes" : "one of \(id):1 is cancelled")
        tally.faults[isWhole ? "vanished" : "a cancellation", default: 0] += 1
        server.touch(id, now: now) { row in
            if isWhole { row.purchase.isCleared = true }
            if !row.purchase.items.isEmpty { row.purchase.items[0].quantity -= 1 }
            row.purchase.items.removeAll { $0.quantity <= 0 }
        }
    }
}

extension Box {
    /// As purchases, with the numbers and the ledger of this box.
    func shelved(_ page: RaceStorePage) throws -> PurchasesPage {
        var purchases = try cache.write { try $0.shelve(page.purchases, in: store) }
        if world.mutation == .ownLedgerUnread {
            for index in purchases.indices { purchases[index].ledger = [] }
        }
        return PurchasesPage(purchases: purchases, setAside: page.setAside)
    }

    /// The effect, and the same in the world's own book.
    func keepHere(_ batch: Batch) -> Answer<FulfillmentReply> {
        world.tally.posts += 1
        if !world.areFaultsOver, world.chance.happens(world.faults.fullDisks) {
            return .failed(.nothingLeft(words: "The disk is full."))
        }
        if world.mutation == .ownLedgerUnwritten { return .ok(FulfillmentReply(remaining: reply(to: batch))) }
        do {
            let remaining = try cache.write { try $0.keepHere(batch, at: now / 1_000) }
            for mark in batch.lines.map(\.mark) {
                world.tell("\(self) adds \(mark.words) to its own ledger")
                let line = FulfillmentLine(
                    item: mark.item, quantity: mark.quantity, deliverBy: mark.deliverBy,
                    tracking: mark.tracking, address: mark.address)
                let origin = Origin(box: number, mark: mark.id, sentAt: world.now)
                world.server.apply(line, to: mark.purchase, origin: origin, now: world.now)
            }
            return .ok(FulfillmentReply(remaining: remaining))
        } catch {
            world.tell("\(self): nothing is added: \(error)")
            return .failed(.nothingLeft(words: "Nothing was added."))
        }
    }

    /// As if it had been written.
    private func reply(to batch: Batch) -> [PurchaseID: [Int: Int]] {
        batch.lines.reduce(into: [:]) { reply, line in
            let before = line.before
            reply[line.mark.purchase, default: [:]][line.mark.item] =
                before.item.quantity - before.net - line.mark.quantity
        }
    }
}

extension Server {
    /// The purchases behind the cursor, oldest first; what vanishes meanwhile moves no other row.
    func racePage(
        after cursor: RaceStoreCursor?, since: Int64?, size: Int, now: Int64
    ) -> RaceStorePage {
        let place = { (row: Row) in "\(row.purchase.purchasedAt) \(row.purchase.id.text)" }
        let listed = order.compactMap { rows[$0] }
            .filter { !$0.purchase.isCleared && !$0.purchase.items.isEmpty }
            .filter { $0.purchase.purchasedAt >= since ?? .min }
            .sorted { place($0) < place($1) }
            .filter { row in cursor.map { place(row) > $0.token } ?? true }
        var page = RaceStorePage(purchases: [])
        let shown = listed.prefix(size)
        for (index, row) in shown.enumerated() {
            if row.unreadableUntil > now {
                page.setAside.append(
                    SetAside(row: index, id: row.purchase.id, field: "items", problem: "No list."))
            } else {
                page.purchases.append(RaceStorePurchase(row.purchase))
            }
        }
        if shown.count < listed.count { page.next = shown.last.map { RaceStoreCursor(token: place($0)) } }
        return page
    }
}

extension RaceStorePurchase {
    fileprivate init(_ purchase: Purchase) {
        self.init(
            id: purchase.id, userID: 1, purchasedAt: purchase.purchasedAt,
            items: purchase.items.map { RaceStoreItem(itemID: $0.itemID, name: "", quantity: $0.quantity) })
    }
}

extension Purchase {
    /// - Parameter second: when it was bought, Unix seconds.
    func ofARace(second: Int64) -> Purchase {
        var purchase = self
        purchase.purchasedAt = second
        purchase.lastModified = second
        purchase.address = nil
        return purchase
    }
}
