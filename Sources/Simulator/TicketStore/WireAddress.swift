import Model

/// An address as the documents write it, nulls written out.
struct WireAddress: Codable {
    var address: ShippingAddress

    init(_ address: ShippingAddress) { self.address = address }

    private static let names:
        [(name: String, part: any WritableKeyPath<ShippingAddress, String?> & Sendable)] = [
            ("full_name", \.fullName), ("address1", \.address1), ("address2", \.address2), ("city", \.city),
            ("state", \.state), ("zipcode", \.zipcode), ("countrycode", \.countryCode),
        ]

    init(from decoder: any Decoder) throws {
        let keys = try StrictKeys(decoder, Set(Self.names.map(\.name)))
        address = ShippingAddress()
        for (name, part) in Self.names { address[keyPath: part] = try keys.optional(name) }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: AnyKey.self)
        for (name, part) in Self.names { try container.encode(address[keyPath: part], forKey: AnyKey(name)) }
    }
}
