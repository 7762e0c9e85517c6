import Model

/// `user/:id`. Not in our documents: the record may stand alone or below `user`.
struct BuyerWire: WireAnswer {
    let meaning: RaceStoreBuyer?

    private enum Keys: String, CodingKey { case user }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        let person = try fields.decodeIfPresent(PersonWire.self, forKey: .user)
        meaning = try (person ?? PersonWire(from: decoder)).buyer
    }
}

/// `race/:id/participants`. Not in our documents: one object, or a list of one for each event.
struct ParticipantsWire: WireAnswer {
    let meaning: [RaceStoreBuyer]

    init(from decoder: any Decoder) throws {
        let events: [EventWire]
        if let list = try? decoder.singleValueContainer().decode([EventWire].self) {
            events = list
        } else {
            events = [try EventWire(from: decoder)]
        }
        meaning = events.flatMap(\.participants)
    }
}

private struct EventWire: Decodable {
    let participants: [RaceStoreBuyer]

    private enum Keys: String, CodingKey { case participants }

    init(from decoder: any Decoder) throws {
        let rows: [Lenient<ParticipantWire>] = try decoder.container(keyedBy: Keys.self).list(.participants)
        participants = rows.compactMap(\.value?.buyer)
    }
}

private struct ParticipantWire: Decodable {
    let buyer: RaceStoreBuyer

    private enum Keys: String, CodingKey {
        case user
        case registrationID = "registration_id"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        var person = try fields.decode(PersonWire.self, forKey: .user).buyer
        person.registrationID = try fields.number(.registrationID, in: 0...Int64.max)
        buyer = person
    }
}

private struct PersonWire: Decodable {
    let buyer: RaceStoreBuyer

    private enum Keys: String, CodingKey {
        case id = "user_id"
        case firstName = "first_name"
        case lastName = "last_name"
        case email, phone, address
    }

    private enum AddressKeys: String, CodingKey {
        case street, city, state, zipcode
        case country = "country_code"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        var buyer = RaceStoreBuyer(
            userID: try fields.number(.id, in: 0...Int64.max),
            firstName: try fields.text(.firstName) ?? "", lastName: try fields.text(.lastName) ?? "",
            email: try fields.text(.email), phone: try fields.text(.phone))
        if let parts = try? fields.nestedContainer(keyedBy: AddressKeys.self, forKey: .address) {
            buyer.address = try PersonWire.address(parts, buyer)
        }
        self.buyer = buyer
    }

    private static func address(
        _ fields: KeyedDecodingContainer<AddressKeys>, _ buyer: RaceStoreBuyer
    ) throws -> ShippingAddress? {
        let parts = try [.street, .city, .state, .zipcode, .country].map { try fields.text($0) }
        guard parts.contains(where: { $0?.isEmpty == false }) else { return nil }
        let names = [buyer.firstName, buyer.lastName].filter { !$0.isEmpty }
        return ShippingAddress(
            fullName: names.isEmpty ? nil : names.joined(separator: " "), address1: parts[0],
            city: parts[1], state: parts[2], zipcode: parts[3], countryCode: parts[4])
    }
}
