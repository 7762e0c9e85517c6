import APIs
import Cache
import Model

/// Reads a store's list into the cache, one pass at a time.
package struct Syncer: Sendable {
    let channel: any StoreChannel
    let book: PassBook
    let clock: ServiceClock
    /// Cleared purchases are listed as well, and shown as such.
    let includesCleared: Bool

    private struct Arrival: Sendable {
        var page: Int
        var began: Int64
        var answer: Answer<PurchasesPage>
    }

    /// Runs a pass to its end, or goes on with the one that broke off.
    ///
    /// - Throws: ``SyncFailure``; then the pass goes on from where it broke off the next time.
    package func run(_ kind: SyncPass.Kind) async throws {
        var progress = try book.begin(kind, now: clock.now())
        if progress.nextPage > 1, !channel.canGoOn(from: progress.nextPage) {
            try book.abandon()
            progress = try book.begin(kind, now: clock.now())
        }
        let ended = try await read(progress, listing: .open)
        guard includesCleared, kind == .full else { return try book.finish(ended, now: clock.now()) }
        // What is listed with cleared purchases and was not without them was cleared.
        var second = ended
        second.id += 1
        second.nextPage = 1
        let all = try await read(second, listing: .cleared(seenIn: ended.id))
        try book.finish(all, now: clock.now())
    }

    private func read(_ begun: PassProgress, listing: PassBook.Listing) async throws -> PassProgress {
        var progress = PassBook.Reading(progress: begun, listing: listing)
        var pass = SyncPass(from: begun.nextPage, width: channel.pagesAtOnce)
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
                        let kept = try book.keep(try content(of: arrival), in: &progress, now: clock.now())
                        effects += pass.stored(page: page, rows: kept.rows, newInPass: kept.newInPass)
                    case .finish:
                        // A page beyond the last is left to come: the server would go on with it where it
                        // is given up, and work at more than two calls.
                        return progress.progress
                    case .fail(let words):
                        group.cancelAll()
                        try book.abandon()
                        throw SyncFailure(failure: .named(words: words, code: nil))
                    }
                }
                guard let arrival = try await group.next() else { return progress.progress }
                arrivals[arrival.page] = arrival
                effects += pass.arrived(page: arrival.page)
            }
        }
    }

    private func content(of arrival: Arrival) throws -> PassBook.Page {
        switch arrival.answer.result {
        case .success(let content):
            PassBook.Page(
                number: arrival.page, content: content, began: arrival.began,
                serverTime: arrival.answer.serverTime)
        case .failure(let failure): throw SyncFailure(failure: failure, sign: arrival.answer.sign)
        }
    }

    private func fetch(_ page: Int, since: Int64?, listing: PassBook.Listing) async -> Arrival {
        let began = clock.now()
        var request = PurchasesRequest(page: page, modifiedSince: since)
        if case .cleared = listing { request.includeCleared = true }
        return Arrival(page: page, began: began, answer: await channel.page(request))
    }
}

/// A pass that broke off, with the call that failed.
package struct SyncFailure: Error, Sendable, Hashable {
    package var failure: CallFailure
    package var sign: CallSign?
    package init(failure: CallFailure, sign: CallSign? = nil) {
        self.failure = failure
        self.sign = sign
    }
}
