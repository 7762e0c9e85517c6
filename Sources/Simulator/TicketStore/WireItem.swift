import Model

/// A line of a purchase, with both ends of its transfers where they were asked for.
struct WireItem: Encodable {
    var item: PurchasedItem
    var hasTransfers: Bool

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: AnyKey.self)
        try row.encode(item.quantity, forKey: AnyKey("quantity_purchased"))
        try row.encode(item.itemID, forKey: AnyKey("store_item_id"))
        try row.encode(item.num, forKey: AnyKey("purchased_item_num"))
        try row.encode(item.variantID, forKey: AnyKey("store_item_variant_combination_id"))
        try row.encode(item.paidInCents, forKey: AnyKey("amount_paid_in_cents"))
        try row.encode(item.feeInCents, forKey: AnyKey("processing_fee_in_cents"))
        try row.encode(item.ticketID, forKey: AnyKey("ticketable_event_ticket_id"))
        guard hasTransfers else { return }
        try row.encode(item.transferredFrom.map(WireTransfer.init), forKey: AnyKey("item_transferred_from"))
        try row.encode(item.transferredTo.map(WireTransfer.init), forKey: AnyKey("item_transferred_to"))
    }
}

private struct WireTransfer: Encodable {
    var transfer: Transfer
    init(_ transfer: Transfer) { self.transfer = transfer }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: AnyKey.self)
        try row.encode(transfer.purchase.number, forKey: AnyKey("store_purchase_id"))
        try row.encode(transfer.item, forKey: AnyKey("purchased_item_num"))
        try row.encode(transfer.quantity, forKey: AnyKey("transferred_quantity"))
    }
}
