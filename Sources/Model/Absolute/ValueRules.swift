/// How the verbs of the trade become values, for stores whose orders have values instead of a ledger.
///
/// Everything here is worked out from what was last read; nothing is sent. Orders of such stores have one
/// item, number 1, which is marked as a whole.
package protocol ValueRules: Sendable {
    /// What shipping sets.
    /// - Throws: ``Refusal`` where it cannot be, with what to do.
    func shipping(_ purchase: Purchase, as wish: ShippingWish) throws(Refusal) -> Attributes

    /// What sets things back to how they were.
    /// - Parameters:
    ///   - sets: what the mark set that is taken back; nil for what was made elsewhere.
    ///   - before: the same names, as they were just before.
    func undoing(
        _ purchase: Purchase, sets: Attributes?, before: Attributes?, wish: ShippingWish
    ) throws(Refusal) -> Attributes

    /// Whether these values may be set, in the document's words where not.
    func check(_ sets: Attributes, on purchase: Purchase) throws(Refusal)

    /// The same, each fault by its attribute: for a form's fields.
    func faults(_ sets: Attributes, on purchase: Purchase) -> [AttributeFault]

    /// These values as the store writes them, so that a later answer shows them the same: `12.50` as `12.5`,
    /// `ETICKET` as `Eticket`. What cannot be read stays as it is.
    func written(_ sets: Attributes) -> Attributes

    /// All that goes out with these values: with what the document demands beside them, as it is now.
    func whole(_ sets: Attributes, on purchase: Purchase) -> Attributes

    /// These names, and those that change with them: where one of them is another than before, somebody else
    /// was there.
    func watched(_ names: [String]) -> [String]

    /// Whether one request may set these values on several orders at once.
    func mayShare(_ sets: Attributes) -> Bool

    /// What people may set, in the document's order.
    func fields(of purchase: Purchase) -> [ValueField]

    /// Why nothing can be changed any more; nil while something can.
    func whyClosed(_ purchase: Purchase) -> String?

    /// Why the store keeps it back, once these values are set; nil where it does not.
    func whyHeld(_ purchase: Purchase, after sets: Attributes) -> String?

    /// Whether an order with these values is shipped.
    func isShipped(_ values: Attributes) -> Bool

    /// Whether these values, once set, may be set back, as far as they alone tell.
    func mayBeTakenBack(_ sets: Attributes) -> Bool

    /// Whether these values, once set, cannot be taken back, in words that say what that means; nil where
    /// they can. A person is asked twice.
    func finality(of sets: Attributes, on purchase: Purchase) -> String?
}

/// What a person says beside "ship" or "take back".
package struct ShippingWish: Sendable, Hashable {
    package var tracking: String?
    package var deliverBy: PlainDate?
    /// More values to set, by the document's names.
    package var others: Attributes

    package init(tracking: String? = nil, deliverBy: PlainDate? = nil, others: Attributes = Attributes()) {
        self.tracking = tracking
        self.deliverBy = deliverBy
        self.others = others
    }
}

extension Store {
    /// Nil where it keeps a ledger.
    package var valueRules: (any ValueRules)? { identity.api.valueRules }
}

extension API {
    /// Nil for stores that keep a ledger.
    package var valueRules: (any ValueRules)? {
        switch self {
        case .runsignupTicketStore, .runsignupRaceStore: nil
        case .tixstock: OrderRules()
        case .ticketEvolution: ListingRules()
        }
    }
}
