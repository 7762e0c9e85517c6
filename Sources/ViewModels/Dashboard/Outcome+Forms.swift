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

    /// Holds a purchase back, or releases one that is.
    static func holding(_ detail: PurchaseDetail) -> Outcome {
        .push(detail.hold.map { .confirm(.releasing(detail, $0)) } ?? .hold(HoldForm(detail)))
    }
}
