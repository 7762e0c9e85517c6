/// A purchase in the race's store.
package struct RacePurchase: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package var itemID: Int64
        package var name: String
        package var option: String?
        package var quantity: Int
        package init(itemID: Int64, name: String, option: String? = nil, quantity: Int) {
            self.itemID = itemID
            self.name = name
            self.option = option
            self.quantity = quantity
        }
    }

    package var id: Int
    package var userID: Int
    package var registrationID: Int?
    /// Unix seconds.
    package var purchasedAt: Int64
    /// Cents.
    package var amount: Int
    /// Cents.
    package var paid: Int
    package var lines: [Line]

    package init(
        id: Int, userID: Int, registrationID: Int? = nil, purchasedAt: Int64, amount: Int, paid: Int,
        lines: [Line]
    ) {
        self.id = id
        self.userID = userID
        self.registrationID = registrationID
        self.purchasedAt = purchasedAt
        self.amount = amount
        self.paid = paid
        self.lines = lines
    }
}

/// As the race store purchases document writes it.
struct WireRacePurchase: Encodable {
    var purchase: RacePurchase
    /// A fault: the row has a value of the wrong type in it.
    var isSpoilt = false

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: AnyKey.self)
        try row.encode(purchase.id, forKey: AnyKey("purchase_id"))
        try row.encode(purchase.userID, forKey: AnyKey("user_id"))
        try row.encode(purchase.registrationID, forKey: AnyKey("registration_id"))
        if isSpoilt {
            try row.encode(["no": "number"], forKey: AnyKey("purchase_ts"))
        } else {
            try row.encode(purchase.purchasedAt, forKey: AnyKey("purchase_ts"))
        }
        try row.encode(Self.dollars(purchase.amount), forKey: AnyKey("purchase_amount"))
        try row.encode(Self.dollars(purchase.paid), forKey: AnyKey("amount_paid"))
        try row.encode(purchase.lines.map(WireLine.init), forKey: AnyKey("items"))
    }

    /// `$25.00`.
    static func dollars(_ cents: Int) -> String {
        let rest = cents % 100
        return "$\(cents / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    private struct WireLine: Encodable {
        var line: RacePurchase.Line
        init(_ line: RacePurchase.Line) { self.line = line }

        func encode(to encoder: any Encoder) throws {
            var row = encoder.container(keyedBy: AnyKey.self)
            try row.encode(line.itemID, forKey: AnyKey("item_id"))
            try row.encode(line.name, forKey: AnyKey("item_name"))
            try row.encode(line.option, forKey: AnyKey("item_option"))
            try row.encode(line.quantity, forKey: AnyKey("quantity"))
        }
    }
}
