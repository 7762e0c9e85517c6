import FoundationEssentials
import Model

extension OrderUpdate {
    /// The document's JSON: only what is to be changed, the same bytes every time.
    var json: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Encoding numbers and text cannot fail; an empty body would be refused, not misunderstood.
        return (try? encoder.encode(UpdateWire(update: self))) ?? Data()
    }

    /// What it tells of people: kept out of every message about it.
    var privateTexts: [String] {
        let place = address.map { [$0.fullName, $0.address1, $0.address2, $0.city, $0.zipcode] } ?? []
        let buyer = customer.map { [$0.firstName, $0.lastName, $0.email, $0.contactNumber.value] } ?? []
        let holders = items.compactMap(\.holder).flatMap {
            [$0.firstName, $0.lastName, $0.email, $0.nationalID, $0.contactNumber, $0.address]
        }
        return (place + buyer + holders).compactMap { $0 }
    }
}

private struct UpdateWire: Encodable {
    var update: OrderUpdate

    private enum Keys: String, CodingKey {
        case status = "order_status"
        case ticketType = "ticket_type"
        case placedAt = "datetime"
        case customer, items
        case address = "shipping_address"
        case tracking = "shipping_tracking_id"
        case labelURL = "shipping_label"
        case labelFile = "shipping_label_raw"
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Keys.self)
        try fields.encodeIfPresent(update.status, forKey: .status)
        try fields.encodeIfPresent(update.ticketType, forKey: .ticketType)
        try fields.encodeIfPresent(update.placedAt.map(Instant.text), forKey: .placedAt)
        try fields.encodeIfPresent(update.customer.map(BuyerWire.init), forKey: .customer)
        try fields.encodeIfPresent(update.address.map(PlaceWire.init), forKey: .address)
        if !update.items.isEmpty { try fields.encode(update.items.map(TicketWire.init), forKey: .items) }
        try fields.encode(update.tracking, forKey: .tracking)
        switch update.label {
        case .url(let url): try fields.encode(url, forKey: .labelURL)
        case .pdf(let file): try fields.encode(file.bytes.base64EncodedString(), forKey: .labelFile)
        case nil: break
        }
    }

    private struct BuyerWire: Encodable {
        var buyer: OrderUpdate.Customer
        init(_ buyer: OrderUpdate.Customer) { self.buyer = buyer }

        private enum Keys: String, CodingKey {
            case id, dob
            case firstName = "first_name"
            case lastName = "last_name"
            case email = "email_address"
            case contactNumber = "contact_number"
        }

        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: Keys.self)
            try fields.encode(buyer.id, forKey: .id)
            try fields.encodeIfPresent(buyer.firstName, forKey: .firstName)
            try fields.encodeIfPresent(buyer.lastName, forKey: .lastName)
            try fields.encodeIfPresent(buyer.email, forKey: .email)
            try fields.encodeIfPresent(buyer.birthDate, forKey: .dob)
            try fields.encode(buyer.contactNumber, forKey: .contactNumber)
        }
    }

    /// Every byte as it came; what the address does not have is left out.
    private struct PlaceWire: Encodable {
        var address: ShippingAddress
        init(_ address: ShippingAddress) { self.address = address }

        private enum Keys: String, CodingKey {
            case line1 = "address_line_1"
            case line2 = "address_line_2"
            case town, postcode, country
        }

        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: Keys.self)
            try fields.encodeIfPresent(address.address1, forKey: .line1)
            try fields.encodeIfPresent(address.address2, forKey: .line2)
            try fields.encodeIfPresent(address.city, forKey: .town)
            try fields.encodeIfPresent(address.zipcode, forKey: .postcode)
            try fields.encodeIfPresent(address.countryCode, forKey: .country)
        }
    }

    private struct TicketWire: Encodable {
        var item: OrderUpdate.Item
        init(_ item: OrderUpdate.Item) { self.item = item }

        private enum Keys: String, CodingKey {
            case generalAdmission = "general_admission"
            case row, seat, price, customer
        }

        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: Keys.self)
            try fields.encode(item.generalAdmission, forKey: .generalAdmission)
            try fields.encodeIfPresent(item.row, forKey: .row)
            try fields.encodeIfPresent(item.seat, forKey: .seat)
            try fields.encodeIfPresent(item.price, forKey: .price)
            try fields.encodeIfPresent(item.holder.map(HolderWire.init), forKey: .customer)
        }
    }

    private struct HolderWire: Encodable {
        var holder: TicketHolder
        init(_ holder: TicketHolder) { self.holder = holder }

        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: HolderKeys.self)
            try fields.encodeIfPresent(holder.firstName, forKey: .firstName)
            try fields.encodeIfPresent(holder.lastName, forKey: .lastName)
            try fields.encodeIfPresent(holder.email, forKey: .email)
            try fields.encodeIfPresent(holder.birthDate, forKey: .birthDate)
            try fields.encodeIfPresent(holder.nationalID, forKey: .nationalID)
            try fields.encodeIfPresent(holder.contactNumber, forKey: .contactNumber)
            try fields.encodeIfPresent(holder.address, forKey: .address)
            try fields.encodeIfPresent(holder.nationality, forKey: .nationality)
            try fields.encodeIfPresent(holder.birthPlace, forKey: .birthPlace)
            try fields.encodeIfPresent(holder.birthCountry, forKey: .birthCountry)
        }
    }
}

extension KeyedEncodingContainer {
    /// Nothing, a value, or null.
    fileprivate mutating func encode(_ edit: Edit<String>, forKey key: Key) throws {
        switch edit {
        case .keep: break
        case .set(let value): try encode(value, forKey: key)
        case .clear: try encodeNil(forKey: key)
        }
    }
}
