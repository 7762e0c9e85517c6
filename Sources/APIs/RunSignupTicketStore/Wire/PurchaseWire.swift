import Model

// The purchases document's objects, and what each becomes. The keys are the document's; every field of it is
// here. Names that are null or missing are empty and lists are; all else that lacks its value is a fault.

/// Only the id: what can be said of a row that does not decode.
struct PurchaseIDWire: Decodable {
    let id: PurchaseID

    private enum Keys: String, CodingKey { case id = "store_purchase_id" }

    init(from decoder: any Decoder) throws {
        id = try decoder.container(keyedBy: Keys.self).purchaseID(.id)
    }
}

struct PurchaseWire: Decodable {
    let purchase: Purchase

    private enum Keys: String, CodingKey {
        case id = "store_purchase_id"
        case ticketEventPurchaseID = "ticketable_event_purchase_id"
        case purchasedAt = "store_purchase_ts"
        case firstName = "purchaser_first_name"
        case lastName = "purchaser_last_name"
        case lastModified = "last_modified_ts"
        case confirmationCode = "store_purchase_confirmation_code"
        case items = "store_purchased_items"
        case refunds = "store_purchase_refunds"
        case cancelled = "store_purchase_cancelled_items"
        case ledger = "store_purchase_fulfillments"
        case address = "entered_shipping_address"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        let items = try fields.decode([ItemWire].self, forKey: .items).map(\.item)
        guard Set(items.map(\.num)).count == items.count else {
            throw fields.fault(.items, "has one purchased_item_num twice")
        }
        purchase = Purchase(
            id: try fields.purchaseID(.id),
            ticketEventPurchaseID: try fields.numberIfPresent(.ticketEventPurchaseID, in: Limits.ids),
            purchasedAt: try fields.number(.purchasedAt, in: Limits.instants),
            firstName: try fields.text(.firstName) ?? "", lastName: try fields.text(.lastName) ?? "",
            lastModified: try fields.number(.lastModified, in: Limits.instants),
            confirmationCode: try fields.text(.confirmationCode), items: items,
            refunds: try fields.list(.refunds).map { (refund: RefundWire) in refund.refund },
            cancelled: try fields.list(.cancelled).map { (item: CancelledItemWire) in item.item },
            ledger: try fields.list(.ledger).map { (entry: FulfillmentWire) in entry.entry },
            address: try fields.address(.address))
    }
}

private struct ItemWire: Decodable {
    let item: PurchasedItem

    private enum Keys: String, CodingKey {
        case quantity = "quantity_purchased"
        case itemID = "store_item_id"
        case num = "purchased_item_num"
        case variantID = "store_item_variant_combination_id"
        case paid = "amount_paid_in_cents"
        case fee = "processing_fee_in_cents"
        case ticketID = "ticketable_event_ticket_id"
        case transferredFrom = "item_transferred_from"
        case transferredTo = "item_transferred_to"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        item = PurchasedItem(
            num: try fields.number(.num, in: Limits.numbers),
            itemID: try fields.number(.itemID, in: Limits.ids),
            variantID: try fields.numberIfPresent(.variantID, in: Limits.ids),
            quantity: try fields.number(.quantity, in: Limits.quantities),
            paidInCents: try fields.numberIfPresent(.paid, in: Limits.cents),
            feeInCents: try fields.numberIfPresent(.fee, in: Limits.cents),
            ticketID: try fields.numberIfPresent(.ticketID, in: Limits.ids),
            transferredFrom: try fields.list(.transferredFrom).map { (from: TransferWire) in from.transfer },
            transferredTo: try fields.list(.transferredTo).map { (to: TransferWire) in to.transfer })
    }
}

private struct TransferWire: Decodable {
    let transfer: Transfer

    private enum Keys: String, CodingKey {
        case purchase = "store_purchase_id"
        case item = "purchased_item_num"
        case quantity = "transferred_quantity"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        transfer = Transfer(
            purchase: try fields.purchaseID(.purchase), item: try fields.number(.item, in: Limits.numbers),
            quantity: try fields.number(.quantity, in: Limits.quantities))
    }
}

private struct RefundWire: Decodable {
    let refund: Refund

    private enum Keys: String, CodingKey {
        case id = "refund_id"
        case amount = "refunded_amount_in_cents"
        case at = "refunded_ts"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        refund = Refund(
            id: try fields.number(.id, in: Limits.ids),
            amountInCents: try fields.number(.amount, in: Limits.cents),
            at: try fields.number(.at, in: Limits.instants))
    }
}

private struct CancelledItemWire: Decodable {
    let item: CancelledItem

    private enum Keys: String, CodingKey {
        case num = "cancelled_item_num"
        case at = "cancellation_ts"
        case itemID = "store_item_id"
        case variantID = "store_item_variant_combination_id"
        case quantity = "quantity_cancelled"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        let kind = ItemKind(
            itemID: try fields.number(.itemID, in: Limits.ids),
            variantID: try fields.numberIfPresent(.variantID, in: Limits.ids))
        item = CancelledItem(
            num: try fields.number(.num, in: Limits.numbers), kind: kind,
            quantity: try fields.number(.quantity, in: Limits.quantities),
            at: try fields.number(.at, in: Limits.instants))
    }
}

private struct FulfillmentWire: Decodable {
    let entry: Fulfillment

    private enum Keys: String, CodingKey {
        case item = "purchased_item_num"
        case at = "fulfillment_ts"
        case quantity = "quantity_fulfilled"
        case deliverBy = "expected_delivery_date"
        case tracking = "shipping_tracking_num"
        case address = "shipping_address"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        entry = Fulfillment(
            item: try fields.number(.item, in: Limits.numbers),
            at: try fields.number(.at, in: Limits.instants),
            quantity: try fields.number(.quantity, in: Limits.changes),
            deliverBy: try fields.date(.deliverBy),
            tracking: try fields.text(.tracking), address: try fields.address(.address))
    }
}

extension KeyedDecodingContainer {
    /// Nil where it is missing, null or empty.
    fileprivate func date(_ key: Key) throws -> PlainDate? {
        guard let text = try text(key), !text.isEmpty else { return nil }
        guard let date = PlainDate(text) else { throw fault(key, "is no date") }
        return date
    }

    fileprivate func purchaseID(_ key: Key) throws -> PurchaseID {
        PurchaseID(Int(try number(key, in: Limits.ids)))
    }
}

/// What a number may be. Quantities and cents are far from overflowing, however many are added up.
private enum Limits {
    static let ids: ClosedRange<Int64> = 0...Int64.max
    static let numbers = 0...Int(Int32.max)
    static let quantities = 0...Int(Int32.max)
    /// Of a ledger: a negative entry took an earlier one back.
    static let changes = -Int(Int32.max)...Int(Int32.max)
    static let cents = -(1 << 40)...(1 << 40)
    /// To the end of the year 9999.
    static let instants: ClosedRange<Int64> = 0...253_402_300_799
}
