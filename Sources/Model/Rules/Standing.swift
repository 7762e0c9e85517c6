/// The one state of a purchase; the raw value is the word of the command line and its JSON.
package enum PurchaseState: String, Sendable, Hashable, Codable, CaseIterable {
    case toShip = "to-ship"
    case partly
    case shipped
    case nothing
    case held
}

/// Why a person should look at a purchase, on top of its state. The raw value is the JSON's word.
package enum AttentionReason: String, Sendable, Hashable, Codable, CaseIterable {
    /// A mark whose outcome only a person can settle.
    case unsettled
    case conflict
    case failed
    case noAddress = "no-address"
    case refunded
    /// An attempt took effect after it was given up: the server holds one too many.
    case landedLate = "landed-late"
    /// Somebody shipped this too: stop the parcel.
    case shippedElsewhere = "shipped-elsewhere"
    /// Confirmed, but later reads do not list it.
    case unlisted
    case linesCompete = "lines-compete"
    /// More is on the server's ledger than was bought.
    case overshipped

    /// One sentence for the detail screen.
    package var sentence: String {
        switch self {
        case .unsettled: "The outcome of a mark is not known and only a person can settle it."
        case .conflict: "Something changed on the server before a mark could leave."
        case .failed: "The server refused a mark."
        case .noAddress: "There is no usable address to ship to."
        case .refunded: "Money was given back, but items are still to ship."
        case .landedLate: "An attempt landed late: the server holds one too many."
        case .shippedElsewhere: "Somebody shipped this too: stop the parcel."
        case .unlisted: "The server confirmed a mark but does not list it."
        case .linesCompete: "A cancellation covers several lines; it is not known which."
        case .overshipped: "More was shipped than may be."
        }
    }
}

/// What only a person can take away again: kept with the purchase until somebody does.
package struct Alarm: Sendable, Hashable, Codable {
    package var reason: AttentionReason
    package var mark: MarkID?
    /// For people; no address.
    package var words: String
    package init(reason: AttentionReason, mark: MarkID? = nil, words: String) {
        self.reason = reason
        self.mark = mark
        self.words = words
    }
}

/// State and attention of a purchase, from its numbers.
package struct Standing: Sendable, Hashable {
    package var state: PurchaseState
    package var attention: [AttentionReason]
    /// Something is on its way: shown as a sign beside the state.
    package var isWaiting: Bool
    /// How the most pressing of what is on its way stands: `unknown`, `sending`, `queued`; nil where nothing
    /// is, or where it is not known.
    package var waiting: MarkState?

    package init(
        state: PurchaseState, attention: [AttentionReason], isWaiting: Bool, waiting: MarkState? = nil
    ) {
        self.state = state
        self.attention = attention
        self.isWaiting = isWaiting
        self.waiting = waiting
    }

    /// - Parameters:
    ///   - marks: as for ``Figures``, and those in conflict or failed that nobody dropped yet.
    ///   - alarms: what people have to take note of, not yet taken away.
    ///   - needsAddress: the store ships to addresses.
    package init(
        _ purchase: Purchase, figures: Figures, marks: [Mark], alarms: [Alarm] = [], isHeld: Bool = false,
        needsAddress: Bool = true
    ) {
        let states = Set(marks.map(\.state))
        let moved = figures.net > 0 || figures.waiting > 0
        let rest: PurchaseState = moved ? .shipped : .nothing
        state =
            isHeld || purchase.storeHold != nil ? .held : figures.safe == 0 ? rest : moved ? .partly : .toShip
        waiting = [.unknown, .sending, .queued].first(where: states.contains)
        isWaiting = waiting != nil

        var reasons = Set(alarms.map(\.reason))
        if states.contains(.attention) { reasons.insert(.unsettled) }
        if states.contains(.conflict) { reasons.insert(.conflict) }
        if states.contains(.failed) { reasons.insert(.failed) }
        if figures.safe > 0 {
            if needsAddress, purchase.address?.isUsable != true { reasons.insert(.noAddress) }
            if !purchase.refunds.isEmpty { reasons.insert(.refunded) }
        }
        if figures.linesCompete { reasons.insert(.linesCompete) }
        if figures.items.contains(where: { $0.net > $0.item.quantity }) { reasons.insert(.overshipped) }
        attention = AttentionReason.allCases.filter(reasons.contains)
    }
}
