import FoundationEssentials

/// An order as Tixstock last told it (update order document, API response).
package struct TixstockOrder: Sendable, Hashable {
    /// The partner's own id: what people type and scan.
    package var id: PurchaseID
    /// Unix seconds; nil where it could not be read.
    package var placedAt: Int64?
    package var customer: OrderCustomer
    package var billingAddress: ShippingAddress?
    package var shippingAddress: ShippingAddress?
    package var items: [OrderItem]
    package var quantity: Int
    /// `GBP`.
    package var currency: String?
    package var subTotal: Decimal?
    package var grandTotal: Decimal?
    /// In the server's words; ``status`` is nil where it is none of the seven.
    package var statusText: String
    package var tracking: String?
    package var label: OrderLabel?

    package init(
        id: PurchaseID, placedAt: Int64? = nil, customer: OrderCustomer = OrderCustomer(),
        billingAddress: ShippingAddress? = nil, shippingAddress: ShippingAddress? = nil,
        items: [OrderItem] = [], quantity: Int, currency: String? = nil, subTotal: Decimal? = nil,
        grandTotal: Decimal? = nil, statusText: String, tracking: String? = nil, label: OrderLabel? = nil
    ) {
        self.id = id
        self.placedAt = placedAt
        self.customer = customer
        self.billingAddress = billingAddress
        self.shippingAddress = shippingAddress
        self.items = items
        self.quantity = quantity
        self.currency = currency
        self.subTotal = subTotal
        self.grandTotal = grandTotal
        self.statusText = statusText
        self.tracking = tracking
        self.label = label
    }

    package var status: OrderStatus? { OrderStatus(typed: statusText) }
}

/// Who bought.
package struct OrderCustomer: Sendable, Hashable {
    package var id: String?
    package var firstName: String?
    package var lastName: String?
    package var email: String?
    package var contactNumber: String?

    package init(
        id: String? = nil, firstName: String? = nil, lastName: String? = nil, email: String? = nil,
        contactNumber: String? = nil
    ) {
        self.id = id
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.contactNumber = contactNumber
    }
}

/// One ticket of an order.
package struct OrderItem: Sendable, Hashable {
    package var listingID: String?
    package var generalAdmission: Bool?
    /// `Paper`, `eTicket`; the partner's own list.
    package var type: String?
    package var section: String?
    package var row: String?
    package var seat: String?
    /// In the order's currency.
    package var price: Decimal?
    /// Addresses of ticket files, where they are told as text.
    package var files: [String]
    /// Who will use the ticket.
    package var holder: TicketHolder?

    package init(
        listingID: String? = nil, generalAdmission: Bool? = nil, type: String? = nil,
        section: String? = nil, row: String? = nil, seat: String? = nil, price: Decimal? = nil,
        files: [String] = [], holder: TicketHolder? = nil
    ) {
        self.listingID = listingID
        self.generalAdmission = generalAdmission
        self.type = type
        self.section = section
        self.row = row
        self.seat = seat
        self.price = price
        self.files = files
        self.holder = holder
    }
}

/// Who will use one ticket, as far as a venue asks for it. Nil: not told, or not to be changed.
package struct TicketHolder: Sendable, Hashable {
    package var firstName: String?
    package var lastName: String?
    package var email: String?
    package var birthDate: PlainDate?
    package var nationalID: String?
    package var contactNumber: String?
    package var address: String?
    package var nationality: String?
    package var birthPlace: String?
    package var birthCountry: String?

    package init(firstName: String? = nil, lastName: String? = nil) {
        self.firstName = firstName
        self.lastName = lastName
    }
}

/// The shipping label of an order, as it was told.
package struct OrderLabel: Sendable, Hashable {
    package var url: String?
    /// The file itself; nil where there is none, or where it is no PDF.
    package var pdf: PDFFile?
    /// There was a file, but it cannot be read.
    package var isUnreadable: Bool

    package init(url: String? = nil, pdf: PDFFile? = nil, isUnreadable: Bool = false) {
        self.url = url
        self.pdf = pdf
        self.isUnreadable = isUnreadable
    }
}
