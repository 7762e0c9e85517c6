/// An object with exactly the keys that its document names.
struct StrictKeys {
    private let container: KeyedDecodingContainer<AnyKey>

    init(_ decoder: any Decoder, _ names: Set<String>) throws {
        container = try decoder.container(keyedBy: AnyKey.self)
        let given = Set(container.allKeys.map(\.stringValue))
        if let missing = names.subtracting(given).min() { try fail("missing key \(missing)") }
        if let unknown = given.subtracting(names).min() { try fail("unknown key \(unknown)") }
    }

    func value<Value: Decodable>(_ name: String) throws -> Value {
        try container.decode(Value.self, forKey: AnyKey(name))
    }

    func optional<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value? {
        try container.decode(Value?.self, forKey: AnyKey(name))
    }

    func demand(_ holds: Bool, _ what: String) throws {
        if !holds { try fail("demanded: \(what)") }
    }

    private func fail(_ words: String) throws {
        throw DecodingError.dataCorrupted(.init(codingPath: container.codingPath, debugDescription: words))
    }
}

struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
