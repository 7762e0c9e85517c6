import Model

extension Schema {
    /// What nobody bought stands in the lists at a day of its own; what has none comes last.
    static let dates = """
        UPDATE listing SET date = 253402300799 WHERE date = 0;
        """

    /// Fills in the days that values tell.
    @Sendable static func fillDates(_ db: Connection) throws {
        let rows = try db.rows(
            """
            SELECT listing.row, purchases.id, attributes FROM listing
            JOIN purchases ON purchases.row = listing.row
            WHERE date = ? AND attributes IS NOT NULL
            """, Listing.undated
        ) { ($0[0] as Int64, $0[1] as PurchaseID, $0[2] as String?) }
        for (row, id, text) in rows {
            var purchase = Purchase(id: id, purchasedAt: 0, items: [])
            purchase.attributes = fromJSON(text) ?? Attributes()
            guard let date = purchase.listedAt else { continue }
            try db.run("UPDATE listing SET date = ? WHERE row = ?", date, row)
        }
    }
}
