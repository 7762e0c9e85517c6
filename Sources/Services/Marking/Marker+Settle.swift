import Cache
import Model

/// What a person says came of a mark whose outcome the program cannot know.
package enum Settlement: String, Sendable, Hashable, CaseIterable {
    case confirmed
    /// It had no effect: it is checked again and leaves again.
    case absent
}

extension Marker {
    /// Takes back a whole action: what took effect and what is still to leave. Nothing of it twice.
    /// - Throws: ``Refusals``; ``CacheError``.
    ///
    /// - Parameter isFinalMeant: what cannot be taken back again was asked for twice.
    package func undo(
        _ action: ActionID, by author: Author, isFinalMeant: Bool = false, now: Int64
    ) throws -> Accepted {
        try cache.write { writer in
            let marks = try writer.marks(inAction: action)
            if marks.isEmpty { throw Refusals([.unknownAction(action.description)]) }
            if marks.contains(where: { $0.verb == .undo }) {
                throw Refusals([.notCapable("That action took marks back; ship again instead.")])
            }
            let undo = try writer.insertAction(.undo, by: author, at: now)
            var request = MarkRequest(verb: .undo, lines: [], author: author)
            request.isFinalMeant = isFinalMeant
            var admission = Admission(request: request, action: undo, now: now, writer: writer)
            for mark in marks.reversed() { try admission.takeBack(mark) }
            if admission.marks.isEmpty, let mark = marks.first {
                throw Refusals([.nothingToTakeBack(mark.purchase, item: mark.item)])
            }
            return Accepted(action: undo, marks: admission.marks)
        }
    }

    /// `conflict`, `failed` → `queued`, by a person who has seen why: it is based on the row as it is now.
    /// - Throws: ``Refusals`` where it is no longer safe; ``CacheError``.
    package func retry(_ id: MarkID, by author: Author, now: Int64) throws {
        try cache.write { writer in
            let mark = try known(
                id, in: [.conflict, .failed], writer, "Only a mark in conflict or failed can be retried.")
            guard let detail = try writer.detail(PurchaseKey(store: mark.store, purchase: mark.purchase))
            else {
                throw Refusals([.unknownPurchase(mark.purchase)])
            }
            try writer.disinherit(id)
            if let entry = try landed(mark, in: detail, writer) {
                return try confirm(mark, by: entry, author, now: now, writer)
            }
            if let refusal = again(mark, in: detail) { throw Refusals([refusal]) }
            var again = mark
            again.state = .queued
            again.reason = nil
            again.notBefore = nil
            if mark.address != nil, mark.address == mark.basis.address {
                again.address = detail.purchase.address
            }
            again.basis = Basis(of: mark.item, in: detail, setting: mark.sets)
            try writer.change(
                mark, to: again, by: author, event: "retried", words: "Queued again, as things stand now.",
                now: now)
        }
    }

    /// The entry that an attempt made although it was said to have failed: sent again it would stand twice.
    ///
    /// Where the server named a fault no attempt is left to compare with. What the mark was based on will do:
    /// an entry that came between that and the last read before sending would have stopped it.
    func landed(_ mark: Mark, in detail: PurchaseDetail, _ reader: CacheReader) throws -> EntryKey? {
        let named = mark.state == .failed ? mark.basis.entries : nil
        guard let before = mark.attempt?.snapshot ?? named else { return nil }
        let late = try reader.lateClaims(of: detail.key).filter { $0.value != mark.id }
        let taken = Set(detail.marks.filter { $0.id != mark.id }.compactMap(\.claimed) + before + late.keys)
        return detail.purchase.entries(of: mark.item).first {
            !taken.contains($0) && $0.quantity == mark.quantity
                && $0.tracking == comparableTracking(mark.tracking)
                && detail.left(of: .entry($0)) == $0.quantity
        }
    }

    func confirm(
        _ mark: Mark, by entry: EntryKey, _ author: Author, now: Int64, _ writer: CacheWriter
    ) throws {
        var done = mark
        done.state = .confirmed
        done.reason = nil
        done.claimed = entry
        try writer.change(
            mark, to: done, by: author, event: "confirmed by reading", words: Outbox.foundWords, now: now)
        let key = PurchaseKey(store: mark.store, purchase: mark.purchase)
        try writer.clearAlarms(of: key, reason: .landedLate)
    }

    /// Why it cannot leave again, if it cannot: by now other marks may have taken its place.
    private func again(_ mark: Mark, in detail: PurchaseDetail) -> Refusal? {
        if mark.sets != nil, mark.quantity == 0 { return nil }
        guard mark.quantity < 0 else {
            let safe = detail.figures.item(mark.item)?.safe ?? 0
            return mark.quantity > safe
                ? .moreThanSafe(mark.purchase, item: mark.item, asked: mark.quantity, safe: safe) : nil
        }
        guard let target = mark.takesBack else { return nil }
        let left = detail.left(of: target)
        return -mark.quantity > left
            ? .moreThanOurs(mark.purchase, item: mark.item, asked: -mark.quantity, ours: left) : nil
    }

    /// Drops what is queued, in conflict or failed: it will not be sent.
    package func drop(_ id: MarkID, by author: Author, now: Int64) throws {
        try cache.write { writer in
            let mark = try known(
                id, in: [.queued, .conflict, .failed], writer,
                "Only what is queued, in conflict or failed can be dropped; what may have left must be settled."
            )
            var dropped = mark
            dropped.state = .dropped
            dropped.reason = "Dropped by \(author.person)."
            try writer.change(mark, to: dropped, by: author, event: "dropped", now: now)
            try Outbox(cache: cache, store: mark.store).dropUndos(of: mark, now: now, writer)
        }
    }

    /// Settles what is unknown, or what only a person can settle.
    ///
    /// Whoever says that it had no effect has seen the ledger: what it holds is not this mark's, and does
    /// not stop it from leaving again.
    package func settle(_ id: MarkID, as settlement: Settlement, by author: Author, now: Int64) throws {
        try cache.write { writer in
            let mark = try known(
                id, in: [.unknown, .attention], writer, "Only a mark with an unknown outcome can be settled.")
            try writer.disinherit(id)
            var settled = mark
            settled.reason = "Settled as \(settlement.rawValue) by \(author.person)."
            if settlement == .confirmed {
                settled.state = .confirmed
                if mark.sets != nil { settled.claimed = mark.valueClaim }
                try writer.change(mark, to: settled, by: author, event: "settled", now: now)
                return try Outbox(cache: cache, store: mark.store).clearLateAlarm(after: settled, writer)
            }
            let key = PurchaseKey(store: mark.store, purchase: mark.purchase)
            if let detail = try writer.detail(key) {
                settled.basis = Basis(of: mark.item, in: detail, setting: mark.sets)
                settled.attempt?.snapshot = settled.basis.entries
                settled.attempt?.before = settled.basis.values
            }
            try writer.change(mark, to: settled, by: author, event: "settled", now: now)
            try Outbox(cache: cache, store: mark.store).resend(settled, now: now, writer)
        }
    }

    func known(
        _ id: MarkID, in states: Set<MarkState>, _ writer: CacheWriter, _ otherwise: String
    ) throws -> Mark {
        guard let mark = try writer.mark(id) else {
            throw Refusals([.notCapable("There is no mark \(id) in the outbox.")])
        }
        guard states.contains(mark.state) else {
            throw Refusals([.notCapable("Mark \(id) is \(mark.state.rawValue). \(otherwise)")])
        }
        return mark
    }
}
