/// The attributes of the update order document by its names; `.` and `[0]` go inside.
package enum OrderAttribute {
    package static let status = "order_status"
    package static let tracking = "shipping_tracking_id"
    package static let ticketType = "ticket_type"
    package static let placedAt = "datetime"
    package static let label = "shipping_label"
    /// A file: its ``LabelName`` stands for it.
    package static let labelFile = "shipping_label_raw"
    /// `Sandbox` or `Production`: told with every answer, never sent.
    package static let mode = "meta.mode"

    package static let customerID = "customer.id"
    static let contactNumber = "customer.contact_number"
    package static let customer = [
        "id", "first_name", "last_name", "email_address", "dob", "contact_number",
    ].map { "customer.\($0)" }
    package static let address = ["address_line_1", "address_line_2", "town", "postcode", "country"]
        .map { "shipping_address.\($0)" }
    /// Of one ticket, counted from 0.
    package static func item(_ place: Int) -> [String] {
        ["general_admission", "row", "seat", "price"].map { "items[\(place)].\($0)" }
            + holder.map { "items[\(place)].customer.\($0)" }
    }
    private static let holder = [
        "first_name", "last_name", "email_address", "dob", "national_id", "contact_number", "address",
        "nationality", "birth_place", "birth_country",
    ]

    /// All that can be set on an order of so many tickets, in the document's order.
    package static func all(tickets: Int) -> [String] {
        [status, ticketType, placedAt] + customer + address + (0..<max(0, tickets)).flatMap(item)
            + [tracking, label, labelFile]
    }

    /// These may be emptied; all others keep what they have, or get something else.
    package static func mayBeEmptied(_ name: String) -> Bool {
        name == tracking || name == contactNumber || name == "shipping_address.address_line_2"
    }
}
