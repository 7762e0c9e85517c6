import APIs
import Cache
import Model

/// The durable steps of a pass: each is one transaction (protocol, Sync). ``Syncer`` brings the pages.
package struct PassBook: Sendable {
    let cache: Cache
    let store: StoreID
    let outbox: Outbox
    package let schedule: SyncSchedule

    package init(cache: Cache, outbox: Outbox, schedule: SyncSchedule = SyncSchedule()) {
        self.cache = cache
        self.outbox = outbox
        self.schedule = schedule
        store = outbox.store
    }

    /// Which list a pass reads.
    package enum Listing: Sendable, Hashable {
        case open
        /// With cleared purchases: those that the other pass did not see.
        case cleared(seenIn: Int64)
    }

    /// A page that came, and when its call began (Unix milliseconds).
    package struct Page: Sendable {
        package var number: Int
        package var content: PurchasesPage
        package var began: Int64
        package var serverTime: ServerTime?
        package init(number: Int, content: PurchasesPage, began: Int64, serverTime: ServerTime? = nil) {
            self.number = number
            self.content = content
            self.began = began
            self.serverTime = serverTime
        }
    }

    /// A pass while it is being read.
    package struct Reading: Sendable {
        package var progress: PassProgress
        package var listing: Listing
        fileprivate var lastSetAside: [SetAside] = []
        package init(progress: PassProgress, listing: Listing = .open) {
            self.progress = progress
            self.listing = listing
        }
    }

    /// Which pass is due, and at which Unix second.
    package func due(now: Int64) throws -> (kind: SyncPass.Kind, at: Int64) {
        try cache.read { reader in
            let purchases = try reader.counts(of: store)[.all]
            return schedule.next(after: try reader.facts(of: store), purchases: purchases, now: now)
        }
    }

    /// Goes on with the pass that broke off, if it is of this kind; otherwise begins one.
    package func begin(_ kind: SyncPass.Kind, now: Int64) throws -> PassProgress {
        try cache.write { writer in
            let facts = try writer.facts(of: store)
            if let broken = facts.pass, broken.isFull == (kind == .full) { return broken }
            // Before the first complete pass the cache holds what a broken one left: no total.
            let isFirst = facts.lastFullPassEndedAt == nil
            let known = isFirst ? 0 : try writer.counts(of: store)[.all]
            let progress = PassProgress(
                id: try writer.nextPass(of: store), isFull: kind == .full,
                since: kind == .full ? nil : facts.watermark, startedAt: now,
                expected: kind == .full && known > 0 ? known : nil)
            if kind == .full { try writer.clearSetAside(of: store) }
            try writer.changeFacts(of: store) { $0.pass = progress }
            return progress
        }
    }

    /// Stores a page, settles marks by it and notes how far the pass is, in one transaction.
    package func keep(
        _ page: Page, in reading: inout Reading, now: Int64
    ) throws -> (rows: Int, newInPass: Int) {
        var next = reading.progress
        next.nextPage = page.number + 1
        let newInPass = try cache.write { writer in
            let purchases = try markedCleared(page.content.purchases, reading, writer)
            let outcome = try outbox.absorb(
                purchases, unread: page.content.unread, began: page.began, pass: next.id, now: now,
                in: writer)
            try note(page.content.setAside, pass: next.id, writer)
            next.purchasesSoFar += outcome.newInPass
            try writer.changeFacts(of: store) { facts in
                // The second listing is not gone on with: a pass that breaks off in it starts anew.
                if reading.listing == .open { facts.pass = next }
                facts.note(page.serverTime, at: now)
            }
            return outcome.newInPass
        }
        // Rows that cannot be read count as new, but not those of a page that comes again and again.
        let aside = page.content.setAside == reading.lastSetAside ? 0 : page.content.setAside.count
        reading.lastSetAside = page.content.setAside
        reading.progress = next
        return (page.content.rowCount, newInPass + aside)
    }

    package func finish(_ progress: PassProgress, now: Int64) throws {
        try cache.write { writer in
            // A row without a readable id may be any purchase: then none can be called missing.
            if progress.isFull, try !writer.setAsideRows(of: store).contains(where: SetAside.isNameless) {
                _ = try writer.finishFullPass(progress.id, of: store)
            }
            let highest = try writer.highestModified(inPass: progress.id, of: store)
            try writer.changeFacts(of: store) { facts in
                let serverTime = progress.startedAt / 1_000 + facts.clockOffset
                if let highest = highest ?? (progress.isFull ? serverTime : nil) {
                    let mark = min(highest, serverTime) - schedule.overlap
                    facts.watermark = max(facts.watermark ?? mark, mark)
                }
                facts.lastPassEndedAt = now / 1_000
                if progress.isFull { facts.lastFullPassEndedAt = facts.lastPassEndedAt }
                facts.pass = nil
            }
        }
    }

    /// A pass that cannot end starts anew the next time.
    package func abandon() throws {
        try cache.write { try $0.changeFacts(of: store) { $0.pass = nil } }
    }

    private func markedCleared(
        _ purchases: [Purchase], _ reading: Reading, _ writer: CacheWriter
    ) throws -> [Purchase] {
        guard case .cleared(let first) = reading.listing else { return purchases }
        let began = reading.progress.startedAt / 1_000 + (try writer.facts(of: store).clockOffset)
        return try purchases.map { purchase in
            let key = PurchaseKey(store: store, purchase: purchase.id)
            var purchase = purchase
            // Listed twice, because the pages shifted, it was judged the first time; one that was bought
            // since the other listing began had no chance to be on it.
            purchase.isCleared =
                if try writer.wasSeen(key, inPass: reading.progress.id) {
                    try writer.purchase(key)?.isCleared ?? false
                } else {
                    try !writer.wasSeen(key, inPass: first) && purchase.purchasedAt < began
                }
            return purchase
        }
    }

    private func note(_ rows: [SetAside], pass: Int64, _ writer: CacheWriter) throws {
        let known = Set(try writer.setAsideRows(of: store))
        for row in rows {
            if let id = row.id { try writer.noteListed(PurchaseKey(store: store, purchase: id), pass: pass) }
            if !known.contains(row.words) { try writer.setAside(row.words, in: store) }
        }
    }
}

extension SetAside {
    private static let nameless = "A purchase without a readable id"

    /// For people; names no person.
    fileprivate var words: String {
        if let sentence { return sentence }
        let name = id.map { "Purchase \($0)" } ?? Self.nameless
        return "\(name) could not be read: \(problem)\(field.isEmpty ? "" : " (\(field))")."
    }

    /// Not only a word on rows that are as they should be.
    package static func isUnreadable(_ words: String) -> Bool { words.contains(" could not be read") }

    fileprivate static func isNameless(_ words: String) -> Bool { words.hasPrefix(nameless) }
}

extension StoreFacts {
    /// Keeps how far the server's clock is from ours; a second of difference is the wire's.
    mutating func note(_ serverTime: ServerTime?, at now: Int64) {
        guard let serverTime else { return }
        let offset = serverTime.unixSeconds - now / 1_000
        if abs(offset - clockOffset) > 1 { clockOffset = offset }
    }
}
