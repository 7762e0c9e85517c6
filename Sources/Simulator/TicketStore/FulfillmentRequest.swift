import FoundationEssentials
import Model

/// The JSON of the fulfillment document, read strictly: every key present, none besides.
struct FulfillmentRequest: Sendable {
    struct Wanted: Sendable {
        var id: Int
        var lines: [Line]
    }

    struct Line: Sendable {
        var item: Int
        var quantity: Int
        var deliverBy: PlainDate?
        var tracking: String?
        var address: ShippingAddress?

        func fulfillment(at now: Int64) -> Fulfillment {
            Fulfillment(
                item: item, at: now, quantity: quantity, deliverBy: deliverBy, tracking: tracking,
                address: address)
        }
    }

    var purchases: [Wanted]

    init(_ call: Call) throws(StoreError) {
        let form = try MultipartForm(contentType: call.headers["content-type"] ?? "", body: call.body)
        guard form.fields.count == 1, let field = form.fields.first, field.name == "request" else {
            throw .parameter("The form must hold one field, named request.")
        }
        do {
            self = try JSONDecoder().decode(FulfillmentRequest.self, from: field.value)
        } catch let error as DecodingError {
            throw .submission(Self.words(for: error))
        } catch {
            throw .submission("The request is not JSON.")
        }
    }

    private static func words(for error: DecodingError) -> String {
        switch error {
        case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context),
            .keyNotFound(_, let context):
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
        @unknown default: return "The request cannot be read."
        }
    }
}

extension FulfillmentRequest: Decodable {
    init(from decoder: any Decoder) throws {
        let keys = try StrictKeys(decoder, ["store_purchases"])
        purchases = try keys.value("store_purchases")
        try keys.demand(!purchases.isEmpty && purchases.count <= 100, "between 1 and 100 purchases")
        try keys.demand(Set(purchases.map(\.id)).count == purchases.count, "each purchase once")
    }
}

extension FulfillmentRequest.Wanted: Decodable {
    init(from decoder: any Decoder) throws {
        let keys = try StrictKeys(decoder, ["store_purchase_id", "store_purchase_fulfillments"])
        id = try keys.value("store_purchase_id")
        lines = try keys.value("store_purchase_fulfillments")
        try keys.demand(!lines.isEmpty, "at least one fulfilled item")
    }
}

extension FulfillmentRequest.Line: Decodable {
    init(from decoder: any Decoder) throws {
        let keys = try StrictKeys(
            decoder,
            [
                "purchased_item_num", "quantity_fulfilled", "expected_delivery_date", "shipping_tracking_num",
                "shipping_address",
            ])
        item = try keys.value("purchased_item_num")
        quantity = try keys.value("quantity_fulfilled")
        deliverBy = try keys.optional("expected_delivery_date")
        tracking = try keys.optional("shipping_tracking_num")
        address = try keys.optional("shipping_address", as: WireAddress.self)?.address
        try keys.demand(quantity != 0, "a quantity other than 0")
    }
}
