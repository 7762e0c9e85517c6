import Model

// From a purchase to the form that an intent needs, or to why there is none.
extension Outcome {
    static func shipping(_ detail: PurchaseDetail, _ verb: Verb, in surroundings: Surroundings) -> Outcome {
        if let why = surroundings.whyReadOnly ?? detail.whyNotShip(verb) { return .say(.warning, why) }
        return .push(.ship(ShipForm(detail, verb: verb)))
    }

    static func undoing(_ detail: PurchaseDetail, in surroundings: Surroundings) -> Outcome {
        if let why = surroundings.whyReadOnly { return .say(.warning, why) }
        let form = UndoForm(detail, clock: surroundings.clock)
        guard !form.sources.isEmpty else {
            return .say(.warning, Refusal.nothingToTakeBack(detail.purchase.id, item: nil).sentence)
        }
        return .push(.undo(form))
    }

    /// Writes a note to a purchase.
    static func noting(_ detail: PurchaseDetail, in surroundings: Surroundings) -> Outcome {
        surroundings.whyReadOnly.map { .say(.warning, $0) } ?? .push(.memo(MemoForm(detail)))
    }

    /// Holds purchases back, or releases them where all of them are.
    static func holding(_ candidates: [BulkCandidate]) -> Outcome {
        let free = candidates.filter { !$0.isHeld }.map(\.key)
        return free.isEmpty
            ? .push(.confirm(.releasing(candidates)))
            : .push(.hold(HoldForm(free, alreadyHeld: candidates.count - free.count)))
    }

    /// Holds a purchase back, or releases one that is.
    static func holding(_ detail: PurchaseDetail) -> Outcome {
        .push(detail.hold.map { .confirm(.releasing(detail, $0)) } ?? .hold(HoldForm(detail)))
    }
}
