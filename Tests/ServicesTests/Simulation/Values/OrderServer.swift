import APIs
import Model

/// A change of an order's values, with what the server does not tell.
struct ValueChange {
    var sets: Attributes
    /// Nil: somebody else.
    var mark: MarkID?
    /// World milliseconds: when the request left.
    var sentAt: Int64
    /// World milliseconds.
    var landedAt: Int64
}

/// A store whose orders have values: whatever was set last stands.
final class OrderServer {
    struct Order {
        var values: Attributes
        let first: Attributes
        var changes: [ValueChange] = []
    }

    private(set) var orders: [PurchaseID: Order] = [:]
    /// Answers do not tell how an order is after a change.
    let tellsNothing: Bool

    init(orders count: Int, tellsNothing: Bool) {
        self.tellsNothing = tellsNothing
        for number in 1...count {
            let first: Attributes = [
                OrderAttribute.status: "Approved", OrderAttribute.tracking: "",
                OrderAttribute.ticketType: "Paper",
            ]
            orders[PurchaseID("T\(number)")] = Order(values: first, first: first)
        }
    }

    var ids: [PurchaseID] { orders.keys.sorted { $0.text < $1.text } }

    /// An order that is final takes no change: false.
    func apply(_ change: ValueChange, to id: PurchaseID) -> Bool {
        guard var order = orders[id], !isClosed(id) else { return false }
        order.values = order.values.setting(change.sets)
        order.changes.append(change)
        orders[id] = order
        return true
    }

    func isClosed(_ id: PurchaseID) -> Bool { OrderRules().whyClosed(purchase(id)) != nil }

    /// As the channel makes a purchase of it.
    func purchase(_ id: PurchaseID) -> Purchase {
        let order = orders[id]
        let values = order?.values ?? Attributes()
        var purchase = Purchase(
            id: id, purchasedAt: 1_000, items: [PurchasedItem(num: 1, itemID: 1, quantity: 2)])
        purchase.attributes = values
        if OrderRules().isShipped(values) {
            let since = order?.changes.last?.landedAt ?? 1_000_000
            purchase.ledger = [
                Fulfillment(
                    item: 1, at: since / 1_000, quantity: 2, tracking: values[OrderAttribute.tracking])
            ]
        }
        return purchase
    }
}
