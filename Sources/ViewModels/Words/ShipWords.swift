import Model

/// What shipping is called: parcels are shipped, listings come into the hand.
package struct ShipWords: Sendable, Hashable {
    /// On a key: `ship`.
    package var deed: String
    /// Over a form or a question: `Ship`.
    package var title: String
    /// Afterwards: `shipped`.
    package var done: String
    /// What a date means: `Deliver by`.
    package var day: String
    /// Beside its field.
    package var dayNote: String

    package static let parcels = ShipWords(
        deed: "ship", title: "Ship", done: "shipped", day: "Deliver by",
        dayNote: "2026-12-24, today, +3d, fri")
    package static let arrivals = ShipWords(
        deed: "in hand", title: "Mark in hand", done: "in hand", day: "Expected on",
        dayNote: "empty: in hand now; else +3d, fri")
}

extension ShipWords {
    /// What the key of an intent does, by its word, in help; nil where its own sentence says it.
    func help(of intent: String) -> String? {
        guard self == .arrivals else { return nil }
        return switch intent {
        case ListIntent.ship.rawValue:
            "Mark what is chosen in hand, or set the day on which it will be; a preview comes first."
        case ListIntent.undo.rawValue: "Set back what was marked in hand, or changed."
        default: nil
        }
    }

    /// What a command does, by its word; nil where the table says it.
    func does(_ command: String) -> String? {
        self == .arrivals && command == "scan" ? "scan a listing, and it is in hand" : nil
    }
}

extension Capabilities {
    package var words: ShipWords { arrives ? .arrivals : .parcels }
    /// What one of its purchases is called.
    package var noun: String { arrives ? "listing" : finalStatuses ? "order" : "purchase" }
}

extension Surroundings {
    /// What all of these are called; they are purchases where their stores have different names for them.
    func noun(of stores: [StoreID]) -> String {
        let nouns = Set(stores.map { store($0)?.capabilities.noun ?? "purchase" })
        return nouns.count == 1 ? nouns.first ?? "purchase" : "purchase"
    }
}

extension PurchaseDetail {
    /// `purchase`, `order`, `listing`.
    package var noun: String { store.capabilities.noun }

    /// How it stands: `shipped`; of a listing `in hand`, `expected on 3 Dec 2026`.
    package var standingWords: String {
        let state = standing.state
        guard store.capabilities.arrives, state != .held, !isGone else { return state.title }
        if state == .shipped { return "in hand" }
        guard let day = purchase.attributes[ListingAttribute.inHandOn].flatMap({ PlainDate($0) }) else {
            return "not in hand"
        }
        return "expected on \(dayWords(day))"
    }
}

extension PurchaseDetail {
    /// Where the store keeps values: it is shipped because a mark of ours set it so, and not by an entry of
    /// somebody else's.
    var isOurs: Bool {
        guard store.valueRules != nil else { return false }
        return marks.last { $0.state == .confirmed && $0.quantity != 0 }.map { $0.quantity > 0 } ?? false
    }
}

/// `3 Dec 2026`.
package func dayWords(_ date: PlainDate) -> String {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(date.day) \(months[date.month - 1]) \(date.year)"
}
