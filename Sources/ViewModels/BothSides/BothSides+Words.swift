import Model

// Our side and the store's side in words. What changed in between is in a file of its own.

/// One line of the store's side.
package struct StoreLine: Sendable, Hashable {
    /// Unix seconds, by this station's clock.
    package var at: Int64
    /// `shipped 2`, `took back 1`.
    package var what: String
    package var tracking: String?
    /// `ours: anna@bench-3`, `not ours`, `ours, one too many`.
    package var whose: String
    package var isForeign: Bool
    package var isNew: Bool
}

extension BothSides {
    /// `Ship 3 Shirt L`.
    package var deed: String { mark.deed(itemName) }

    /// Who, where, when, what, and on what it was based; label and value.
    package func ourSide(_ clock: Clock) -> [(label: String, value: String)] {
        let made = clock.moment(of: mark.madeAt / 1000)
        let who = "\(mark.author.person) at \(mark.author.station)"
        var facts = [
            (
                label: "who, when",
                value: "\(who), \(made) (\(clock.age(of: mark.madeAt / 1000))), action \(mark.action)"
            ),
            (label: "what", value: whatWords),
        ]
        if let address = mark.address { facts.append((label: "to", value: address.oneLine)) }
        facts.append((label: "based on", value: basisWords))
        facts.append((label: "sent", value: sentWords(clock)))
        return facts
    }

    private var whatWords: String {
        let parts = [deed, mark.tracking, mark.deliverBy.map { "deliver by \($0)" }]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    private var basisWords: String {
        let entries = mark.basis.entries.count
        return
            "\(mark.basis.net) shipped before, \(entries == 1 ? "1 entry" : "\(entries) entries") on the list"
    }

    private func sentWords(_ clock: Clock) -> String {
        guard let last = attempts.last else { return "never" }
        let times = attempts.count == 1 ? "once" : "\(attempts.count) times, last"
        return "\(times) at \(clock.moment(of: last.sentAt / 1000))"
    }

    /// `as read 14:01 (6m)`.
    package func readWords(_ clock: Clock) -> String {
        guard let readAt else { return "not read yet" }
        return "as read \(clock.moment(of: readAt / 1000)) (\(clock.age(of: readAt / 1000)))"
    }

    /// The store's ledger of the item, oldest first.
    package var storeSide: [StoreLine] {
        entries.map { entry in
            StoreLine(
                at: entry.key.at - detail.clockOffset,
                what: entry.key.quantity < 0
                    ? "took back \(-entry.key.quantity)" : "shipped \(entry.key.quantity)",
                tracking: entry.entry.tracking, whose: whose(entry), isForeign: entry.owner == .foreign,
                isNew: entry.isNew)
        }
    }

    private func whose(_ entry: SidedEntry) -> String {
        switch entry.owner {
        case .thisMark: "this mark"
        case .mark(let mark): "ours: \(mark.author.person) at \(mark.author.station)"
        case .late: "ours, one too many"
        case .foreign where entry.looksLikeTheMark: "not known: looks like this mark"
        case .foreign: "not ours"
        }
    }

    /// The store's own numbers: `3 bought, 1 cancelled, 2 shipped; 0 safe to ship now`.
    package var storeNumbers: String {
        // What may be on the server is not offered, whoever asks.
        let now = mark.state.occupies ? detail.figures.item(mark.item) : withoutMark
        guard let item = now else { return "The purchase no longer has this item." }
        var parts = ["\(item.item.quantity) bought"]
        if item.cancelled > 0 { parts.append("\(item.cancelled) cancelled") }
        if item.transferredOut > 0 { parts.append("\(item.transferredOut) transferred away") }
        parts.append("\(item.net) shipped")
        if item.waiting > 0 { parts.append("\(item.waiting) in our outbox") }
        let server = detail.figures.item(mark.item)?.serverRemaining.map { "; the store counts \($0) left" }
        return parts.joined(separator: ", ") + "; \(item.safe) safe to ship now\(server ?? "")"
    }

    /// The address that stands with the store now, where it is another one than the mark's.
    package var storeAddress: String? {
        guard mark.verb == .ship, detail.purchase.address != mark.basis.address else { return nil }
        return detail.purchase.address?.oneLine ?? "no address"
    }
}

extension ShippingAddress {
    /// The label's lines as one.
    package var oneLine: String { labelLines.joined(separator: ", ") }
}
