extension TixstockOrder {
    /// The order as this program's screens and rules know purchases: one item, number 1, of the order's
    /// quantity.
    ///
    /// - Parameters:
    ///   - attributes: as ``attributes(mode:label:)`` tells them.
    ///   - kind: what the tickets are counted as.
    ///   - known: as it was stored: a shipment seen before keeps its time, because the API tells none.
    ///   - now: Unix seconds.
    package func purchase(
        attributes: Attributes, kind: ItemKind, known: Purchase?, now: Int64
    ) -> Purchase {
        var purchase = Purchase(
            id: id, purchasedAt: placedAt ?? 0, firstName: customer.firstName ?? "",
            lastName: customer.lastName ?? "",
            items: [
                // What was paid stands among the attributes, with its currency.
                PurchasedItem(num: 1, itemID: kind.itemID, variantID: kind.variantID, quantity: quantity)
            ],
            cancelled: status?.isDead == true ? [cancellation(kind, known, now)] : [],
            ledger: OrderRules().isShipped(attributes) ? [shipment(known, now)] : [],
            address: shippingAddress)
        purchase.attributes = attributes
        purchase.storeHold = OrderRules().whyHeld(purchase, after: Attributes())
        return purchase
    }

    /// For lists and slips: `Paper, Block 12`; empty where the tickets differ or say nothing.
    package var contents: String {
        let sections = Set(items.map { $0.section ?? "" })
        return [ticketType, sections.count == 1 ? sections.first : nil].compactMap { $0 }
            .filter { !$0.isBlank }
            .joined(separator: ", ")
    }

    private func shipment(_ known: Purchase?, _ now: Int64) -> Fulfillment {
        let entry = Fulfillment(
            item: 1, at: now, quantity: quantity, tracking: tracking, address: shippingAddress)
        guard let before = known?.ledger.first, before.quantity == entry.quantity,
            comparableTracking(before.tracking) == comparableTracking(entry.tracking)
        else { return entry }
        var same = entry
        same.at = before.at
        return same
    }

    private func cancellation(_ kind: ItemKind, _ known: Purchase?, _ now: Int64) -> CancelledItem {
        CancelledItem(num: 1, kind: kind, quantity: quantity, at: known?.cancelled.first?.at ?? now)
    }
}
