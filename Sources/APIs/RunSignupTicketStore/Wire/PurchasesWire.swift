import Model

/// `get-ticket-event-store-purchases.json`: a list of rows, each of which may be unreadable by itself.
struct PurchasesWire: WireAnswer {
    let meaning: PurchasesPage

    private enum Keys: String, CodingKey { case rows = "store_purchases" }

    init(from decoder: any Decoder) throws {
        let rows = try decoder.container(keyedBy: Keys.self).decode([Row].self, forKey: .rows)
        var page = PurchasesPage(purchases: [])
        page.purchases.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() {
            switch row {
            case .read(let purchase): page.purchases.append(purchase)
            case .unread(let id, let field, let problem):
                page.setAside.append(SetAside(row: index, id: id, field: field, problem: problem))
            }
        }
        meaning = page
    }
}

/// Reading one never fails, so that the next is always reached.
private enum Row: Decodable {
    case read(Purchase)
    case unread(PurchaseID?, field: String, problem: String)

    init(from decoder: any Decoder) {
        do {
            self = .read(try PurchaseWire(from: decoder).purchase)
        } catch {
            let fault = FieldFault(error)
            let id = try? PurchaseIDWire(from: decoder).id
            self = .unread(id, field: fault.field(below: decoder.codingPath.count), problem: fault.problem)
        }
    }
}
