import Model

/// May this mark leave? Asked of a row that was read just before (protocol, step 3).
package enum Precheck: Sendable, Hashable {
    case send
    /// Not yet: something of ours is still to be seen on the server first.
    case wait
    /// Something changed since the mark was made; a person decides.
    case conflict(words: String)

    /// - Parameters:
    ///   - detail: the purchase as just read, with all its marks.
    ///   - claimed: ledger entries that belong to marks of ours.
    package init(_ mark: Mark, in detail: PurchaseDetail, claimed: Set<EntryKey>) {
        if let sets = mark.sets {
            self.init(mark, setting: sets, in: detail)
            return
        }
        let earlier = detail.marks.filter { $0.id < mark.id && $0.item == mark.item }
        if earlier.contains(where: { $0.state == .confirmed && $0.claimed == nil && $0.unlistedReads < 2 }) {
            self = .wait
            return
        }
        let others = detail.marks.filter { $0.id < mark.id || $0.state != .queued }.filter {
            $0.id != mark.id
        }
        let figures = Figures(detail.purchase, marks: others, isGone: detail.isGone)
        self = Self.conflict(mark, in: detail, figures: figures, others: others, claimed: claimed) ?? .send
    }

    private static func conflict(
        _ mark: Mark, in detail: PurchaseDetail, figures: Figures, others: [Mark], claimed: Set<EntryKey>
    ) -> Precheck? {
        if detail.isGone || detail.purchase.isCleared {
            return .conflict(words: "The purchase was cleared or is gone from the store's list.")
        }
        guard let item = figures.item(mark.item) else {
            return .conflict(words: "The purchase no longer has this item.")
        }
        let known = claimed.union(mark.basis.entries)
        if detail.purchase.entries(of: mark.item).contains(where: { !known.contains($0) }) {
            return .conflict(words: "Somebody else marked this item since.")
        }
        return mark.quantity > 0
            ? conflict(shipping: mark, item, in: detail) : conflict(undoing: mark, item, others: others)
    }

    private static func conflict(
        shipping mark: Mark, _ item: ItemFigures, in detail: PurchaseDetail
    ) -> Precheck? {
        if let hold = detail.hold { return .conflict(words: "The purchase is on hold: \(hold.reason)") }
        // Where the list has no addresses, one that was learned since is no change of the buyer's.
        if mark.verb == .ship, detail.store.capabilities.addresses,
            detail.purchase.address != mark.basis.address
        {
            return .conflict(words: "The buyer changed the address since.")
        }
        if mark.quantity > item.safe {
            return .conflict(words: "Only \(item.safe) of it may be shipped now, not \(mark.quantity).")
        }
        return nil
    }

    private static func conflict(undoing mark: Mark, _ item: ItemFigures, others: [Mark]) -> Precheck? {
        let waiting = others.filter { $0.item == mark.item && $0.quantity < 0 && $0.state.occupies }
        let left = item.net + waiting.reduce(0) { $0 + $1.quantity }
        if -mark.quantity > left {
            return .conflict(
                words: "Only \(max(0, left)) of it is marked on the server, not \(-mark.quantity).")
        }
        return nil
    }
}
