/// Names of the inventory update document that the rules look at.
package enum ListingAttribute {
    package static let inHand = "in_hand"
    package static let inHandOn = "in_hand_on"
    package static let quantity = "quantity"
    /// Told with every ticket group, never sent: the venue's own time, whatever letter it ends in.
    package static let eventID = "event.id"
    package static let eventName = "event.name"
    package static let eventTime = "event.time"
    package static let venue = "event.venue"
}

/// Ticket Evolution: a listing is done once its tickets are in hand.
package struct ListingRules: ValueRules {
    package init() {}

    package func shipping(_ purchase: Purchase, as wish: ShippingWish) throws(Refusal) -> Attributes {
        if wish.tracking != nil {
            throw .notCapable("\(purchase.id): listings have no tracking number; leave it out.")
        }
        guard let day = wish.deliverBy else {
            return wish.others.setting([ListingAttribute.inHand: "true"])
        }
        if isShipped(purchase.attributes) {
            throw .notCapable("\(purchase.id) is in hand already; take that back if it is not.")
        }
        return wish.others.setting(Self.expected(on: day.description))
    }

    package func undoing(
        _ purchase: Purchase, sets: Attributes?, before: Attributes?, wish: ShippingWish
    ) throws(Refusal) -> Attributes {
        guard let sets else { return try awaited(purchase, before, wish) }
        let hand = [ListingAttribute.inHand, ListingAttribute.inHandOn]
        var back = Attributes()
        for name in sets.names where !hand.contains(name) {
            guard let old = before?[name], !old.isBlank else {
                throw .notCapable(
                    "It is not known what \(name) of \(purchase.id) was before, and it cannot be emptied; "
                        + "set it by hand instead.")
            }
            back[name] = old
        }
        guard hand.contains(where: { sets[$0] != nil }) else { return back }
        if before?[ListingAttribute.inHand] == "true", wish.deliverBy == nil {
            return back.setting([ListingAttribute.inHand: "true"])
        }
        return back.setting(try awaited(purchase, before, wish))
    }

    /// Not in hand, as it was; the day is the one known from an earlier answer.
    private func awaited(
        _ purchase: Purchase, _ before: Attributes?, _ wish: ShippingWish
    ) throws(Refusal) -> Attributes {
        let known = before?[ListingAttribute.inHandOn] ?? purchase.attributes[ListingAttribute.inHandOn]
        guard let day = wish.deliverBy?.description ?? known.flatMap({ $0.isBlank ? nil : $0 }) else {
            throw .notCapable(
                "It is not known when \(purchase.id) was expected; say the day with --deliver-by.")
        }
        return Self.expected(on: day)
    }

    package func check(_ sets: Attributes, on purchase: Purchase) throws(Refusal) {
        let faults = faults(sets, on: purchase)
        if faults.isEmpty { return }
        throw .notCapable("\(purchase.id): " + faults.map(\.sentence).joined(separator: " "))
    }

    package func faults(_ sets: Attributes, on purchase: Purchase) -> [AttributeFault] {
        let quantity = purchase.attributes[ListingAttribute.quantity].flatMap { Int($0) }
        return InventoryChange.faults(in: whole(sets, on: purchase), quantity: quantity)
    }

    package func whole(_ sets: Attributes, on purchase: Purchase) -> Attributes {
        sets.completed(for: purchase.attributes)
    }

    /// Not in hand, but on another day, is not as it was.
    package func watched(_ names: [String]) -> [String] {
        let hand = [ListingAttribute.inHand, ListingAttribute.inHandOn]
        return names.contains(where: hand.contains) ? names + hand.filter { !names.contains($0) } : names
    }

    /// Seats, quantity and one's own id belong to one listing.
    package func mayShare(_ sets: Attributes) -> Bool {
        !sets.names.contains {
            InventoryTable.seat($0) != nil || [ListingAttribute.quantity, "remote_id"].contains($0)
        }
    }

    package func written(_ sets: Attributes) -> Attributes {
        let (change, faults) = InventoryChange.reading(sets)
        return faults.isEmpty ? change.attributes : sets
    }

    package func whyClosed(_ purchase: Purchase) -> String? { nil }

    package func whyHeld(_ purchase: Purchase, after sets: Attributes) -> String? { nil }

    package func isShipped(_ values: Attributes) -> Bool { values[ListingAttribute.inHand] == "true" }

    package func mayBeTakenBack(_ sets: Attributes) -> Bool { true }

    package func finality(of sets: Attributes, on purchase: Purchase) -> String? {
        guard let quantity = sets[ListingAttribute.quantity],
            quantity != purchase.attributes[ListingAttribute.quantity]
        else { return nil }
        return "A changed quantity makes the tickets anew: their barcodes and seat ids are lost."
    }

    private static func expected(on day: String) -> Attributes {
        [ListingAttribute.inHand: "false", ListingAttribute.inHandOn: day]
    }
}
