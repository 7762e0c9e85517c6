import Model

extension PurchaseList {
    mutating func markAndStep(in surroundings: Surroundings) -> Outcome {
        if range != nil { return toggleRange() }
        guard let row = current else { return .nothing }
        marks.toggle(MarkedPurchase(row))
        return step(1, in: surroundings)
    }

    /// The first press begins a range at the cursor, the second marks all of it.
    mutating func toggleRange() -> Outcome {
        guard let range else {
            beginRange()
            return .say(.info, "Range: move, then press again to mark all of it; Esc ends it.")
        }
        guard let end = current else { return .nothing }
        self.range = nil
        if let start = rows.firstIndex(where: { $0.key == range.start.key }) {
            rows[min(start, cursor)...max(start, cursor)].forEach { marks.add(MarkedPurchase($0)) }
            return .nothing
        }
        pending.marking = .add
        let isDownwards = range.place.map { $0 <= (offset ?? 0) + cursor } ?? true
        let ends = isDownwards ? (range.start.position, end.position) : (end.position, range.start.position)
        return .cache(.between(query, ends.0, ends.1))
    }

    mutating func stretchRange(_ step: Int, in surroundings: Surroundings) -> Outcome {
        if range == nil { beginRange() }
        return self.step(step, in: surroundings)
    }

    private mutating func beginRange() {
        guard let start = current else { return }
        range = MarkedRange(start: start, place: offset.map { $0 + cursor })
    }

    /// All of this list that hold what the purchase under the cursor does.
    mutating func markAlike(sameVariant: Bool) -> Outcome {
        guard let row = current else { return .nothing }
        if row.contents.isEmpty { return .say(.warning, "This purchase shows no items to go by.") }
        pending.marking = .add
        return .cache(.alike(row.key, sameVariant: sameVariant, query))
    }

    mutating func markMatching(_ marking: PendingList.Marking) -> Outcome {
        pending.marking = marking
        return .cache(.matching(query))
    }

    mutating func mark(_ purchases: [MarkedPurchase]) -> Outcome {
        guard let marking = pending.marking else { return .nothing }
        pending.marking = nil
        for purchase in purchases {
            switch marking {
            case .add: marks.add(purchase)
            case .invert: marks.toggle(purchase)
            }
        }
        return .nothing
    }

    /// Marks that come from elsewhere: some may not be in this list.
    mutating func markAlso(_ purchases: [MarkedPurchase]) -> Outcome {
        purchases.forEach { marks.add($0) }
        hiddenMarks = nil
        return .cache(.hidden(marks.keys, query))
    }

    mutating func clearMarks() {
        marks.clear()
        range = nil
        hiddenMarks = 0
    }

    mutating func dropMarks(_ keys: [PurchaseKey]) {
        keys.forEach { marks.remove($0) }
        hiddenMarks = 0
    }

    /// The person's own action takes these out of the list: no ghosts, no marks.
    mutating func letGo(_ keys: [PurchaseKey]) {
        pending.leaving = Set(keys)
        keys.forEach { marks.remove($0) }
        if marks.isEmpty { hiddenMarks = 0 }
    }
}
