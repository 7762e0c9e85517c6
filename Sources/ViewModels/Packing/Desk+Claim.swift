import Model

/// Who packs what. Answered by nothing: whoever looks at the purchase hears of the change.
package enum ClaimEffect: Sendable, Hashable {
    case claim(PurchaseKey, Author)
    case takeOver(PurchaseKey, Author)
    case release(PurchaseKey)
}

extension Desk {
    /// The one purchase whose ship form is open, whatever stands above it.
    var packing: PurchaseKey? {
        if surroundings.isReadOnly { return nil }
        for screen in stack {
            if case .ship(let form) = screen, case .one(let detail) = form.subject { return detail.key }
            if case .scanToShip(let scan) = screen, let parcel = scan.parcel { return parcel.detail.key }
        }
        return nil
    }

    /// Whether a claim of another is to be seen, which may end without news.
    var showsClaims: Bool {
        list.rows.contains { $0.claim != nil } || list.beside?.detail?.claim != nil
            || stack.contains { screen in
                switch screen {
                case .detail(let detail): detail.detail?.claim != nil
                case .ship(let form): form.claim != nil
                default: false
                }
            }
    }
}

extension Claim {
    /// `bench-1 (ben) has been packing this since 14:02.` Nil once it stands no more.
    package func words(_ clock: Clock) -> String? {
        guard stands(at: clock.now) else { return nil }
        return "\(author.station) (\(author.person)) has been packing this since \(clock.time(of: since))."
    }
}
