import Model

// The rows beside a purchase's own, written whole.
extension CacheWriter {
    func insertParts(of purchase: Purchase, row: Int64) throws {
        for (position, item) in purchase.items.enumerated() { try insert(item, position, of: row) }
        for (position, refund) in purchase.refunds.enumerated() {
            try db.run(
                "INSERT INTO refunds (purchase, position, id, amount_cents, at) VALUES (?, ?, ?, ?, ?)", row,
                position, refund.id, refund.amountInCents, refund.at)
        }
        for (position, item) in purchase.cancelled.enumerated() {
            try db.run(
                """
                INSERT INTO cancelled (purchase, position, num, item_id, variant_id, quantity, at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, row, position, item.num, item.kind.itemID, item.kind.variantID, item.quantity, item.at)
        }
        for (position, entry) in purchase.ledger.enumerated() { try insert(entry, position, of: row) }
    }

    func deleteParts(_ parts: PurchaseParts, row: Int64) throws {
        if parts.contains(.items) { try db.run("DELETE FROM items WHERE purchase = ?", row) }
        if parts.contains(.transfers) { try db.run("DELETE FROM transfers WHERE purchase = ?", row) }
        if parts.contains(.refunds) { try db.run("DELETE FROM refunds WHERE purchase = ?", row) }
        if parts.contains(.cancelled) { try db.run("DELETE FROM cancelled WHERE purchase = ?", row) }
        if parts.contains(.ledger) { try db.run("DELETE FROM ledger WHERE purchase = ?", row) }
    }

    private func insert(_ item: PurchasedItem, _ position: Int, of row: Int64) throws {
        try db.run(
            """
            INSERT INTO items (purchase, position, num, item_id, variant_id, quantity, paid_cents, fee_cents,
                ticket_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, row, position, item.num, item.itemID, item.variantID, item.quantity, item.paidInCents,
            item.feeInCents, item.ticketID)
        try insert(item.transferredFrom, isOutward: false, position, of: row)
        try insert(item.transferredTo, isOutward: true, position, of: row)
    }

    private func insert(
        _ transfers: [Transfer], isOutward: Bool, _ itemPosition: Int, of row: Int64
    ) throws {
        for (position, transfer) in transfers.enumerated() {
            try db.run(
                """
                INSERT INTO transfers (purchase, item_position, is_outward, position, other, other_item,
                    quantity)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, row, itemPosition, isOutward, position, transfer.purchase, transfer.item,
                transfer.quantity)
        }
    }

    private func insert(_ entry: Fulfillment, _ position: Int, of row: Int64) throws {
        let own: [any Storable] = [
            row, position, entry.item, entry.at, entry.quantity, entry.deliverBy?.description, entry.tracking,
            comparableTracking(entry.tracking),
        ]
        try db.run(
            """
            INSERT INTO ledger (purchase, position, item, at, quantity, deliver_by, tracking, tracking_key,
                \(ShippingAddress.columns))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, own + ShippingAddress.columns(of: entry.address))
    }
}
