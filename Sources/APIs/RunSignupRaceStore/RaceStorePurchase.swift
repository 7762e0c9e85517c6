import Model

/// One purchase of a race's store (race store purchases document).
///
/// It has no address and no ledger, and its items have no numbers: who keeps it gives them.
package struct RaceStorePurchase: Sendable, Hashable {
    package var id: PurchaseID
    package var userID: Int64
    /// Nil where it was bought without registering for the race.
    package var registrationID: Int64?
    /// Unix seconds.
    package var purchasedAt: Int64
    /// `purchase_amount`; cents. Nil where it was left out.
    package var amountInCents: Int?
    /// `amount_paid`; cents. Nil where it was left out.
    package var paidInCents: Int?
    /// In the server's order. The same item and option may come twice.
    package var items: [RaceStoreItem]

    package init(
        id: PurchaseID, userID: Int64, registrationID: Int64? = nil, purchasedAt: Int64,
        amountInCents: Int? = nil, paidInCents: Int? = nil, items: [RaceStoreItem]
    ) {
        self.id = id
        self.userID = userID
        self.registrationID = registrationID
        self.purchasedAt = purchasedAt
        self.amountInCents = amountInCents
        self.paidInCents = paidInCents
        self.items = items
    }
}

/// One line of it.
package struct RaceStoreItem: Sendable, Hashable {
    package var itemID: Int64
    package var name: String
    /// `Large`; nil where the item comes in one kind only.
    package var option: String?
    package var quantity: Int

    package init(itemID: Int64, name: String, option: String? = nil, quantity: Int) {
        self.itemID = itemID
        self.name = name
        self.option = option
        self.quantity = quantity
    }
}
