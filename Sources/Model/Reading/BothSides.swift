/// A mark beside what the store holds: all that a person needs to settle it.
package struct BothSides: Sendable, Hashable {
    package var mark: Mark
    /// Every request that carried it, oldest first.
    package var attempts: [Attempt]
    package var detail: PurchaseDetail
    /// Unix milliseconds: when the read began that the store's side comes from; nil where none is known.
    package var readAt: Int64?
    /// Entries that a mark of ours made beside the one that is its own: one too many each.
    package var late: [EntryKey: MarkID]
    package var prospect: Prospect?

    package init(
        mark: Mark, attempts: [Attempt] = [], detail: PurchaseDetail, readAt: Int64? = nil,
        late: [EntryKey: MarkID] = [:], prospect: Prospect? = nil
    ) {
        self.mark = mark
        self.attempts = attempts
        self.detail = detail
        self.readAt = readAt
        self.late = late
        self.prospect = prospect
    }

    package var alarms: [Alarm] { detail.alarms.filter { $0.mark == mark.id } }
    package var itemName: String { detail.name(of: mark.item) }
    package var row: OutboxRow {
        OutboxRow(
            mark: mark, storeName: detail.store.name, itemName: itemName, prospect: prospect, alarms: alarms)
    }

    /// The item's numbers as if the mark had never been made.
    package var withoutMark: ItemFigures? {
        Figures(
            detail.purchase, marks: detail.marks.filter { $0.id != mark.id }, isGone: detail.isGone
        ).item(mark.item)
    }
}

/// An entry of the store's ledger, and whose it is.
package struct SidedEntry: Sendable, Hashable {
    package enum Owner: Sendable, Hashable {
        /// The mark in question made it.
        case thisMark
        case mark(Mark)
        /// A mark of ours made it beside another: one too many.
        case late(MarkID)
        /// None of our marks made it.
        case foreign
    }
    package var key: EntryKey
    package var entry: Fulfillment
    package var owner: Owner
    /// It was not there when the mark was made.
    package var isNew: Bool
    /// Foreign and new, of the mark's quantity and tracking: it may be the mark's.
    package var looksLikeTheMark: Bool
}

extension BothSides {
    /// What the store holds of the mark's item, in the store's order.
    package var entries: [SidedEntry] {
        let ledger = detail.purchase.ledger
        let known = Set(mark.basis.entries)
        return zip(ledger, entryKeys(of: ledger)).filter { $0.0.item == mark.item }.map { entry, key in
            let owner = owner(of: key)
            let isNew = !known.contains(key)
            return SidedEntry(
                key: key, entry: entry, owner: owner, isNew: isNew,
                looksLikeTheMark: owner == .foreign && isNew && key.quantity == mark.quantity
                    && key.tracking == comparableTracking(mark.tracking))
        }
    }

    private func owner(of key: EntryKey) -> SidedEntry.Owner {
        if mark.claimed == key { return .thisMark }
        if let late = late[key] { return .late(late) }
        return detail.marks.first { $0.claimed == key }.map(SidedEntry.Owner.mark) ?? .foreign
    }

    /// What landed late and has not been taken back, all of it, by a mark that still stands.
    package var surplus: [SidedEntry] {
        entries.filter { entry in
            guard entry.owner == .late(mark.id), entry.key.quantity > 0 else { return false }
            let taken = detail.marks.filter {
                $0.takesBack == .entry(entry.key) && ($0.state.isOpen || $0.state == .confirmed)
            }
            return taken.reduce(entry.key.quantity) { $0 + $1.quantity } > 0
        }
    }
}

extension PurchaseDetail {
    /// The marks that wait for a person, or whose outcome is not known, the most pressing first.
    package var unsettledMarks: [MarkID] {
        let order: [MarkState] = [.attention, .conflict, .failed]
        let alarmed = alarms.compactMap(\.mark)
        let all =
            order.flatMap { state in marks.filter { $0.state == state }.map(\.id) } + alarmed
            + marks.filter { $0.state == .unknown }.map(\.id)
        return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
