import APIs
import Model

extension FulfillmentRequest {
    /// One line per item, those of one purchase together, as the fulfillment document wants them.
    package init(_ batch: Batch) {
        var order: [PurchaseID] = []
        var lines: [PurchaseID: [FulfillmentLine]] = [:]
        for mark in batch.lines.map(\.mark) {
            if lines[mark.purchase] == nil { order.append(mark.purchase) }
            lines[mark.purchase, default: []].append(FulfillmentLine(mark))
        }
        self.init(order.map { PurchaseFulfillments(id: $0, lines: lines[$0] ?? []) })
    }
}

extension FulfillmentLine {
    init(_ mark: Mark) {
        self.init(
            item: mark.item, quantity: mark.quantity, deliverBy: mark.deliverBy, tracking: mark.tracking,
            address: mark.address)
    }
}
