import Model

/// A listing of the simulated office.
package struct Listing: Sendable, Hashable {
    package var id: Int
    package var remoteID: Int
    package var eventID: Int
    package var event = StagedEvent.tour
    /// Attributes by the document's names, as text, number or flag.
    package var values: [String: Value]
    package var seats: [Seat]
    package var splits: [Int] = []
    /// How often the tickets were made anew.
    package var generation = 0

    package enum Value: Sendable, Hashable, Encodable {
        case text(String)
        case number(Double)
        case flag(Bool)

        package func encode(to encoder: any Encoder) throws {
            var single = encoder.singleValueContainer()
            switch self {
            case .text(let text): try single.encode(text)
            case .number(let number): try single.encode(number)
            case .flag(let flag): try single.encode(flag)
            }
        }
    }

    package struct Seat: Sendable, Hashable {
        package var seat: Int
        package var barcode: String?
        package var primaryTicketID: String?
        package var verificationID: String?
        package init(_ seat: Int, barcode: String? = nil) {
            self.seat = seat
            self.barcode = barcode
        }
    }

    /// In hand, two seats, nothing out of the ordinary.
    package init(id: Int, remoteID: Int, eventID: Int = 77, seats: [Int] = [1, 2]) {
        self.id = id
        self.remoteID = remoteID
        self.eventID = eventID
        self.seats = seats.map { Seat($0) }
        values = [
            "format": .text("Physical"), "in_hand": .flag(true), "section": .text("101"), "row": .text("A"),
            "price": .number(120), "type": .text("EVENT"), "split_type": .text("DEFAULT"),
        ]
    }

    package var quantity: Int { seats.count }
    package var inHand: Bool? {
        if case .flag(let flag)? = values["in_hand"] { flag } else { nil }
    }
    package var inHandOn: String? { text("in_hand_on") }

    package func text(_ name: String) -> String? {
        if case .text(let text)? = values[name] { text } else { nil }
    }
}

/// What the tickets of a listing are for.
package struct StagedEvent: Sendable, Hashable {
    package var name: String
    /// `2027-05-02`.
    package var day: String

    package static let tour = StagedEvent(name: "Harbour Lights Tour", day: "2027-05-02")

    private static let names = [
        "Harbour Lights Tour", "Riverside Jazz Night", "City Derby", "The Glass Orchard", "Winter Proms",
    ]

    /// Weeks after the simulation began, so that tickets that are still to come may come in time.
    init(number: Int, startedAt: Int64) {
        name = Self.names[number % Self.names.count]
        let day = Int(startedAt / 86_400) + 63 + number % Self.names.count * 11
        self.day = PlainDate(dayNumber: day)?.description ?? Self.tour.day
    }

    private init(name: String, day: String) {
        self.name = name
        self.day = day
    }
}

/// As the update document's example has it: ids and amounts as text.
struct WireListing: Encodable {
    var listing: Listing

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: AnyKey.self)
        try row.encode(String(listing.id), forKey: AnyKey("id"))
        try row.encode(String(listing.remoteID), forKey: AnyKey("remote_id"))
        try row.encode(listing.quantity, forKey: AnyKey("quantity"))
        try row.encode(false, forKey: AnyKey("locked"))
        for (name, value) in listing.values {
            if case .number(let number) = value {
                try row.encode(String(number), forKey: AnyKey(name))
            } else {
                try row.encode(value, forKey: AnyKey(name))
            }
        }
        try row.encode(listing.splits, forKey: AnyKey("split_override"))
        try row.encode(listing.seats.map(WireSeat.init), forKey: AnyKey("seats"))
    }
}

/// The same as a ticket group, after the vendor's pages.
struct WireTicketGroup: Encodable {
    var listing: Listing
    var hasTickets: Bool

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: AnyKey.self)
        try row.encode(listing.id, forKey: AnyKey("id"))
        try row.encode(listing.remoteID, forKey: AnyKey("remote_id"))
        try row.encode(listing.quantity, forKey: AnyKey("quantity"))
        let names = ["section", "row", "format", "type", "view_type", "in_hand", "in_hand_on", "eticket"]
        for name in names { try row.encode(listing.values[name], forKey: AnyKey(name)) }
        try row.encode(listing.values["external_notes"], forKey: AnyKey("public_notes"))
        try row.encode(listing.values["internal_notes"], forKey: AnyKey("broker_notes"))
        try row.encode(listing.values["price"], forKey: AnyKey("retail_price"))
        var event = row.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey("event"))
        try event.encode(listing.eventID, forKey: AnyKey("id"))
        try event.encode(listing.event.name, forKey: AnyKey("name"))
        try event.encode("\(listing.event.day)T19:30:00Z", forKey: AnyKey("occurs_at"))
        if hasTickets { try row.encode(listing.seats.map(WireSeat.init), forKey: AnyKey("tickets")) }
    }
}

private struct WireSeat: Encodable {
    var seat: Listing.Seat
    init(_ seat: Listing.Seat) { self.seat = seat }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: AnyKey.self)
        try row.encode(seat.seat, forKey: AnyKey("seat"))
        try row.encode(seat.barcode, forKey: AnyKey("barcode"))
        try row.encode(seat.primaryTicketID, forKey: AnyKey("primary_ticket_id"))
        try row.encode(seat.verificationID, forKey: AnyKey("verification_id"))
    }
}
