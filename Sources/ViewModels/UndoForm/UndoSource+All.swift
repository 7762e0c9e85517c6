import Model

extension UndoSource {
    /// Everything of a purchase that can be taken back, newest first.
    ///
    /// Ours: shipments that are confirmed, or still open so that the undo waits for them. Made elsewhere:
    /// entries of the ledger that none of our marks made. What was taken back already is subtracted.
    package static func all(of detail: PurchaseDetail) -> [UndoSource] {
        let taken = takenBack(detail.marks)
        let sources = ours(detail, taken: taken) + (detail.isOurs ? [] : elsewhere(detail, taken: taken))
        return sources.filter { $0.available > 0 }.sorted { $0.at > $1.at }
    }

    private static func takenBack(_ marks: [Mark]) -> [TakesBack: Int] {
        let standing = marks.filter {
            $0.verb == .undo && ![.dropped, .failed, .conflict].contains($0.state)
        }
        return standing.reduce(into: [:]) { taken, mark in
            if let source = mark.takesBack { taken[source, default: 0] += mark.pieces }
        }
    }

    private static func ours(_ detail: PurchaseDetail, taken: [TakesBack: Int]) -> [UndoSource] {
        let shipped = detail.marks.filter {
            ($0.quantity > 0 || $0.setsOnly) && [.queued, .sending, .unknown, .confirmed].contains($0.state)
        }
        return shipped.filter { detail.canTakeBack($0) }.map { mark in
            UndoSource(
                takesBack: .mark(mark.id), item: mark.item,
                itemName: mark.changedNames ?? detail.name(of: mark.item),
                quantity: mark.pieces, available: mark.pieces - taken[.mark(mark.id), default: 0],
                at: mark.madeAt / 1000, author: mark.author, action: mark.action, state: mark.state,
                tracking: mark.tracking)
        }
    }

    /// Negative entries that no mark of ours made took back the newest entries of their item.
    private static func elsewhere(_ detail: PurchaseDetail, taken: [TakesBack: Int]) -> [UndoSource] {
        let claimed = Set(detail.marks.compactMap(\.claimed))
        let ledger = detail.purchase.ledger
        let foreign = zip(ledger, entryKeys(of: ledger)).filter { !claimed.contains($1) }
        var gone: [Int: Int] = [:]
        for (entry, _) in foreign where entry.quantity < 0 { gone[entry.item, default: 0] -= entry.quantity }
        let shipped = foreign.filter { $0.0.quantity > 0 }.sorted { $0.0.at > $1.0.at }
        return shipped.map { entry, key in
            let back = min(key.quantity, gone[key.item, default: 0])
            gone[key.item, default: 0] -= back
            return UndoSource(
                takesBack: .entry(key), item: key.item, itemName: detail.name(of: key.item),
                quantity: key.quantity,
                available: key.quantity - back - taken[.entry(key), default: 0], at: key.at,
                tracking: key.tracking.isEmpty ? nil : entry.tracking)
        }
    }
}

extension PurchaseDetail {
    /// Of values some cannot be set back: those of a closed order, a label, what was not known before. A day
    /// that is not known is asked for.
    fileprivate func canTakeBack(_ mark: Mark) -> Bool {
        guard let rules = store.valueRules, mark.sets != nil, !mark.state.isOpen else { return true }
        if rules.whyClosed(purchase) != nil { return false }
        let before = mark.attempt?.before ?? mark.basis.values
        let wish = ShippingWish(deliverBy: PlainDate("2000-01-01"))
        return (try? rules.undoing(purchase, sets: mark.sets, before: before, wish: wish)) != nil
    }
}

extension Mark {
    /// It ships nothing, and sets values: taken back as one.
    fileprivate var setsOnly: Bool { sets != nil && quantity == 0 && verb != .undo }
    fileprivate var pieces: Int { sets != nil && quantity == 0 ? 1 : abs(quantity) }
}
