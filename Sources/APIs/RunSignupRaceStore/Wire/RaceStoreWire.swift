import Model

/// `get-race-store-purchases.json`: a list of rows, each of which may be unreadable by itself, and where the
/// next page is.
struct RaceStoreWire: WireAnswer {
    let meaning: RaceStorePage

    private enum Keys: String, CodingKey {
        case rows = "purchases"
        case nextURL = "next_url"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        let rows = try fields.decode([Row].self, forKey: .rows)
        var page = RaceStorePage(purchases: [])
        page.purchases.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() {
            switch row {
            case .read(let purchase): page.purchases.append(purchase)
            case .unread(let id, let field, let problem):
                page.setAside.append(SetAside(row: index, id: id, field: field, problem: problem))
            }
        }
        if let url = try fields.decodeIfPresent(String.self, forKey: .nextURL), !url.isEmpty {
            page.next = RaceStoreCursor(nextURL: url)
            if page.next == nil { throw fields.fault(.nextURL, "has no next_token") }
        }
        meaning = page
    }
}

/// Reading one never fails, so that the next is always reached.
private enum Row: Decodable {
    case read(RaceStorePurchase)
    case unread(PurchaseID?, field: String, problem: String)

    private enum Keys: String, CodingKey {
        case id = "purchase_id"
        case userID = "user_id"
        case registrationID = "registration_id"
        case purchasedAt = "purchase_ts"
        case amount = "purchase_amount"
        case paid = "amount_paid"
        case items
    }

    init(from decoder: any Decoder) {
        do {
            self = .read(try Row.purchase(decoder))
        } catch {
            let fault = FieldFault(error)
            let id: Int64? = try? decoder.container(keyedBy: Keys.self).number(.id, in: 0...Int64.max)
            self = .unread(
                id.map { PurchaseID(Int($0)) }, field: fault.field(below: decoder.codingPath.count),
                problem: fault.problem)
        }
    }

    private static func purchase(_ decoder: any Decoder) throws -> RaceStorePurchase {
        let fields = try decoder.container(keyedBy: Keys.self)
        let id: Int64 = try fields.number(.id, in: 0...Int64.max)
        return RaceStorePurchase(
            id: PurchaseID(Int(id)), userID: try fields.number(.userID, in: 0...Int64.max),
            registrationID: try fields.numberIfPresent(.registrationID, in: 0...Int64.max),
            purchasedAt: try fields.number(.purchasedAt, in: 0...253_402_300_799),
            amountInCents: try fields.cents(.amount), paidInCents: try fields.cents(.paid),
            items: try fields.decode([ItemWire].self, forKey: .items).map(\.item))
    }
}

private struct ItemWire: Decodable {
    let item: RaceStoreItem

    private enum Keys: String, CodingKey {
        case id = "item_id"
        case name = "item_name"
        case option = "item_option"
        case quantity
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        let option = try fields.text(.option)
        item = RaceStoreItem(
            itemID: try fields.number(.id, in: 0...Int64.max), name: try fields.text(.name) ?? "",
            option: option.flatMap { $0.isEmpty ? nil : $0 },
            quantity: try fields.number(.quantity, in: 0...Int(Int32.max)))
    }
}

extension KeyedDecodingContainer {
    /// `"$1,025.00"` as 102500; nil where it is missing, null or empty.
    fileprivate func cents(_ key: Key) throws -> Int? {
        guard let text = try text(key), !text.isEmpty else { return nil }
        guard let cents = Cents.of(text) else { throw fault(key, "is no amount of money") }
        return cents
    }
}
