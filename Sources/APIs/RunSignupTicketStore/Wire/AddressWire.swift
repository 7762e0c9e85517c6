import Model

/// A shipping address as both documents write it: seven keys, each of which may be null.
struct AddressWire: Codable {
    let address: ShippingAddress

    private enum Keys: String, CodingKey {
        case fullName = "full_name"
        case address1, address2, city, state, zipcode
        case countryCode = "countrycode"
    }

    init(_ address: ShippingAddress) { self.address = address }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        address = ShippingAddress(
            fullName: try fields.text(.fullName), address1: try fields.text(.address1),
            address2: try fields.text(.address2), city: try fields.text(.city),
            state: try fields.text(.state), zipcode: try fields.text(.zipcode),
            countryCode: try fields.text(.countryCode))
    }

    /// Every key, null or not; every byte as it came.
    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Keys.self)
        try fields.encode(address.fullName, forKey: .fullName)
        try fields.encode(address.address1, forKey: .address1)
        try fields.encode(address.address2, forKey: .address2)
        try fields.encode(address.city, forKey: .city)
        try fields.encode(address.state, forKey: .state)
        try fields.encode(address.zipcode, forKey: .zipcode)
        try fields.encode(address.countryCode, forKey: .countryCode)
    }
}

extension KeyedDecodingContainer {
    /// Nil where it is missing, null, or the empty list that stands for an empty object in some languages.
    func address(_ key: Key) throws -> ShippingAddress? {
        do {
            return try decodeIfPresent(AddressWire.self, forKey: key)?.address
        } catch {
            guard let list = try? decode([JSONValue].self, forKey: key), list.isEmpty else { throw error }
            return nil
        }
    }
}
