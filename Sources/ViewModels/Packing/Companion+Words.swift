import Model

extension [Companion] {
    /// `Same person, same address: 1044 (2 Mug), 1051 (1 Shirt L).` Nil where there are none.
    package var alert: String? {
        if isEmpty { return nil }
        let shown = prefix(4).map(\.words).joined(separator: ", ")
        return "Same person, same address: \(shown)\(count > 4 ? " and \(count - 4) more" : "")."
    }
}

extension Outcome {
    /// Back to the list with purchases marked that could leave in one parcel.
    static func together(_ keys: [MarkedPurchase], count: Int) -> Outcome {
        Outcome(
            moves: [.leaveForList, .mark(keys)],
            notice: Notice(.info, "\(counted(count, "purchase")) to one address marked: ship them together."))
    }

    /// The purchase and all that goes to the same address.
    static func together(_ detail: PurchaseDetail) -> Outcome {
        guard !detail.companions.isEmpty else { return .say(.info, noCompanion) }
        let marks =
            [MarkedPurchase(detail.key, items: detail.figures.safe)]
            + detail.companions.map { MarkedPurchase($0.key, items: $0.items) }
        return together(marks, count: marks.count)
    }

    static let noCompanion = "Nothing else that is to ship goes to this person at this address."
}
