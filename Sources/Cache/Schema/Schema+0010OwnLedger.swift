extension Schema {
    /// For stores whose API numbers no items and takes no marks: the numbers that this box gave, and the
    /// ledger that it keeps in their place. An option that there is none of is an empty text.
    static let ownLedger = """
        CREATE TABLE given_numbers (
            store INTEGER NOT NULL,
            purchase TEXT NOT NULL,
            num INTEGER NOT NULL,
            item_id INTEGER NOT NULL,
            option TEXT NOT NULL,
            occurrence INTEGER NOT NULL,
            PRIMARY KEY (store, purchase, num)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE given_variants (
            store INTEGER NOT NULL,
            item_id INTEGER NOT NULL,
            option TEXT NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY (store, item_id, option)
        ) STRICT, WITHOUT ROWID;

        -- Times are Unix seconds.
        CREATE TABLE own_ledger (
            id INTEGER PRIMARY KEY,
            store INTEGER NOT NULL,
            purchase TEXT NOT NULL,
            item INTEGER NOT NULL,
            at INTEGER NOT NULL,
            quantity INTEGER NOT NULL,
            deliver_by TEXT,
            tracking TEXT,
            address TEXT
        ) STRICT;
        CREATE INDEX own_ledger_by_purchase ON own_ledger (store, purchase, id);
        """
}
