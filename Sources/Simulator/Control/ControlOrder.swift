import Hummingbird
import Model

/// What a control path is told: the keys that it needs, the others left out.
struct ControlOrder: Decodable {
    private var purchaseID: Int?
    private var itemNum: Int?
    private var count: Int?
    private var time: Int64?
    var tracking: String?
    var refundInCents: Int?
    var cleared: Bool?
    var address: WireAddress?

    private enum CodingKeys: String, CodingKey {
        case purchaseID = "purchase"
        case itemNum = "item"
        case count = "quantity"
        case time = "seconds"
        case inHandOn = "in_hand_on"
        case refundInCents = "refund_in_cents"
        case tracking, cleared, address, line, id, status, listing
    }

    /// Of an order at Tixstock.
    var id: String?
    var status: OrderStatus?
    /// Of Ticket Evolution, and the day on which it will be in hand; without one it is in hand.
    var listing: Int?
    var inHandOn: PlainDate?
    /// Of the race store, counted from 1; nil for all lines.
    var line: Int?
    var lineQuantity: Int? { count }

    func order() throws -> String { try demand(id, "id") }
    func listingID() throws -> Int { try demand(listing, "listing") }
    func purchase() throws -> Int { try demand(purchaseID, "purchase") }
    func item() throws -> Int { try demand(itemNum, "item") }
    func quantity() throws -> Int { try demand(count, "quantity") }
    func seconds() throws -> Int64 { try demand(time, "seconds") }

    private func demand<Value>(_ value: Value?, _ name: String) throws -> Value {
        guard let value else { throw HTTPError(.badRequest, message: "missing: \(name)") }
        return value
    }
}
