import APIs
import Cache
import Model

// What answers say of marks that set values instead of adding to a ledger (protocol, Absolute values).

extension Outbox {
    /// The store took a request: what its answer tells of the purchase says whether it also did it.
    ///
    /// - Parameter told: nil where the answer does not tell of it.
    func record(_ mark: Mark, told: Purchase?, now: Int64, _ writer: CacheWriter) throws {
        guard let told else {
            return try writer.lose(
                mark, now: now, answered: true, words: "The answer does not tell how it is now.")
        }
        try writer.save([told], in: store, readBegan: now, now: now)
        try writer.markAnswered(key(mark.purchase), at: now)
        switch mark.outcome(in: told) {
        case .ours: try confirmValue(mark, now: now, writer)
        case .before: try fail(mark, words: "The store took it, and changed nothing.", now: now, writer)
        case .another:
            try conflict(mark, words: "The store took it, and shows another value.", now: now, writer)
        case .untold:
            try writer.lose(
                mark, now: now, answered: true, words: "The answer does not tell how it is now.")
        }
    }

    /// What is as the mark wants it needs no request, and none can get lost then and land over a newer one.
    ///
    /// - Returns: whether it was so.
    func isSoAlready(
        _ mark: Mark, in purchase: Purchase, now: Int64, _ writer: CacheWriter
    ) throws -> Bool {
        guard let sets = mark.sets, try !writer.facts(of: store).hidesOrders,
            sets.names.allSatisfy({ sets.agrees(with: purchase.attributes, on: $0) == true })
        else { return false }
        try confirmValue(mark, words: "It was so already; nothing was sent.", now: now, writer)
        return true
    }

    private func confirmValue(
        _ mark: Mark, words: String = "The store has it.", now: Int64, _ writer: CacheWriter
    ) throws {
        var done = mark
        done.state = .confirmed
        done.reason = nil
        done.claimed = mark.valueClaim
        try writer.change(mark, to: done, event: "confirmed", words: words, now: now)
    }

    /// Nothing shows how these purchases are: what is unknown of them only a person can settle.
    ///
    /// - Parameter awaited: those with marks whose outcome a read may still change.
    func unread(
        _ purchases: Set<PurchaseID>, awaited: Set<PurchaseID>, now: Int64, _ writer: CacheWriter
    ) throws {
        let hides = !purchases.isEmpty
        if try writer.facts(of: store).hidesOrders != hides {
            try writer.changeFacts(of: store) { $0.hidesOrders = hides }
        }
        let purchases = purchases.intersection(awaited)
        for mark in try purchases.flatMap({ try writer.marks(of: key($0)) }) where mark.state == .unknown {
            try stop(
                mark, as: .attention,
                "This store cannot be asked whether it took effect: look there, and settle it.", now, writer)
        }
    }

    /// Newer marks wait until an attempt whose answer was lost can no longer land (Unix milliseconds); nil
    /// where none was.
    func lostUntil(_ mark: Mark, in detail: PurchaseDetail) -> Int64? {
        guard mark.sets != nil else { return nil }
        return detail.marks.filter { $0.id != mark.id && $0.sets != nil }.compactMap(\.attempt)
            .filter { $0.failedAt != nil && !$0.wasAnswered }.map(reconciler.settlesFrom).max()
    }
}
