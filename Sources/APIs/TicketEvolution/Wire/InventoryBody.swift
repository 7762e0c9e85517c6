import FoundationEssentials
import Model

/// The body of a PATCH: only what is to be changed. Encoded once; those bytes are signed and sent.
struct InventoryBody: Encodable {
    /// Nil for one listing, which the path names.
    var ids: [Int64]?
    var change: InventoryChange
    var options: TicketEvolutionOptions

    init(ids: [Int64]? = nil, change: InventoryChange, options: TicketEvolutionOptions) {
        self.ids = ids
        self.change = change
        self.options = options
    }

    var json: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Encoding numbers and text cannot fail; an empty body would be refused, not misunderstood.
        return (try? encoder.encode(self)) ?? Data()
    }

    /// Barcodes open doors: kept out of every message about it.
    var privateTexts: [String] {
        [change.accountEmail].compactMap { $0 }
            + change.seats.flatMap { [$0.barcode, $0.primaryTicketID, $0.verificationID] }.compactMap { $0 }
    }

    private enum Keys: String, CodingKey { case ids, inventory, ticket }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Keys.self)
        try fields.encodeIfPresent(ids, forKey: .ids)
        let attributes = Attributes(change: change, options: options)
        if options.nestsInTicket {
            var inner = fields.nestedContainer(keyedBy: Keys.self, forKey: .inventory)
            try inner.encode(attributes, forKey: .ticket)
        } else {
            try fields.encode(attributes, forKey: .inventory)
        }
    }

    private struct Attributes: Encodable {
        var change: InventoryChange
        var options: TicketEvolutionOptions

        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: InventoryKeys.self)
            try encodeTexts(&fields)
            try encodeAmounts(&fields)
            try fields.encodeIfPresent(change.eticket, forKey: .eticket)
            try fields.encodeIfPresent(change.inHand, forKey: .inHand)
            try fields.encodeIfPresent(change.inHandOn, forKey: .inHandOn)
            try fields.encodeIfPresent(change.instantDelivery, forKey: .instantDelivery)
            try fields.encodeIfPresent(change.quantity, forKey: .quantity)
            try fields.encodeIfPresent(change.remoteID, forKey: .remoteID)
            try fields.encodeIfPresent(change.speculative, forKey: .speculative)
            try fields.encodeIfPresent(change.wheelchairAccessible, forKey: .wheelchairAccessible)
            if !change.seats.isEmpty { try fields.encode(change.seats.map(SeatWire.init), forKey: .seats) }
            if !change.splitOverride.isEmpty {
                try fields.encode(change.splitOverride, forKey: .splitOverride)
            }
        }

        private func encodeTexts(_ fields: inout KeyedEncodingContainer<InventoryKeys>) throws {
            try fields.encodeIfPresent(change.accountEmail, forKey: .accountEmail)
            try fields.encodeIfPresent(change.externalNotes, forKey: .externalNotes)
            try fields.encodeIfPresent(change.internalNotes, forKey: .internalNotes)
            try fields.encodeIfPresent(change.row, forKey: .row)
            try fields.encodeIfPresent(change.section, forKey: .section)
            try fields.encodeIfPresent(spelt(change.format?.rawValue), forKey: .format)
            try fields.encodeIfPresent(spelt(change.splitType?.rawValue), forKey: .splitType)
            try fields.encodeIfPresent(spelt(change.type?.rawValue), forKey: .type)
            try fields.encodeIfPresent(spelt(change.viewType?.rawValue), forKey: .viewType)
        }

        private func encodeAmounts(_ fields: inout KeyedEncodingContainer<InventoryKeys>) throws {
            let amounts: [(InventoryKeys, Decimal?)] = [
                (.cost, change.cost), (.discount, change.discount), (.faceValue, change.faceValue),
                (.price, change.price), (.taxedCost, change.taxedCost),
            ]
            for case (let key, let amount?) in amounts {
                if options.amountsAsText {
                    try fields.encode(amount.description, forKey: key)
                } else {
                    try fields.encode(amount, forKey: key)
                }
            }
        }

        private func spelt(_ word: String?) -> String? {
            options.spelling == .capitals ? word?.uppercased() : word
        }
    }

    private struct SeatWire: Encodable {
        var seat: InventoryChange.Seat
        init(_ seat: InventoryChange.Seat) { self.seat = seat }

        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: SeatKeys.self)
            try fields.encode(seat.seat, forKey: .seat)
            try fields.encodeIfPresent(seat.barcode, forKey: .barcode)
            try fields.encodeIfPresent(seat.primaryTicketID, forKey: .primaryTicketID)
            try fields.encodeIfPresent(seat.verificationID, forKey: .verificationID)
        }
    }
}

/// The attributes of the document, in requests and answers.
enum InventoryKeys: String, CodingKey {
    case accountEmail = "account_email"
    case cost, discount, eticket, format, price, quantity, row, seats, section, speculative, type
    case externalNotes = "external_notes"
    case faceValue = "face_value"
    case inHand = "in_hand"
    case inHandOn = "in_hand_on"
    case instantDelivery = "instant_delivery"
    case internalNotes = "internal_notes"
    case remoteID = "remote_id"
    case splitType = "split_type"
    case splitOverride = "split_override"
    case taxedCost = "taxed_cost"
    case viewType = "view_type"
    case wheelchairAccessible = "wheelchair_accessible"
}

enum SeatKeys: String, CodingKey {
    case seat, barcode
    case primaryTicketID = "primary_ticket_id"
    case verificationID = "verification_id"
}
