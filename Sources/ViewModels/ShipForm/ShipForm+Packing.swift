import Model

// Who else packs it, and what could go into the same parcel.
extension ShipForm {
    /// Another's claim on the one purchase.
    package var claim: Claim? { if case .one(let detail) = subject { detail.claim } else { nil } }

    /// Others to the same person and address that are not part of this.
    package var companions: [Companion] {
        switch subject {
        case .one(let detail): detail.companions
        case .many(let plan): plan.companions
        }
    }

    func whyNot(_ word: String, in surroundings: Surroundings) -> String? {
        switch FormIntent(rawValue: word) {
        case .takeOver: claim?.words(surroundings.clock) == nil ? "Nobody else is packing this." : nil
        case .together: companions.isEmpty ? Outcome.noCompanion : nil
        default: nil
        }
    }

    func takeOver(in surroundings: Surroundings) -> Outcome {
        guard case .one(let detail) = subject else { return .nothing }
        return Outcome(
            effects: [.claims(.takeOver(detail.key, surroundings.author))],
            notice: Notice(.good, "Yours now; \(claim?.author.station ?? "the other station") is told."))
    }

    /// Leaves the form: more is marked, and all of it is shipped together.
    var together: Outcome {
        switch subject {
        case .one(let detail): return .together(detail)
        case .many(let plan):
            let more = plan.companions.map { MarkedPurchase($0.key, items: $0.items) }
            return .together(more, count: more.count)
        }
    }
}
