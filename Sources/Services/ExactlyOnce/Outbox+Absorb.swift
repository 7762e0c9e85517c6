import Cache
import Model

extension Outbox {
    /// Stores what a read returned and settles marks by it, in one transaction.
    ///
    /// - Parameter unread: those of them that were not read: they stand as they were last told.
    package func absorb(
        _ purchases: [Purchase], unread: Set<PurchaseID> = [], began: Int64, now: Int64
    ) throws {
        try cache.write { writer in
            _ = try absorb(purchases, unread: unread, began: began, pass: nil, now: now, in: writer)
        }
    }

    /// - Parameters:
    ///   - began: Unix milliseconds when the call began.
    ///   - pass: the pass that the page belongs to; nil for a read just before sending.
    func absorb(
        _ purchases: [Purchase], unread: Set<PurchaseID> = [], began: Int64, pass: Int64?, now: Int64,
        in writer: CacheWriter
    ) throws -> SaveOutcome {
        let outcome = try writer.save(purchases, in: store, readBegan: began, pass: pass, now: now)
        let awaited = try writer.purchasesToReconcile(in: store)
        for purchase in purchases
        where awaited.contains(purchase.id) && !outcome.kept.contains(purchase.id)
            && !unread.contains(purchase.id)
        {
            try reconcile(purchase, began: began, now: now, writer)
        }
        if !purchases.isEmpty { try self.unread(unread, awaited: awaited, now: now, writer) }
        return outcome
    }

    /// A full pass did not show the rows. A list that shifts while it is read hides a row now and then: it
    /// is looked for once more. Then what was to leave for it cannot, and what is unknown stays so.
    package func missing(_ purchases: [PurchaseID], now: Int64) throws {
        try cache.write { writer in
            for mark in try purchases.flatMap({ try writer.marks(of: key($0)) }) {
                // An undo may have been dropped with what it was to take back.
                guard let mark = try writer.mark(mark.id), mark.state == .queued || mark.state == .unknown
                else { continue }
                try missing(mark, now: now, writer)
            }
        }
    }

    private func missing(_ mark: Mark, now: Int64, _ writer: CacheWriter) throws {
        let words = "The purchase is gone from the store's list."
        guard mark.unlistedReads > 0 else {
            var once = mark
            once.unlistedReads = 1
            once.notBefore = now + figures.settleMargin
            return try writer.update(once, expecting: mark.state)
        }
        try stop(mark, as: mark.state == .queued ? .conflict : .attention, words, now, writer)
        if mark.state == .queued { try dropUndos(of: mark, now: now, writer) }
    }

    /// The rows are listed and cannot be read: neither gone nor checked. Their marks wait for a better one.
    package func unreadable(_ purchases: [PurchaseID], now: Int64) throws {
        try cache.write { writer in
            for var mark in try purchases.flatMap({ try writer.marks(of: key($0)) })
            where mark.state == .queued || mark.state == .unknown {
                mark.notBefore = now + figures.pauseProbe
                mark.reason = "The store's list has this purchase in a form that cannot be read."
                try writer.update(mark, expecting: mark.state)
            }
        }
    }

    private func reconcile(
        _ purchase: Purchase, began: Int64, now: Int64, _ writer: CacheWriter
    ) throws {
        let marks = try writer.marks(of: key(purchase.id))
        let claimed = try writer.claims(of: key(purchase.id))
        let changes =
            reconciler.changes(in: purchase, marks: marks, claimed: claimed, began: began)
            + reconciler.valueChanges(in: purchase, marks: marks, claimed: claimed, began: began)
        for change in changes {
            try apply(change, in: purchase, began: began, now: now, writer)
        }
    }

    private func apply(
        _ change: Reconciler.Change, in purchase: Purchase, began: Int64, now: Int64, _ writer: CacheWriter
    ) throws {
        switch change {
        case .claim(let id, let entry):
            guard let mark = try writer.mark(id) else { return }
            try claim(mark, entry, in: purchase, now: now, writer)
        case .landedLate(let id, let entry):
            try tellLate(id, entry, on: key(purchase.id), writer)
        case .absent(let id):
            guard var mark = try writer.mark(id) else { return }
            mark.attempt?.absentReads.append(began)
            mark.unlistedReads = 0
            try writer.update(mark, expecting: mark.state)
        case .resend(let id):
            guard let mark = try writer.mark(id) else { return }
            try resend(mark, now: now, writer)
        case .attention(let id, let words):
            guard let mark = try writer.mark(id) else { return }
            try stop(mark, as: .attention, words, now, writer)
        case .conflict(let id, let words):
            guard let mark = try writer.mark(id) else { return }
            try conflict(mark, words: words, now: now, writer)
        case .unlisted(let id):
            guard let mark = try writer.mark(id) else { return }
            try countUnlisted(mark, writer)
        }
    }

    /// Each is told: a mark that was sent three times may be there three times.
    private func tellLate(
        _ mark: MarkID, _ entry: EntryKey, on key: PurchaseKey, _ writer: CacheWriter
    ) throws {
        try writer.claim(entry, by: mark, in: key)
        let told = try writer.alarms(of: key).filter { $0.mark == mark && $0.reason == .landedLate }.count
        let sets = try writer.mark(mark)?.sets != nil
        let remedy =
            sets
            ? "it flipped newer values back, set them again"
            : entry.quantity > 0 ? "take \(entry.quantity) back" : "mark \(-entry.quantity) again"
        let again = told > 0 ? " (\(told + 1) times by now)" : ""
        let words = "An earlier attempt at item \(entry.item) landed late: \(remedy)\(again)."
        try writer.raise(Alarm(reason: .landedLate, mark: mark, words: words), on: key)
    }

    /// A surplus that was taken back is none any more: once all that a mark made too many is, its alarm goes.
    func clearLateAlarm(after undo: Mark, _ writer: CacheWriter) throws {
        guard case .entry(let entry) = undo.takesBack else { return }
        let key = key(undo.purchase)
        let late = try writer.lateClaims(of: key)
        guard let mark = late[entry] else { return }
        let undone = try writer.marks(of: key).filter { $0.state == .confirmed }
        let isOver = late.filter { $0.value == mark }.keys.allSatisfy { entry in
            undone.filter { $0.takesBack == .entry(entry) }.reduce(entry.quantity) { $0 + $1.quantity } <= 0
        }
        if isOver { try writer.clearAlarms(of: key, reason: .landedLate, mark: mark) }
    }

    private func claim(
        _ mark: Mark, _ entry: EntryKey, in purchase: Purchase, now: Int64, _ writer: CacheWriter
    ) throws {
        var found = mark
        found.claimed = entry
        found.unlistedReads = 0
        if mark.unlistedReads > 0 {
            try writer.clearAlarms(of: key(mark.purchase), reason: .unlisted, mark: mark.id)
        }
        found.state = .confirmed
        found.reason = nil
        if mark.state == .confirmed {
            try writer.update(found, expecting: .confirmed)
        } else {
            try writer.change(
                mark, to: found, event: "confirmed by reading",
                words: marksLeave ? Self.foundWords : "Found in the ledger of this box.", now: now)
            try clearLateAlarm(after: found, writer)
        }
        try learn(from: mark, in: purchase, writer)
    }

    /// Whether this store moves `last_modified_ts` on a fulfillment is seen on our own confirmed marks.
    private func learn(from mark: Mark, in purchase: Purchase, _ writer: CacheWriter) throws {
        guard let before = mark.basis.lastModified, let after = purchase.lastModified else { return }
        let moves = after != before
        // Something else may have moved it; that a mark left it where it was is proof, once and for all.
        let known = try writer.facts(of: store).movesLastModified
        guard known != false, known != moves else { return }
        try writer.changeFacts(of: store) { $0.movesLastModified = moves }
    }

    /// A mark that had no effect, and that is to be taken back as a whole, need not leave at all.
    func resend(_ mark: Mark, now: Int64, _ writer: CacheWriter) throws {
        let takenBack = try waitingUndos(of: mark, writer).reduce(0) { $0 - $1.quantity }
        let isTakenBack =
            mark.sets == nil
            ? takenBack >= mark.quantity && mark.quantity >= 0 : try !waitingUndos(of: mark, writer).isEmpty
        guard !isTakenBack else {
            try stop(mark, as: .dropped, "It had no effect, and was to be taken back.", now, writer)
            return try dropUndos(of: mark, now: now, writer)
        }
        var again = mark
        again.state = .queued
        again.unlistedReads = 0
        again.notBefore = now + figures.pause(beforeAttempt: mark.attempts + 1)
        try writer.change(
            mark, to: again, event: "queued again",
            words: "It did not show on the store's list, so it had no effect and may leave again.", now: now)
    }

    /// For the log.
    static let foundWords = "Found on the store's list."

    private func countUnlisted(_ mark: Mark, _ writer: CacheWriter) throws {
        var counted = mark
        guard mark.unlistedReads < 2 else { return }
        counted.unlistedReads += 1
        try writer.update(counted, expecting: .confirmed)
        if counted.unlistedReads == 2 {
            let words = "Item \(mark.item): the server confirmed \(mark.quantity) but does not list it."
            try writer.raise(Alarm(reason: .unlisted, mark: mark.id, words: words), on: key(mark.purchase))
        }
    }

    func stop(
        _ mark: Mark, as state: MarkState, _ words: String, _ now: Int64, _ writer: CacheWriter
    ) throws {
        var stopped = mark
        stopped.state = state
        stopped.reason = words
        stopped.unlistedReads = 0
        try writer.change(mark, to: stopped, event: state.rawValue, now: now)
    }
}
