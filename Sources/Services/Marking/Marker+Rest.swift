import Cache
import Model

extension Marker {
    /// Ships what is safe by now of a mark that stopped. The mark itself is dropped, since an attempt of it
    /// may still land and has to be known by its quantity; a new one takes its place, in one transaction.
    /// - Returns: without marks where the mark turned out to have taken effect after all.
    /// - Throws: ``Refusals`` where nothing is safe, or it is an undo; ``CacheError``.
    package func shipRest(of id: MarkID, by author: Author, now: Int64) throws -> Accepted {
        try cache.write { writer in
            let mark = try known(
                id, in: [.conflict, .failed], writer, "Only a mark in conflict or failed can be retried.")
            if mark.quantity < 0 {
                throw Refusals([.notCapable("An undo is retried as a whole, or dropped.")])
            }
            let key = PurchaseKey(store: mark.store, purchase: mark.purchase)
            guard let detail = try writer.detail(key) else {
                throw Refusals([.unknownPurchase(mark.purchase)])
            }
            if let entry = try landed(mark, in: detail, writer) {
                try confirm(mark, by: entry, author, now: now, writer)
                return Accepted(action: mark.action, marks: [])
            }
            let safe = min(mark.quantity, detail.figures.item(mark.item)?.safe ?? 0)
            try drop(mark, for: safe, by: author, now: now, writer)
            let request = mark.request(for: safe, by: author)
            let action = try writer.insertAction(mark.verb, by: author, at: now)
            var admission = Admission(request: request, action: action, now: now, writer: writer)
            for line in request.lines { try admission.admit(line) }
            guard admission.refusals.isEmpty else { throw Refusals(admission.refusals) }
            return Accepted(action: action, marks: admission.marks)
        }
    }

    private func drop(
        _ mark: Mark, for quantity: Int, by author: Author, now: Int64, _ writer: CacheWriter
    ) throws {
        if quantity == 0 { throw Refusals([.nothingSafe(mark.purchase, item: mark.item)]) }
        var dropped = mark
        dropped.state = .dropped
        dropped.reason = "\(author.person) ships \(quantity) instead of \(mark.quantity)."
        try writer.change(mark, to: dropped, by: author, event: "dropped", now: now)
        try Outbox(cache: cache, store: mark.store).dropUndos(of: mark, now: now, writer)
    }
}

extension Mark {
    /// The same again for another quantity; an address for this shipment only stays one. Whoever asks has
    /// the purchase before them, so its age is no reason to refuse.
    fileprivate func request(for quantity: Int, by author: Author) -> MarkRequest {
        let key = PurchaseKey(store: store, purchase: purchase)
        return MarkRequest(
            verb: verb, lines: [MarkLine(key: key, item: item, quantity: quantity)], tracking: tracking,
            deliverBy: deliverBy, sets: sets ?? Attributes(),
            address: address == basis.address ? nil : address, author: author,
            evenIfYoung: true)
    }
}
