import Model

/// Who bought something in a race's store, as the registration or the account has them.
package struct RaceStoreBuyer: Sendable, Hashable {
    package var userID: Int64?
    package var registrationID: Int64?
    package var firstName: String
    package var lastName: String
    package var email: String?
    package var phone: String?
    /// Its full name is put together from the two names. Nil where no part of an address is known.
    package var address: ShippingAddress?

    package init(
        userID: Int64? = nil, registrationID: Int64? = nil, firstName: String = "", lastName: String = "",
        email: String? = nil, phone: String? = nil, address: ShippingAddress? = nil
    ) {
        self.userID = userID
        self.registrationID = registrationID
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.phone = phone
        self.address = address
    }
}
