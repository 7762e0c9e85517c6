/// The id of a purchase as the store gives it. Text, because some stores use text; numbers sort as numbers.
package struct PurchaseID: Sendable, Hashable, Codable, CustomStringConvertible {
    package var text: String
    package init(_ text: String) { self.text = text }
    package init(_ number: Int) { text = String(number) }
    package var description: String { text }
    /// Nil where the id is no number.
    package var number: Int64? { Int64(text) }
}

/// One purchase of a ticket store as last read (ticket store purchases document).
package struct Purchase: Sendable, Hashable {
    package var id: PurchaseID
    package var ticketEventPurchaseID: Int64?
    /// Unix seconds; 0 where the store does not tell.
    package var purchasedAt: Int64
    package var firstName: String
    package var lastName: String
    /// Unix seconds; nil where the API has no such field.
    package var lastModified: Int64?
    package var confirmationCode: String?
    package var items: [PurchasedItem]
    package var refunds: [Refund]
    package var cancelled: [CancelledItem]
    /// The ledger, in the server's order. Nil in no API; empty where nothing was marked yet.
    package var ledger: [Fulfillment]
    package var address: ShippingAddress?
    /// Cleared by the customer: listed only where cleared purchases are asked for.
    package var isCleared: Bool
    /// Where the store knows values instead of a ledger: as last told, by the names of its document.
    package var attributes = Attributes()
    /// Why the store itself keeps it back; nothing of it is shipped meanwhile.
    package var storeHold: String?

    package init(
        id: PurchaseID, ticketEventPurchaseID: Int64? = nil, purchasedAt: Int64, firstName: String = "",
        lastName: String = "", lastModified: Int64? = nil, confirmationCode: String? = nil,
        items: [PurchasedItem], refunds: [Refund] = [], cancelled: [CancelledItem] = [],
        ledger: [Fulfillment] = [], address: ShippingAddress? = nil, isCleared: Bool = false
    ) {
        self.id = id
        self.ticketEventPurchaseID = ticketEventPurchaseID
        self.purchasedAt = purchasedAt
        self.firstName = firstName
        self.lastName = lastName
        self.lastModified = lastModified
        self.confirmationCode = confirmationCode
        self.items = items
        self.refunds = refunds
        self.cancelled = cancelled
        self.ledger = ledger
        self.address = address
        self.isCleared = isCleared
    }

    package func item(_ num: Int) -> PurchasedItem? { items.first { $0.num == num } }

    /// As on a list: `Müller, Zoë`; whichever part exists; empty where neither does.
    package var purchaser: String {
        if firstName.isEmpty { return lastName }
        return lastName.isEmpty ? firstName : "\(lastName), \(firstName)"
    }
}

/// One line of a purchase.
package struct PurchasedItem: Sendable, Hashable {
    /// `purchased_item_num`: the line's number inside its purchase, what marks are keyed by.
    package var num: Int
    package var itemID: Int64
    /// `store_item_variant_combination_id`; nil where the item has no variants.
    package var variantID: Int64?
    package var quantity: Int
    /// Cents.
    package var paidInCents: Int?
    /// Cents.
    package var feeInCents: Int?
    package var ticketID: Int64?
    package var transferredFrom: [Transfer]
    package var transferredTo: [Transfer]

    package init(
        num: Int, itemID: Int64, variantID: Int64? = nil, quantity: Int, paidInCents: Int? = nil,
        feeInCents: Int? = nil, ticketID: Int64? = nil, transferredFrom: [Transfer] = [],
        transferredTo: [Transfer] = []
    ) {
        self.num = num
        self.itemID = itemID
        self.variantID = variantID
        self.quantity = quantity
        self.paidInCents = paidInCents
        self.feeInCents = feeInCents
        self.ticketID = ticketID
        self.transferredFrom = transferredFrom
        self.transferredTo = transferredTo
    }

    package var kind: ItemKind { ItemKind(itemID: itemID, variantID: variantID) }
    package var transferredOut: Int { transferredTo.reduce(0) { $0 + $1.quantity } }
}

/// What is in the box: an item and, where it has them, its variant. Cancellations are keyed by this.
package struct ItemKind: Sendable, Hashable, Codable {
    package var itemID: Int64
    package var variantID: Int64?
    package init(itemID: Int64, variantID: Int64? = nil) {
        self.itemID = itemID
        self.variantID = variantID
    }
}

/// The other end of a transfer of a quantity between two purchases.
package struct Transfer: Sendable, Hashable, Codable {
    package var purchase: PurchaseID
    package var item: Int
    package var quantity: Int
    package init(purchase: PurchaseID, item: Int, quantity: Int) {
        self.purchase = purchase
        self.item = item
        self.quantity = quantity
    }
}

/// Money given back. Says nothing about which item.
package struct Refund: Sendable, Hashable, Codable {
    package var id: Int64
    package var amountInCents: Int
    /// Unix seconds.
    package var at: Int64
    package init(id: Int64, amountInCents: Int, at: Int64) {
        self.id = id
        self.amountInCents = amountInCents
        self.at = at
    }
}

/// A cancellation, keyed by item and variant, not by line.
package struct CancelledItem: Sendable, Hashable, Codable {
    package var num: Int
    package var kind: ItemKind
    package var quantity: Int
    /// Unix seconds.
    package var at: Int64
    package init(num: Int, kind: ItemKind, quantity: Int, at: Int64) {
        self.num = num
        self.kind = kind
        self.quantity = quantity
        self.at = at
    }
}

/// One entry of the server's ledger. A negative quantity took an earlier one back.
package struct Fulfillment: Sendable, Hashable, Codable {
    package var item: Int
    /// Unix seconds, by the server's clock.
    package var at: Int64
    package var quantity: Int
    package var deliverBy: PlainDate?
    package var tracking: String?
    /// Nil: handed over rather than shipped.
    package var address: ShippingAddress?
    package init(
        item: Int, at: Int64, quantity: Int, deliverBy: PlainDate? = nil, tracking: String? = nil,
        address: ShippingAddress? = nil
    ) {
        self.item = item
        self.at = at
        self.quantity = quantity
        self.deliverBy = deliverBy
        self.tracking = tracking
        self.address = address
    }
}

/// An address byte for byte as the store gave it; it goes out the same. Cleaning is for display only.
package struct ShippingAddress: Sendable, Hashable, Codable {
    package var fullName: String?
    package var address1: String?
    package var address2: String?
    package var city: String?
    package var state: String?
    package var zipcode: String?
    package var countryCode: String?

    package init(
        fullName: String? = nil, address1: String? = nil, address2: String? = nil, city: String? = nil,
        state: String? = nil, zipcode: String? = nil, countryCode: String? = nil
    ) {
        self.fullName = fullName
        self.address1 = address1
        self.address2 = address2
        self.city = city
        self.state = state
        self.zipcode = zipcode
        self.countryCode = countryCode
    }

    /// A carrier can do nothing without a name, a street and a town. The rest is flagged, not demanded:
    /// many countries have no states, and shops leave the home country out.
    package var isUsable: Bool { missingParts.isEmpty }

    /// The demanded parts that are absent or blank, in words for people.
    package var missingParts: [String] {
        [("name", fullName), ("street", address1), ("town", city)]
            .filter { isBlank($0.1) }
            .map(\.0)
    }

    private func isBlank(_ text: String?) -> Bool { text?.allSatisfy(\.isWhitespace) ?? true }
}
