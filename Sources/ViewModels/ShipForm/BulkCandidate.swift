import Model

/// What an action over many purchases needs to know of each.
package struct BulkCandidate: Sendable, Hashable {
    package var key: PurchaseKey
    package var purchaser: String
    package var code: String?
    /// Items safe to ship.
    package var safe: Int
    /// Items that we marked and can take back.
    package var ours: Int
    /// Unix seconds, by this box's clock.
    package var purchasedAt: Int64
    package var isHeld: Bool
    package var isGone: Bool
    package var hasUsableAddress: Bool
    /// A mark of it has an unknown outcome or waits for a person.
    package var isUnsettled: Bool
    package var shipsToAddress: Bool

    package init(_ detail: PurchaseDetail) {
        key = detail.key
        purchaser = detail.purchase.purchaser
        code = detail.purchase.confirmationCode
        safe = detail.figures.safe
        ours = UndoSource.all(of: detail).filter(\.isOurs).reduce(0) { $0 + $1.available }
        purchasedAt = detail.purchase.purchasedAt - detail.clockOffset
        isHeld = detail.hold != nil
        isGone = detail.isGone || detail.purchase.isCleared
        hasUsableAddress = detail.purchase.address?.isUsable == true
        isUnsettled = detail.marks.contains { $0.state == .unknown || $0.state == .attention }
        shipsToAddress = detail.store.capabilities.addresses
    }
}

/// Why a purchase is left out of an action over many.
package enum SkipReason: Int, Sendable, Hashable, CaseIterable {
    case gone, held, young, nothingSafe, unsettled, noAddress, nothingOfOurs

    package var words: String {
        switch self {
        case .gone: "cleared, or gone from the store's list"
        case .held: "on hold"
        case .young: "bought less than 15 min ago: the buyer may still clear it; ship it by itself"
        case .nothingSafe: "nothing safe to ship"
        case .unsettled: "an outcome is still unknown"
        case .noAddress: "no usable address: hand over, or enter one"
        case .nothingOfOurs: "nothing that this box marked"
        }
    }
}

/// What an action over many purchases would do.
package struct BulkPlan: Sendable, Hashable {
    package var verb: Verb
    /// All that were asked for.
    package var candidates: [BulkCandidate]
    package var included: [BulkCandidate]
    package var skipped: [SkipReason: [PurchaseKey]]

    package var items: Int { included.reduce(0) { $0 + (verb == .undo ? $1.ours : $1.safe) } }
    /// Up to 100 purchases leave in one request, each store for itself.
    package var requests: Int {
        let sizes = Dictionary(grouping: included, by: \.key.store).values.map(\.count)
        return sizes.reduce(0) { $0 + ($1 + 99) / 100 }
    }
    package var skippedCount: Int { skipped.values.reduce(0) { $0 + $1.count } }
}
