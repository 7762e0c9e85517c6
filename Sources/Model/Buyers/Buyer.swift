/// Who bought something, as a call beside the list tells it.
package struct Buyer: Sendable, Hashable {
    package var firstName: String
    package var lastName: String
    /// Nil where none is known.
    package var address: ShippingAddress?

    package init(firstName: String = "", lastName: String = "", address: ShippingAddress? = nil) {
        self.firstName = firstName
        self.lastName = lastName
        self.address = address
    }
}

/// How to ask who bought a purchase.
package struct BuyerReference: Sendable, Hashable {
    package var purchase: PurchaseID
    package var user: Int64
    /// Nil where it was bought without registering.
    package var registration: Int64?

    package init(purchase: PurchaseID, user: Int64, registration: Int64? = nil) {
        self.purchase = purchase
        self.user = user
        self.registration = registration
    }
}

/// Where a purchase's address comes from, and so what it means that there is none.
package enum AddressSource: Sendable, Hashable {
    /// Entered by the buyer for this purchase; the list has it.
    case list
    /// The API tells none.
    case nowhere
    /// The buyer's account has it, which was not asked yet.
    case unread
    /// The buyer's account was asked.
    case account
    /// The buyer's account may not be asked with these credentials.
    case refused

    /// That there is no address, and why, as part of a sentence.
    package var whyNone: String {
        switch self {
        case .list: "no address was entered"
        case .nowhere: "no address in this API"
        case .unread: "the address was not read yet"
        case .account: "no address in the buyer's account"
        case .refused: "no address: these credentials may not read it"
        }
    }
}
