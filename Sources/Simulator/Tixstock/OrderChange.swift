import FoundationEssentials
import Model

/// The body of an update, read as strictly as the document: no unknown key, every value of its type.
struct OrderChange {
    private let body: StrictObject
    private var order: StockOrder

    /// - Returns: the order as it will be.
    /// - Throws: what the server says is wrong, all at once.
    static func applied(_ data: Data, to order: StockOrder) throws(TixstockError) -> StockOrder {
        guard let body = StrictObject(data) else { throw .invalid(["The request is not JSON."]) }
        var change = OrderChange(body: body, order: order)
        change.apply()
        body.refuseUnknown()
        let faults = body.faults
        guard faults.isEmpty else { throw .invalid(faults) }
        return change.order
    }

    private mutating func apply() {
        let status = body.choice("order_status", OrderStatus.allCases.map(\.rawValue))
        let address = body.object("shipping_address")
        if !body.has("order_status"), address == nil {
            body.fault("The order status field is required when shipping address is not present.")
        }
        if let status = status.flatMap(OrderStatus.init(rawValue:)) { order.status = status }
        if let address { apply(address: address) }
        if let type = body.text("ticket_type") { order.ticketType = type }
        if let text = body.text("datetime") {
            if let seconds = ZonedTime.seconds(text) {
                order.placedAt = seconds
            } else {
                body.fault("The datetime is not a valid date.")
            }
        }
        if let customer = body.object("customer") { apply(customer: customer) }
        if let items = body.objects("items") { apply(items: items) }
        if body.has("shipping_tracking_id") { order.tracking = body.textOrNull("shipping_tracking_id") }
        applyLabel()
    }

    private mutating func apply(address: StrictObject) {
        var place = ShippingAddress()
        place.address1 = address.needed("address_line_1")
        place.address2 = address.text("address_line_2", mayBeEmpty: true)
        place.city = address.needed("town")
        place.zipcode = address.needed("postcode")
        place.countryCode = address.needed("country")
        if let country = place.countryCode, country.wholeMatch(of: /[A-Za-z]{2}/) == nil {
            address.fault("The country must be an ISO-3166 alpha 2 code.")
        }
        order.address = place
    }

    private mutating func apply(customer: StrictObject) {
        if let id = customer.needed("id") { order.customerID = id }
        if let name = customer.text("first_name") { order.firstName = name }
        if let name = customer.text("last_name") { order.lastName = name }
        if let email = customer.text("email_address") { order.email = email }
        customer.date("dob")
        if customer.has("contact_number") { order.contactNumber = customer.textOrNull("contact_number") }
    }

    private mutating func apply(items: [StrictObject]) {
        guard items.count == order.tickets.count else {
            body.fault("The items must match the quantity of the order.")
            return
        }
        for (place, item) in items.enumerated() {
            let ticket = order.tickets[place]
            item.expect("general_admission", ticket.generalAdmission)
            item.expect("row", ticket.row)
            item.expect("seat", ticket.seat)
            item.number("price")
            guard let holder = item.object("customer") else { continue }
            holder.date("dob")
            for name in [
                "first_name", "last_name", "email_address", "dob", "national_id", "address", "nationality",
                "birth_place", "birth_country",
            ] {
                if let text = holder.text(name) { order.tickets[place].holder[name] = text }
            }
            if holder.has("contact_number") {
                order.tickets[place].holder["contact_number"] = holder.textOrNull("contact_number")
            }
        }
    }

    private mutating func applyLabel() {
        if let url = body.text("shipping_label") {
            if url.hasPrefix("http://") || url.hasPrefix("https://") {
                order.labelURL = url
            } else {
                body.fault("The shipping label must be a URL.")
            }
        }
        if let raw = body.text("shipping_label_raw") {
            if let file = Data(base64Encoded: raw), file.starts(with: Data("%PDF-".utf8)) {
                order.labelFile = raw
            } else {
                body.fault("The shipping label raw must be a base64 string of a PDF file.")
            }
        }
    }
}
