import Model

/// The answer of `store/fulfillment.json`. A line that cannot be read is left out: its outcome is unknown.
struct FulfillmentReplyWire: WireAnswer {
    let meaning: FulfillmentReply

    var tellsOfAnEffect: Bool { !meaning.remaining.isEmpty }

    private enum Keys: String, CodingKey { case purchases = "store_purchases" }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        let purchases = try fields.decode([Lenient<RemainingOfPurchase>].self, forKey: .purchases)
        var remaining: [PurchaseID: [Int: Int]] = [:]
        for purchase in purchases.compactMap(\.value) {
            for line in purchase.lines { remaining[purchase.id, default: [:]][line.item] = line.quantity }
        }
        meaning = FulfillmentReply(remaining: remaining)
    }
}

private struct RemainingOfPurchase: Decodable {
    let id: PurchaseID
    let lines: [RemainingOfItem]

    private enum Keys: String, CodingKey { case lines = "remaining_quantities" }

    init(from decoder: any Decoder) throws {
        id = try PurchaseIDWire(from: decoder).id
        let fields = try decoder.container(keyedBy: Keys.self)
        lines = try fields.decode([Lenient<RemainingOfItem>].self, forKey: .lines).compactMap(\.value)
    }
}

private struct RemainingOfItem: Decodable {
    let item: Int
    /// May be negative: more was shipped than was bought.
    let quantity: Int

    private enum Keys: String, CodingKey {
        case item = "purchased_item_num"
        case quantity = "new_quantity_remaining"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        item = try fields.number(.item, in: 0...Int(Int32.max))
        quantity = try fields.number(.quantity, in: -Int(Int32.max)...Int(Int32.max))
    }
}
