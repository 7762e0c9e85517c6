import FoundationEssentials
import Model

/// One listing: a ticket group as it stands, or below `inventory` or `ticket_group`.
struct ListingWire: WireAnswer {
    let meaning: InventoryListing

    init(from decoder: any Decoder) throws {
        let listing = try Listings.one(decoder)
        guard listing.id != nil else { throw FieldFault(path: [NamedKey("id")], "is missing") }
        meaning = listing
    }
}

/// The answer of a PATCH of one.
struct UpdatedWire: WireAnswer {
    let meaning: InventoryListing
    var tellsOfAnEffect: Bool { true }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Listings.Keys.self)
        meaning = try fields.decode(ListingBody.self, forKey: .inventory).listing
    }
}

/// The answer of a PATCH of many. The document for it shows none, so that any JSON will do.
struct UpdatedManyWire: WireAnswer {
    let meaning: [InventoryListing]
    var tellsOfAnEffect: Bool { !meaning.isEmpty }

    init(from decoder: any Decoder) throws { meaning = Listings.many(decoder) }
}

/// All ticket groups.
struct ListingsWire: WireAnswer {
    let meaning: [InventoryListing]

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Listings.Keys.self)
        meaning = try fields.decode([Lenient<ListingBody>].self, forKey: .ticketGroups)
            .compactMap(\.value?.listing)
    }
}

private enum Listings {
    enum Keys: String, CodingKey {
        case inventory
        case ticketGroup = "ticket_group"
        case ticketGroups = "ticket_groups"
    }

    static func one(_ decoder: any Decoder) throws -> InventoryListing {
        let fields = try decoder.container(keyedBy: Keys.self)
        for key in [Keys.inventory, .ticketGroup] where fields.contains(key) {
            return try fields.decode(ListingBody.self, forKey: key).listing
        }
        return try ListingBody(from: decoder).listing
    }

    static func many(_ decoder: any Decoder) -> [InventoryListing] {
        if let list = try? decoder.singleValueContainer().decode([Lenient<ListingBody>].self) {
            return list.compactMap(\.value?.listing)
        }
        let fields = try? decoder.container(keyedBy: Keys.self)
        if let list = try? fields?.decode([Lenient<ListingBody>].self, forKey: .inventory) {
            return list.compactMap(\.value?.listing)
        }
        return (try? fields?.decode(ListingBody.self, forKey: .inventory)).map { [$0.listing] } ?? []
    }
}

/// Numbers and flags come as text as well; what cannot be read is not known, and spoils nothing else.
private struct ListingBody: Decodable {
    let listing: InventoryListing

    /// What a ticket group has beside the attributes of the inventory.
    private enum GroupKeys: String, CodingKey {
        case id, event, tickets, splits
        case eventID = "event_id"
        case availableQuantity = "available_quantity"
        case publicNotes = "public_notes"
        case brokerNotes = "broker_notes"
        case retailPrice = "retail_price"
    }

    private enum EventKeys: String, CodingKey {
        case id, name, venue
        case occursAt = "occurs_at"
        case occursAtLocal = "occurs_at_local"
    }

    private enum VenueKeys: String, CodingKey { case name }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: InventoryKeys.self)
        let group = try decoder.container(keyedBy: GroupKeys.self)
        let id: Int64? = try group.numberIfPresent(.id, in: 1...Int64.max - 1)
        var listing = InventoryListing(id: id)
        ListingBody.readTexts(fields, group, &listing)
        ListingBody.readValues(fields, group, &listing)
        ListingBody.readEvent(group, &listing)
        self.listing = listing
    }

    private static func readTexts(
        _ fields: KeyedDecodingContainer<InventoryKeys>, _ group: KeyedDecodingContainer<GroupKeys>,
        _ listing: inout InventoryListing
    ) {
        listing.section = try? fields.saying(.section)
        listing.row = try? fields.saying(.row)
        listing.format = try? fields.saying(.format)
        listing.type = try? fields.saying(.type)
        listing.viewType = try? fields.saying(.viewType)
        listing.splitType = try? fields.saying(.splitType)
        listing.accountEmail = try? fields.saying(.accountEmail)
        listing.externalNotes = notes(fields, .externalNotes, group, .publicNotes)
        listing.internalNotes = notes(fields, .internalNotes, group, .brokerNotes)
        listing.inHandOn = (try? fields.saying(.inHandOn)).flatMap { PlainDate(String($0.prefix(10))) }
    }

    /// Told as null or empty, there are none; not told, they are not known.
    private static func notes(
        _ fields: KeyedDecodingContainer<InventoryKeys>, _ key: InventoryKeys,
        _ group: KeyedDecodingContainer<GroupKeys>, _ other: GroupKeys
    ) -> String? {
        let text = (try? fields.saying(key)) ?? (try? group.saying(other))
        return text ?? (fields.contains(key) || group.contains(other) ? "" : nil)
    }

    private static func readValues(
        _ fields: KeyedDecodingContainer<InventoryKeys>, _ group: KeyedDecodingContainer<GroupKeys>,
        _ listing: inout InventoryListing
    ) {
        listing.remoteID = try? fields.numberIfPresent(.remoteID, in: 0...Int64.max - 1)
        listing.quantity =
            (try? fields.numberIfPresent(.quantity, in: 0...1_000_000))
            ?? (try? group.numberIfPresent(.availableQuantity, in: 0...1_000_000))
        listing.inHand = fields.flag(.inHand)
        listing.instantDelivery = fields.flag(.instantDelivery)
        listing.eticket = fields.flag(.eticket)
        listing.speculative = fields.flag(.speculative)
        listing.wheelchairAccessible = fields.flag(.wheelchairAccessible)
        listing.cost = fields.decimal(.cost)
        listing.taxedCost = fields.decimal(.taxedCost)
        listing.discount = fields.decimal(.discount)
        listing.faceValue = fields.decimal(.faceValue)
        listing.price = fields.decimal(.price) ?? group.decimal(.retailPrice)
        let splits: [Int]? = (try? fields.list(.splitOverride)).flatMap { $0.isEmpty ? nil : $0 }
        listing.splits = splits ?? (try? group.list(.splits)) ?? []
        let seats: [Lenient<SeatWire>] = (try? fields.list(.seats)) ?? []
        let tickets: [Lenient<SeatWire>] = (try? group.list(.tickets)) ?? []
        listing.seats = (seats.isEmpty ? tickets : seats).compactMap(\.value?.seat)
    }

    private static func readEvent(
        _ group: KeyedDecodingContainer<GroupKeys>, _ listing: inout InventoryListing
    ) {
        let event = try? group.nestedContainer(keyedBy: EventKeys.self, forKey: .event)
        let venue = try? event?.nestedContainer(keyedBy: VenueKeys.self, forKey: .venue)
        listing.eventID =
            (try? event?.numberIfPresent(.id, in: 0...Int64.max))
            ?? (try? group.numberIfPresent(.eventID, in: 0...Int64.max))
        listing.eventName = try? event?.saying(.name)
        listing.eventTime = (try? event?.saying(.occursAtLocal)) ?? (try? event?.saying(.occursAt))
        listing.venue = try? venue?.saying(.name)
    }
}

private struct SeatWire: Decodable {
    let seat: InventoryListing.Seat

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: SeatKeys.self)
        seat = InventoryListing.Seat(
            seat: try fields.text(.seat) ?? "", barcode: try fields.saying(.barcode),
            primaryTicketID: try fields.saying(.primaryTicketID),
            verificationID: try fields.saying(.verificationID))
    }
}
