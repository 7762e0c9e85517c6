import Model

/// Which parts of a purchase the caller asked for.
struct Includes: Sendable {
    var refunds = false
    var fulfillments = false
    var transfers = false
}

/// A purchase as the ticket store purchases document writes it.
struct WirePurchase: Encodable {
    var purchase: Purchase
    var includes: Includes
    /// A fault: the row has a value of the wrong type in it.
    var isSpoilt = false

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: AnyKey.self)
        try row.encode(purchase.id.number, forKey: AnyKey("store_purchase_id"))
        try row.encode(purchase.ticketEventPurchaseID, forKey: AnyKey("ticketable_event_purchase_id"))
        if isSpoilt {
            try row.encode(["no": "number"], forKey: AnyKey("store_purchase_ts"))
        } else {
            try row.encode(purchase.purchasedAt, forKey: AnyKey("store_purchase_ts"))
        }
        try row.encode(purchase.firstName, forKey: AnyKey("purchaser_first_name"))
        try row.encode(purchase.lastName, forKey: AnyKey("purchaser_last_name"))
        try row.encode(purchase.lastModified, forKey: AnyKey("last_modified_ts"))
        try row.encode(purchase.confirmationCode, forKey: AnyKey("store_purchase_confirmation_code"))
        let items = purchase.items.map { WireItem(item: $0, hasTransfers: includes.transfers) }
        try row.encode(items, forKey: AnyKey("store_purchased_items"))
        if includes.refunds { try encodeRefunds(&row) }
        if includes.fulfillments { try encodeFulfillments(&row) }
    }

    private func encodeRefunds(_ row: inout KeyedEncodingContainer<AnyKey>) throws {
        if !purchase.refunds.isEmpty {
            try row.encode(purchase.refunds.map(WireRefund.init), forKey: AnyKey("store_purchase_refunds"))
        }
        if !purchase.cancelled.isEmpty {
            try row.encode(
                purchase.cancelled.map(WireCancellation.init),
                forKey: AnyKey("store_purchase_cancelled_items"))
        }
    }

    private func encodeFulfillments(_ row: inout KeyedEncodingContainer<AnyKey>) throws {
        if !purchase.ledger.isEmpty {
            try row.encode(
                purchase.ledger.map(WireFulfillment.init), forKey: AnyKey("store_purchase_fulfillments"))
        }
        if let address = purchase.address {
            try row.encode(WireAddress(address), forKey: AnyKey("entered_shipping_address"))
        }
    }
}

private struct WireRefund: Encodable {
    var refund: Refund
    init(_ refund: Refund) { self.refund = refund }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: AnyKey.self)
        try row.encode(refund.id, forKey: AnyKey("refund_id"))
        try row.encode(refund.amountInCents, forKey: AnyKey("refunded_amount_in_cents"))
        try row.encode(refund.at, forKey: AnyKey("refunded_ts"))
    }
}

private struct WireCancellation: Encodable {
    var cancelled: CancelledItem
    init(_ cancelled: CancelledItem) { self.cancelled = cancelled }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: AnyKey.self)
        try row.encode(cancelled.num, forKey: AnyKey("cancelled_item_num"))
        try row.encode(cancelled.at, forKey: AnyKey("cancellation_ts"))
        try row.encode(cancelled.kind.itemID, forKey: AnyKey("store_item_id"))
        try row.encode(cancelled.kind.variantID, forKey: AnyKey("store_item_variant_combination_id"))
        try row.encode(cancelled.quantity, forKey: AnyKey("quantity_cancelled"))
    }
}

private struct WireFulfillment: Encodable {
    var entry: Fulfillment
    init(_ entry: Fulfillment) { self.entry = entry }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: AnyKey.self)
        try row.encode(entry.item, forKey: AnyKey("purchased_item_num"))
        try row.encode(entry.at, forKey: AnyKey("fulfillment_ts"))
        try row.encode(entry.quantity, forKey: AnyKey("quantity_fulfilled"))
        try row.encode(entry.deliverBy, forKey: AnyKey("expected_delivery_date"))
        try row.encode(entry.tracking, forKey: AnyKey("shipping_tracking_num"))
        try row.encode(entry.address.map(WireAddress.init), forKey: AnyKey("shipping_address"))
    }
}
