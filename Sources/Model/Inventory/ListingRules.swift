/// Names of the inventory update document that the rules look at.
package enum ListingAttribute {
    package static let inHand = "in_hand"
    package static let inHandOn = "in_hand_on"
    package static let quantity = "quantity"
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
        let known = before?[ListingAttribute.inHandOn] ?? purchase.attributes[ListingAttribute.inHandOn]
        guard let day = wish.deliverBy?.description ?? known.flatMap({ $0.isBlank ? nil : $0 }) else {
            throw .notCapable(
                "It is not known when \(purchase.id) was expected; say the day with --deliver-by.")
        }
        var back = before ?? Attributes()
        for name in sets?.names ?? [] where before?[name] == nil && name != ListingAttribute.inHand {
            throw .notCapable(
                "It is not known what \(name) of \(purchase.id) was before; set it by hand instead.")
        }
        back = back.only(sets?.names ?? [])
        return back.setting(Self.expected(on: day))
    }

    package func check(_ sets: Attributes, on purchase: Purchase) throws(Refusal) {}

    package func whyClosed(_ purchase: Purchase) -> String? { nil }

    package func whyHeld(_ purchase: Purchase, after sets: Attributes) -> String? { nil }

    package func isShipped(_ values: Attributes) -> Bool { values[ListingAttribute.inHand] == "true" }

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
