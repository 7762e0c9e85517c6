import Cache
import Model

// Marking again what was taken back, and stopping what has not left.

extension Marker {
    /// Marks again what an action took back, with the same tracking, date and address, through the same
    /// checks as a new request. New marks: history stays.
    /// - Throws: ``Refusals`` when any of it is not acceptable any more, and then nothing was written;
    ///   ``CacheError``.
    ///
    /// - Parameter isFinalMeant: what cannot be taken back again was asked for twice.
    package func redo(
        _ undo: ActionID, by author: Author, isFinalMeant: Bool = false, now: Int64
    ) throws -> Accepted {
        try cache.write { writer in
            let undone = try undone(by: undo, writer)
            let verb =
                undone.allSatisfy { $0.verb == undone.first?.verb } ? undone.first?.verb ?? .ship : .ship
            let action = try writer.insertAction(verb, by: author, at: now, again: undo)
            var accepted = Accepted(action: action, marks: [])
            var refusals: [Refusal] = []
            for shipment in undone {
                var request = shipment.request(by: author)
                request.isFinalMeant = isFinalMeant
                var admission = Admission(
                    request: request, action: action, now: now, writer: writer)
                try admission.admit(shipment.line)
                accepted.marks += admission.marks
                refusals += admission.refusals
            }
            guard refusals.isEmpty else { throw Refusals(refusals) }
            return accepted
        }
    }

    private func undone(by undo: ActionID, _ writer: CacheWriter) throws -> [Undone] {
        let marks = try writer.marks(inAction: undo).filter { $0.verb == .undo }
        if marks.isEmpty { throw Refusals([.unknownAction(undo.description)]) }
        if try writer.wasMarkedAgain(undo) {
            throw Refusals([.notCapable("What action \(undo) took back was marked again already.")])
        }
        if marks.contains(where: \.state.isOpen) {
            throw Refusals([
                .notCapable("It is still being taken back; mark it again once that is settled.")
            ])
        }
        var details: [PurchaseKey: PurchaseDetail?] = [:]
        let undone = try marks.reversed().compactMap { mark in
            let key = PurchaseKey(store: mark.store, purchase: mark.purchase)
            if details[key] == nil { details[key] = try writer.detail(key) }
            return try Undone(mark, in: details[key] ?? nil, writer)
        }
        if undone.isEmpty {
            throw Refusals([.notCapable("Action \(undo) took nothing back; there is nothing to mark again.")])
        }
        return undone
    }

    /// Drops all that has not left of an action; what has left stays.
    /// - Returns: how many marks it stopped, and how many had left.
    package func stop(
        _ action: ActionID, by author: Author, now: Int64
    ) throws -> (stopped: Int, left: Int) {
        try cache.write { writer in
            let marks = try writer.marks(inAction: action)
            let queued = marks.filter { $0.state == .queued }
            for mark in queued {
                var dropped = mark
                dropped.state = .dropped
                dropped.reason = "Stopped by \(author.person) before it left."
                try writer.change(mark, to: dropped, by: author, event: "dropped", now: now)
                try Outbox(cache: cache, store: mark.store).dropUndos(of: mark, now: now, writer)
            }
            return (queued.count, marks.count { ![.queued, .dropped].contains($0.state) })
        }
    }

    /// A word in the log about a scan that was not what it should have been.
    package func noteScan(_ key: PurchaseKey, words: String, by author: Author, now: Int64) throws {
        try cache.write { writer in
            try writer.audit(
                AuditEntry(
                    at: now, author: author, store: key.store, purchase: key.purchase, event: "miscount",
                    words: words))
        }
    }
}

/// A shipment that was taken back, as it was.
private struct Undone {
    var key: PurchaseKey
    var item: Int
    var quantity: Int
    var verb: Verb
    var tracking: String?
    var deliverBy: PlainDate?
    /// Only where it was another than the entered one.
    var address: ShippingAddress?
    /// In stores that know values instead of a ledger.
    var sets = Attributes()
    /// Its young age was asked for and accepted then.
    var wasYoung: Bool

    var line: MarkLine { MarkLine(key: key, item: item, quantity: quantity, tracking: tracking) }

    func request(by author: Author) -> MarkRequest {
        MarkRequest(
            verb: verb, lines: [line], deliverBy: deliverBy, sets: sets, address: address,
            author: author, evenIfYoung: wasYoung)
    }

    /// Nil where the undo came to nothing.
    init?(_ undo: Mark, in detail: PurchaseDetail?, _ writer: CacheWriter) throws {
        guard undo.state == .confirmed || undo.state == .dropped, let target = undo.takesBack else {
            return nil
        }
        key = PurchaseKey(store: undo.store, purchase: undo.purchase)
        (item, quantity) = (undo.item, -undo.quantity)
        switch target {
        case .mark(let id):
            guard let mark = detail?.marks.first(where: { $0.id == id }) else { return nil }
            // An undo is dropped where the mark never left, and also by a person, who then left it standing.
            if undo.state == .dropped, mark.state != .dropped { return nil }
            (verb, tracking, deliverBy) = (mark.verb, mark.tracking, mark.deliverBy)
            sets = mark.sets ?? Attributes()
            address = mark.address == mark.basis.address ? nil : mark.address
            let offset = detail?.clockOffset ?? 0
            let age = mark.madeAt / 1_000 + offset - (detail?.purchase.purchasedAt ?? 0)
            wasYoung = age < clearWindow
        case .entry(let entry):
            guard undo.state == .confirmed, let ledger = detail?.purchase.ledger,
                let made = zip(ledger, entryKeys(of: ledger)).first(where: { $0.1 == entry })?.0
            else { return nil }
            (tracking, deliverBy) = (made.tracking, made.deliverBy)
            verb = made.address == nil ? .handOver : .ship
            address = made.address == detail?.purchase.address ? nil : made.address
            wasYoung = false
        }
    }
}
