import FoundationEssentials
import Model

extension FulfillmentRequest {
    /// The documented form: one field, named `request`, that holds the JSON.
    func encoded(_ form: FormEncoding) -> (header: HTTPHeader, body: Data) {
        form.encode([("request", json)])
    }

    /// What it tells of customers: kept out of every message about it.
    var privateTexts: [String] {
        purchases.flatMap(\.lines).compactMap(\.address).flatMap(\.privateTexts)
    }

    /// The document's JSON; the same request has the same bytes every time.
    var json: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Encoding integers and text cannot fail; an empty body would be refused, not misunderstood.
        return (try? encoder.encode(RequestWire(request: self))) ?? Data()
    }
}

extension ShippingAddress {
    fileprivate var privateTexts: [String] {
        [fullName, address1, address2, city, zipcode].compactMap { $0 }
    }
}

private struct RequestWire: Encodable {
    var request: FulfillmentRequest

    private enum Keys: String, CodingKey { case purchases = "store_purchases" }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Keys.self)
        try fields.encode(request.purchases.map(PurchaseFulfillmentsWire.init), forKey: .purchases)
    }
}

private struct PurchaseFulfillmentsWire: Encodable {
    var purchase: PurchaseFulfillments

    private enum Keys: String, CodingKey {
        case id = "store_purchase_id"
        case lines = "store_purchase_fulfillments"
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Keys.self)
        if let number = purchase.id.number {
            try fields.encode(number, forKey: .id)
        } else {
            try fields.encode(purchase.id.text, forKey: .id)
        }
        try fields.encode(purchase.lines.map(FulfillmentLineWire.init), forKey: .lines)
    }
}

private struct FulfillmentLineWire: Encodable {
    var line: FulfillmentLine

    private enum Keys: String, CodingKey {
        case item = "purchased_item_num"
        case quantity = "quantity_fulfilled"
        case deliverBy = "expected_delivery_date"
        case tracking = "shipping_tracking_num"
        case address = "shipping_address"
    }

    /// Every key, null or not.
    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Keys.self)
        try fields.encode(line.item, forKey: .item)
        try fields.encode(line.quantity, forKey: .quantity)
        try fields.encode(line.deliverBy, forKey: .deliverBy)
        try fields.encode(line.tracking, forKey: .tracking)
        try fields.encode(line.address.map(AddressWire.init), forKey: .address)
    }
}
