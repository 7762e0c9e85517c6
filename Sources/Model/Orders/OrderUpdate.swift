import FoundationEssentials

/// What to change on a Tixstock order: every attribute of the update order document.
///
/// | attribute | here |
/// | --- | --- |
/// | `order_status` | ``status`` |
/// | `ticket_type` | ``ticketType`` |
/// | `datetime` | ``placedAt`` |
/// | `customer` | ``customer`` |
/// | `shipping_address` | ``address``: `address1`, `address2`, `city` (town or county), `zipcode`, `countryCode` |
/// | `items` | ``items`` |
/// | `shipping_tracking_id` | ``tracking`` |
/// | `shipping_label`, `shipping_label_raw` | ``label`` |
package struct OrderUpdate: Sendable, Hashable {
    package enum Label: Sendable, Hashable {
        case url(String)
        case pdf(PDFFile)
    }

    package struct Customer: Sendable, Hashable {
        package var id: String
        package var firstName: String?
        package var lastName: String?
        package var email: String?
        package var birthDate: PlainDate?
        package var contactNumber: Edit<String> = .keep
        package init(id: String) { self.id = id }
    }

    /// One ticket. Row and seat must be those of the listing.
    package struct Item: Sendable, Hashable {
        package var generalAdmission: Bool
        package var row: String?
        package var seat: String?
        /// In the order's currency.
        package var price: Decimal?
        package var holder: TicketHolder?
        package init(generalAdmission: Bool) { self.generalAdmission = generalAdmission }
    }

    /// Nil keeps it; then an address must go along.
    package var status: OrderStatus?
    package var ticketType: String?
    /// Unix seconds.
    package var placedAt: Int64?
    package var customer: Customer?
    /// Its name and state are not sent: the document has no place for them.
    package var address: ShippingAddress?
    /// All tickets of the order, or none where nothing about them changes.
    package var items: [Item]
    package var tracking: Edit<String>
    package var label: Label?

    package init(
        status: OrderStatus? = nil, address: ShippingAddress? = nil, tracking: Edit<String> = .keep
    ) {
        self.status = status
        self.address = address
        self.tracking = tracking
        items = []
    }
}
