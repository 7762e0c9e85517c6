import Model

extension Schema {
    /// What packing needs: notes, claims, and in the list's line the hold, the notes and one key for all that
    /// goes to one person at one address.
    static let packing = """
        CREATE TABLE memos (
            id INTEGER PRIMARY KEY,
            store INTEGER NOT NULL,
            purchase TEXT NOT NULL,
            text TEXT NOT NULL,
            person TEXT NOT NULL,
            station TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX memos_by_purchase ON memos (store, purchase, id);

        -- Who has which purchase's form open. Unix seconds.
        CREATE TABLE claims (
            store INTEGER NOT NULL,
            purchase TEXT NOT NULL,
            person TEXT NOT NULL,
            station TEXT NOT NULL,
            process TEXT NOT NULL,
            since INTEGER NOT NULL,
            PRIMARY KEY (store, purchase)
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE listing ADD COLUMN hold_reason TEXT;
        ALTER TABLE listing ADD COLUMN has_memo INTEGER NOT NULL DEFAULT 0;
        -- Only where something is safe to ship, so that the index holds little.
        ALTER TABLE listing ADD COLUMN address_key INTEGER;
        CREATE INDEX listing_by_address ON listing (address_key, row) WHERE address_key IS NOT NULL;
        """

    /// Fills the new columns for what was stored before; purchases in other states have nothing safe to ship.
    static func fillPacking(_ db: Connection) throws {
        try db.run(
            """
            UPDATE listing SET hold_reason = (SELECT reason FROM holds
                WHERE holds.store = listing.store AND holds.purchase = listing.id)
            WHERE state = ?
            """, PurchaseState.held)
        let rows = try db.rows(
            """
            SELECT row, \(ShippingAddress.columns) FROM purchases
            WHERE row IN (SELECT row FROM listing WHERE state IN (?, ?) AND has_usable_address)
            """, PurchaseState.toShip, PurchaseState.partly
        ) { ($0[0] as Int64, key(ofAddress: ShippingAddress($0, at: 1))) }
        for (row, key) in rows {
            try db.run("UPDATE listing SET address_key = ? WHERE row = ?", key, row)
        }
    }
}
