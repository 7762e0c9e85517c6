import Model

/// What to add to the ledgers of up to 100 purchases (ticket store fulfillment document).
///
/// | field | here |
/// | --- | --- |
/// | `ticket_event_id`, `rsu_api_key`, `X-RSU-API-SECRET` | the client's |
/// | `request` | the whole, as JSON in the one part of a form |
/// | `store_purchase_id`, `store_purchase_fulfillments` | ``PurchaseFulfillments`` |
/// | `purchased_item_num`, `quantity_fulfilled` | ``FulfillmentLine/item``, ``FulfillmentLine/quantity`` |
/// | `expected_delivery_date`, `shipping_tracking_num` | ``FulfillmentLine/deliverBy``, `tracking` |
/// | `shipping_address` and its seven keys | ``FulfillmentLine/address`` |
package struct FulfillmentRequest: Sendable, Hashable {
    /// The most purchases that one request may hold.
    package static let largest = 100

    package var purchases: [PurchaseFulfillments]

    /// - Precondition: 1 to 100 purchases, each with at least one line: the document allows no others.
    package init(_ purchases: [PurchaseFulfillments]) {
        precondition((1...FulfillmentRequest.largest).contains(purchases.count))
        precondition(purchases.allSatisfy { !$0.lines.isEmpty })
        self.purchases = purchases
    }

    /// An error to a request of one line names that line.
    package var lineCount: Int { purchases.reduce(0) { $0 + $1.lines.count } }
}

/// The lines of one purchase.
package struct PurchaseFulfillments: Sendable, Hashable {
    package var id: PurchaseID
    package var lines: [FulfillmentLine]
    package init(id: PurchaseID, lines: [FulfillmentLine]) {
        self.id = id
        self.lines = lines
    }
}

/// A quantity to add to one item's ledger; a negative one takes back. All keys go out, null or not.
package struct FulfillmentLine: Sendable, Hashable {
    package var item: Int
    package var quantity: Int
    package var deliverBy: PlainDate?
    package var tracking: String?
    /// Goes out byte for byte. Nil: handed over, or taken back.
    package var address: ShippingAddress?

    package init(
        item: Int, quantity: Int, deliverBy: PlainDate? = nil, tracking: String? = nil,
        address: ShippingAddress? = nil
    ) {
        self.item = item
        self.quantity = quantity
        self.deliverBy = deliverBy
        self.tracking = tracking
        self.address = address
    }
}
