import Model

extension Schema {
    /// What lists are filtered and sorted by beside state, date, id and purchaser, and the views that people
    /// saved.
    static let finding = """
        ALTER TABLE listing ADD COLUMN quantity INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE listing ADD COLUMN city_key TEXT NOT NULL DEFAULT '';
        ALTER TABLE listing ADD COLUMN country_key TEXT NOT NULL DEFAULT '';
        ALTER TABLE listing ADD COLUMN has_tracking INTEGER NOT NULL DEFAULT 0;
        UPDATE listing SET has_tracking = 1 WHERE state IN (1, 2) AND (
            EXISTS (SELECT 1 FROM ledger WHERE purchase = listing.row AND tracking_key <> '' AND quantity > 0)
            OR EXISTS (
                SELECT 1 FROM marks WHERE marks.store = listing.store AND purchase = listing.id
                AND tracking_key <> '' AND quantity > 0
                AND state IN ('queued', 'sending', 'unknown', 'attention', 'confirmed')));
        -- With the state at the end, so that a tab need not look at the rows.
        CREATE INDEX listing_by_country ON listing (store, country_key, date, row, state);
        CREATE INDEX listing_by_tracking ON listing (store, has_tracking, date, row, state);
        CREATE INDEX items_by_kind ON items (item_id, variant_id, purchase);

        CREATE TABLE views (
            name TEXT NOT NULL PRIMARY KEY,
            filter TEXT NOT NULL,
            sort TEXT NOT NULL
        ) STRICT;
        """

    /// Fills the new columns that SQL alone cannot: the keys of names are folded here.
    @Sendable static func fillFinding(_ db: Connection) throws {
        var last: Int64 = .min
        while true {
            let rows = try db.rows(
                "SELECT row, contents, city, country FROM listing WHERE row > ? ORDER BY row LIMIT 10000",
                last
            ) { ($0[0] as Int64, $0[1] as String, $0[2] as String?, $0[3] as String?) }
            guard let end = rows.last else { return }
            for (row, contents, city, country) in rows {
                try db.run(
                    "UPDATE listing SET quantity = ?, city_key = ?, country_key = ? WHERE row = ?",
                    Contents(text: contents).quantity, sortKey(ofCity: city), sortKey(ofCountry: country), row
                )
            }
            last = end.0
        }
    }
}
