import APIs
import Cache
import Model

/// Reads a store's list into the cache, one pass at a time.
package struct Syncer: Sendable {
    let store: StoreID
    let client: TicketStoreClient
    let cache: Cache
    let outbox: Outbox
    let schedule: SyncSchedule
    let clock: ServiceClock
    /// Cleared purchases are listed as well, and shown as such.
    let includesCleared: Bool

    /// A page that came, and when its call began (Unix milliseconds).
    private struct Arrival: Sendable {
        var page: Int
        var began: Int64
        var answer: Answer<PurchasesPage>
    }

    /// Which pass is due, and at which Unix second.
    package func due() throws -> (kind: SyncPass.Kind, at: Int64) {
        try cache.read { reader in
            let purchases = try reader.counts(of: store)[.all]
            return schedule.next(after: try reader.facts(of: store), purchases: purchases)
        }
    }

    /// Runs a pass to its end, or goes on with the one that broke off.
    ///
    /// - Throws: ``SyncFailure``; then the pass goes on from where it broke off the next time.
    package func run(_ kind: SyncPass.Kind) async throws {
        let progress = try begin(kind)
        let ended = try await read(progress, listing: .open)
        guard includesCleared, kind == .full else { return try finish(ended) }
        // What is listed with cleared purchases and was not without them was cleared.
        var second = ended
        second.id += 1
        second.nextPage = 1
        try finish(try await read(second, listing: .cleared(seenIn: ended.id)))
    }

    /// Which list a pass reads.
    private enum Listing: Sendable {
        case open
        /// With cleared purchases: those that the other pass did not see.
        case cleared(seenIn: Int64)
    }

    private func read(_ begun: PassProgress, listing: Listing) async throws -> PassProgress {
        var progress = begun
        var pass = SyncPass(from: progress.nextPage)
        return try await withThrowingTaskGroup(of: Arrival.self) { group in
            var arrivals: [Int: Arrival] = [:]
            var effects = pass.start()
            while true {
                while !effects.isEmpty {
                    switch effects.removeFirst() {
                    case .fetch(let page):
                        group.addTask { await fetch(page, since: begun.since, listing: listing) }
                    case .store(let page):
                        guard let arrival = arrivals.removeValue(forKey: page) else { continue }
                        effects += try keep(arrival, listing: listing, &progress, &pass)
                    case .finish:
                        group.cancelAll()
                        return progress
                    case .fail(let words):
                        group.cancelAll()
                        try abandon()
                        throw SyncFailure(failure: .named(words: words, code: nil))
                    }
                }
                guard let arrival = try await group.next() else { return progress }
                arrivals[arrival.page] = arrival
                effects += pass.arrived(page: arrival.page)
            }
        }
    }

    private func fetch(_ page: Int, since: Int64?, listing: Listing) async -> Arrival {
        let began = clock.now()
        var request = PurchasesRequest(page: page, modifiedSince: since)
        if case .cleared = listing { request.includeCleared = true }
        return Arrival(page: page, began: began, answer: await client.purchases(request))
    }

    private func begin(_ kind: SyncPass.Kind) throws -> PassProgress {
        try cache.write { writer in
            let facts = try writer.facts(of: store)
            if let broken = facts.pass, broken.isFull == (kind == .full) { return broken }
            let known = try writer.counts(of: store)[.all]
            let progress = PassProgress(
                id: try writer.nextPass(of: store), isFull: kind == .full,
                since: kind == .full ? nil : facts.watermark, startedAt: clock.now(),
                expected: kind == .full && known > 0 ? known : nil)
            if kind == .full { try writer.clearSetAside(of: store) }
            try writer.changeFacts(of: store) { $0.pass = progress }
            return progress
        }
    }

    /// Stores a page, settles marks by it and notes how far the pass is, in one transaction.
    private func keep(
        _ arrival: Arrival, listing: Listing, _ progress: inout PassProgress, _ pass: inout SyncPass
    ) throws -> [SyncPass.Effect] {
        var page: PurchasesPage
        switch arrival.answer.result {
        case .success(let value): page = value
        case .failure(let failure): throw SyncFailure(failure: failure)
        }
        var next = progress
        next.nextPage = arrival.page + 1
        let newInPass = try cache.write { writer in
            if case .cleared(let seenIn) = listing { try markCleared(&page.purchases, notSeenIn: seenIn, writer) }
            let outcome = try outbox.absorb(
                page.purchases, began: arrival.began, pass: progress.id, now: clock.now(), in: writer)
            try note(page.setAside, writer)
            next.purchasesSoFar += outcome.newInPass
            try writer.changeFacts(of: store) { facts in
                // The second listing is not gone on with: a pass that breaks off in it starts anew.
                if case .open = listing { facts.pass = next }
                facts.note(arrival.answer.serverTime, at: clock.now())
            }
            return outcome.newInPass
        }
        progress = next
        return pass.stored(page: arrival.page, rows: page.rowCount, newInPass: newInPass)
    }

    private func markCleared(
        _ purchases: inout [Purchase], notSeenIn pass: Int64, _ writer: CacheWriter
    ) throws {
        for index in purchases.indices {
            let key = PurchaseKey(store: store, purchase: purchases[index].id)
            purchases[index].isCleared = try !writer.wasSeen(key, inPass: pass)
        }
    }

    private func note(_ rows: [SetAside], _ writer: CacheWriter) throws {
        for row in rows {
            let id = row.id.map { "Purchase \($0)" } ?? "A purchase without a readable id"
            let field = row.field.isEmpty ? "" : " (\(row.field))"
            try writer.setAside("\(id) could not be read: \(row.problem)\(field).", in: store)
        }
    }

    private func finish(_ progress: PassProgress) throws {
        try cache.write { writer in
            if progress.isFull { _ = try writer.finishFullPass(progress.id, of: store) }
            let highest = try writer.highestModified(inPass: progress.id, of: store)
            try writer.changeFacts(of: store) { facts in
                let serverTime = progress.startedAt / 1_000 + facts.clockOffset
                let mark = min(highest ?? serverTime, serverTime) - schedule.overlap
                facts.watermark = max(facts.watermark ?? mark, mark)
                facts.lastPassEndedAt = clock.now() / 1_000
                if progress.isFull { facts.lastFullPassEndedAt = facts.lastPassEndedAt }
                facts.pass = nil
            }
        }
    }

    /// A pass that cannot end starts anew the next time.
    private func abandon() throws {
        try cache.write { try $0.changeFacts(of: store) { $0.pass = nil } }
    }
}

/// A pass that broke off, with the call that failed.
package struct SyncFailure: Error, Sendable, Hashable {
    package var failure: CallFailure
}

extension StoreFacts {
    /// Keeps how far the server's clock is from ours; a second of difference is the wire's.
    mutating func note(_ serverTime: ServerTime?, at now: Int64) {
        guard let serverTime else { return }
        let offset = serverTime.unixSeconds - now / 1_000
        if abs(offset - clockOffset) > 1 { clockOffset = offset }
    }
}
