import Model

extension ShippingAddress {
    /// Eight columns, of which the first says whether there is an address at all.
    static let columns = "has_address, full_name, address1, address2, city, state, zipcode, country"

    static func columns(of address: ShippingAddress?) -> [any Storable] {
        [
            address != nil, address?.fullName, address?.address1, address?.address2, address?.city,
            address?.state, address?.zipcode, address?.countryCode,
        ]
    }

    init?(_ row: Row, at start: Int) {
        guard row[start] else { return nil }
        self.init(
            fullName: row[start + 1], address1: row[start + 2], address2: row[start + 3],
            city: row[start + 4],
            state: row[start + 5], zipcode: row[start + 6], countryCode: row[start + 7])
    }
}
