import Model

// The rows beside a purchase's own, in the order in which the server listed them.
extension CacheReader {
    func items(of row: Int64) throws -> [PurchasedItem] {
        try db.rows(
            """
            SELECT num, item_id, variant_id, quantity, paid_cents, fee_cents, ticket_id FROM items
            WHERE purchase = ? ORDER BY position
            """, row
        ) {
            PurchasedItem(
                num: $0[0], itemID: $0[1], variantID: $0[2], quantity: $0[3], paidInCents: $0[4],
                feeInCents: $0[5], ticketID: $0[6])
        }
    }

    func addTransfers(to stored: inout StoredPurchase) throws {
        let rows = try db.rows(
            """
            SELECT item_position, is_outward, other, other_item, quantity FROM transfers
            WHERE purchase = ? ORDER BY item_position, is_outward, position
            """, stored.row
        ) { ($0[0] as Int, $0[1] as Bool, Transfer(purchase: $0[2], item: $0[3], quantity: $0[4])) }
        for (position, isOutward, transfer) in rows where stored.purchase.items.indices.contains(position) {
            if isOutward {
                stored.purchase.items[position].transferredTo.append(transfer)
            } else {
                stored.purchase.items[position].transferredFrom.append(transfer)
            }
        }
    }

    func refunds(of row: Int64) throws -> [Refund] {
        try db.rows("SELECT id, amount_cents, at FROM refunds WHERE purchase = ? ORDER BY position", row) {
            Refund(id: $0[0], amountInCents: $0[1], at: $0[2])
        }
    }

    func cancelled(of row: Int64) throws -> [CancelledItem] {
        try db.rows(
            """
            SELECT num, item_id, variant_id, quantity, at FROM cancelled WHERE purchase = ? ORDER BY position
            """, row
        ) {
            CancelledItem(
                num: $0[0], kind: ItemKind(itemID: $0[1], variantID: $0[2]), quantity: $0[3], at: $0[4])
        }
    }

    func ledger(of row: Int64) throws -> [Fulfillment] {
        try db.rows(
            """
            SELECT item, at, quantity, deliver_by, tracking, \(ShippingAddress.columns) FROM ledger
            WHERE purchase = ? ORDER BY position
            """, row
        ) {
            let date: String? = $0[3]
            return Fulfillment(
                item: $0[0], at: $0[1], quantity: $0[2], deliverBy: date.flatMap { PlainDate($0) },
                tracking: $0[4], address: ShippingAddress($0, at: 5))
        }
    }
}
