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
    package var holdReason: String?
    package var isGone: Bool
    package var hasUsableAddress: Bool
    /// A mark of it has an unknown outcome or waits for a person.
    package var isUnsettled: Bool
    package var shipsToAddress: Bool
    package var capabilities: Capabilities
    package var storeName: String
    /// Others that go to the same person and address.
    package var companions: [Companion]
    /// Who else has its form open.
    package var claim: Claim?

    package init(_ detail: PurchaseDetail) {
        key = detail.key
        purchaser = detail.purchase.purchaser
        code = detail.purchase.confirmationCode
        safe = detail.figures.safeTogether
        ours = UndoSource.all(of: detail).filter(\.isOurs).reduce(0) { $0 + $1.available }
        purchasedAt = detail.purchase.purchasedAt - detail.clockOffset
        isHeld = detail.hold != nil || detail.purchase.storeHold != nil
        holdReason = detail.hold?.reason ?? detail.purchase.storeHold
        isGone = detail.isGone || detail.purchase.isCleared
        hasUsableAddress = detail.purchase.address?.isUsable == true
        isUnsettled = detail.marks.contains { $0.state == .unknown || $0.state == .attention }
        shipsToAddress = detail.store.capabilities.addresses
        capabilities = detail.store.capabilities
        storeName = detail.store.name
        companions = detail.companions
        claim = detail.claim
    }
}
