import Model

/// An order of the simulated Tixstock.
package struct StockOrder: Sendable, Hashable {
    /// The partner's own id.
    package var id: String
    /// Unix seconds.
    package var placedAt: Int64
    package var status: OrderStatus
    package var customerID: String
    package var firstName: String
    package var lastName: String
    package var email: String
    package var contactNumber: String?
    package var address: ShippingAddress?
    package var ticketType: String
    package var tickets: [Ticket]
    package var tracking: String?
    package var labelURL: String?
    /// Base64 of a PDF.
    package var labelFile: String?

    /// One ticket of the order.
    package struct Ticket: Sendable, Hashable {
        package var generalAdmission: Bool
        package var section: String
        package var row: String
        package var seat: String
        /// Pence.
        package var price: Int
        /// By the document's names.
        package var holder: [String: String]

        package init(
            generalAdmission: Bool = false, section: String = "", row: String = "", seat: String = "",
            price: Int = 9_000, holder: [String: String] = [:]
        ) {
            self.generalAdmission = generalAdmission
            self.section = section
            self.row = row
            self.seat = seat
            self.price = price
            self.holder = holder
        }
    }

    package init(
        id: String, placedAt: Int64, status: OrderStatus = .approved, firstName: String = "Ines",
        lastName: String = "Okafor", address: ShippingAddress? = nil, tickets: [Ticket] = [Ticket()]
    ) {
        self.id = id
        self.placedAt = placedAt
        self.status = status
        self.firstName = firstName
        self.lastName = lastName
        self.address = address
        self.tickets = tickets
        customerID = "C" + id
        email = "customer@example.com"
        ticketType = "Paper"
    }
}

/// As the update order document writes it. Everything that the document shows is there, empty or not.
struct WireStockOrder: Encodable {
    var order: StockOrder
    /// A fault: the order has a value of the wrong type in it.
    var isSpoilt = false

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: AnyKey.self)
        try row.encode(order.id, forKey: AnyKey("id"))
        try row.encode(ZonedTime.text(order.placedAt), forKey: AnyKey("date"))
        try row.encode(Customer(order: order), forKey: AnyKey("customer"))
        let items = order.tickets.map { Item(ticket: $0, type: order.ticketType) }
        try row.encode(items, forKey: AnyKey("items"))
        try row.encode(order.tickets.count, forKey: AnyKey("quantity"))
        try row.encode("GBP", forKey: AnyKey("currency"))
        let total = Self.pounds(order.tickets.reduce(0) { $0 + $1.price })
        try row.encode(total, forKey: AnyKey("sub_total"))
        try row.encode(total, forKey: AnyKey("grand_total"))
        if isSpoilt {
            try row.encode(["no": "word"], forKey: AnyKey("status"))
        } else {
            try row.encode(order.status, forKey: AnyKey("status"))
        }
        try row.encode(order.tracking, forKey: AnyKey("shipping_tracking_id"))
        try row.encode(order.labelURL ?? "", forKey: AnyKey("shipping_label"))
        try row.encode(order.labelFile ?? "", forKey: AnyKey("shipping_label_raw"))
    }

    private static func pounds(_ pence: Int) -> String {
        let rest = pence % 100
        return "\(pence / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    private struct Customer: Encodable {
        var order: StockOrder

        func encode(to encoder: any Encoder) throws {
            var row = encoder.container(keyedBy: AnyKey.self)
            try row.encode(order.customerID, forKey: AnyKey("id"))
            try row.encode(order.firstName, forKey: AnyKey("first_name"))
            try row.encode(order.lastName, forKey: AnyKey("last_name"))
            try row.encode(order.email, forKey: AnyKey("email_address"))
            try row.encode(order.contactNumber, forKey: AnyKey("contact_number"))
            for key in ["billing_address", "shipping_address"] {
                let address = order.address ?? ShippingAddress()
                var place = row.nestedContainer(keyedBy: AnyKey.self, forKey: AnyKey(key))
                try place.encode(address.address1 ?? "", forKey: AnyKey("address_line_1"))
                try place.encode(address.address2 ?? "", forKey: AnyKey("address_line_2"))
                try place.encode(address.city ?? "", forKey: AnyKey("town"))
                try place.encode(address.state ?? "", forKey: AnyKey("county"))
                try place.encode(address.zipcode ?? "", forKey: AnyKey("postcode"))
                try place.encode(address.countryCode ?? "", forKey: AnyKey("country_code"))
            }
        }
    }

    private struct Item: Encodable {
        var ticket: StockOrder.Ticket
        var type: String

        func encode(to encoder: any Encoder) throws {
            var row = encoder.container(keyedBy: AnyKey.self)
            try row.encode("9211231", forKey: AnyKey("listing_id"))
            try row.encode(ticket.generalAdmission ? "true" : "false", forKey: AnyKey("general_admission"))
            try row.encode(type, forKey: AnyKey("type"))
            try row.encode(ticket.section, forKey: AnyKey("section"))
            try row.encode(ticket.row, forKey: AnyKey("row"))
            try row.encode(ticket.seat, forKey: AnyKey("seat"))
            try row.encode([String](), forKey: AnyKey("file"))
            try row.encode(ticket.holder, forKey: AnyKey("customer"))
        }
    }
}

/// `2020-04-05T21:30:00+0000`.
enum ZonedTime {
    /// - Parameter seconds: Unix seconds.
    static func text(_ seconds: Int64) -> String {
        let second = Int(seconds % 86_400)
        guard let date = PlainDate(dayNumber: Int(seconds / 86_400)) else { return "" }
        let time = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(date)T\(time.joined(separator: ":"))+0000"
    }

    /// The document's own form and no other: `2020-03-10T17:30:00-0400`.
    static func seconds(_ text: String) -> Int64? {
        guard
            let match = text.wholeMatch(
                of: /(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})([+-])(\d{2})(\d{2})/),
            let date = PlainDate(String(match.1)), let hour = Int(match.2), let minute = Int(match.3),
            let second = Int(match.4), let aheadHours = Int(match.6), let aheadMinutes = Int(match.7),
            hour < 24, minute < 60, second < 60
        else { return nil }
        let ahead = (aheadHours * 60 + aheadMinutes) * (match.5 == "-" ? -60 : 60)
        return Int64(date.dayNumber) * 86_400 + Int64(hour * 3600 + minute * 60 + second - ahead)
    }
}
