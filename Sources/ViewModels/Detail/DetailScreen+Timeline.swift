import Model

extension DetailScreen {
    /// The server's ledger and our marks that it does not list, oldest first.
    func timeline(of detail: PurchaseDetail, _ clock: Clock) -> [TimelineEntry] {
        let makers = detail.marks.reduce(into: [EntryKey: Mark]()) { makers, mark in
            if let entry = mark.claimed { makers[entry] = mark }
        }
        let keys = entryKeys(of: detail.purchase.ledger)
        let listed = zip(detail.isOurs ? [] : detail.purchase.ledger, keys).map { entry, key in
            line(entry, madeBy: makers[key], in: detail)
        }
        let present = Set(keys)
        let unlisted = detail.marks.filter { $0.claimed.map { !present.contains($0) } ?? true }
        let notes = detail.memos.map(TimelineEntry.init)
        let lines = (listed + unlisted.map { line($0, in: detail, clock) }).map { line in
            var line = line
            if detail.store.capabilities.arrives, line.quantity > 0 { line.called = ShipWords.arrivals.done }
            return line
        }
        return (lines + notes).sorted { $0.at < $1.at }
    }

    private func line(_ entry: Fulfillment, madeBy mark: Mark?, in detail: PurchaseDetail) -> TimelineEntry {
        TimelineEntry(
            at: entry.at - detail.clockOffset, itemName: detail.name(of: entry.item),
            quantity: entry.quantity, author: mark?.author, state: mark?.state, tracking: entry.tracking,
            deliverBy: entry.deliverBy, isHandOver: entry.address == nil && entry.quantity > 0, words: "")
    }

    private func line(_ mark: Mark, in detail: PurchaseDetail, _ clock: Clock) -> TimelineEntry {
        var entry = TimelineEntry(
            at: mark.madeAt / 1000, itemName: mark.changedNames ?? detail.name(of: mark.item),
            quantity: mark.quantity,
            author: mark.author, state: mark.state, tracking: mark.tracking, deliverBy: mark.deliverBy,
            isHandOver: mark.verb == .handOver,
            words: mark.state == .confirmed
                ? mark.reason ?? ""
                : mark.story(
                    detail.prospects[mark.id], clock, isKept: !detail.store.capabilities.marksLeave))
        if mark.changedNames != nil { entry.called = mark.verb == .undo ? "set back" : "changed" }
        return entry
    }
}

extension TimelineEntry {
    fileprivate init(_ memo: Memo) {
        self.init(
            at: memo.at, itemName: "", quantity: 0, author: memo.author, state: nil, isHandOver: false,
            words: "", memo: memo.text)
    }
}
