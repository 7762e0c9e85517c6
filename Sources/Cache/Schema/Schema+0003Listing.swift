extension Schema {
    /// What lists, tabs and the search read: derived from purchases and marks, in the transaction that
    /// changed them.
    static let listing = """
        CREATE TABLE listing (
            row INTEGER NOT NULL PRIMARY KEY,
            store INTEGER NOT NULL,
            id TEXT NOT NULL,
            date INTEGER NOT NULL,
            id_key TEXT NOT NULL,
            purchaser_key TEXT NOT NULL,
            state INTEGER NOT NULL,
            attention TEXT,
            is_waiting INTEGER NOT NULL,
            purchaser TEXT NOT NULL,
            contents TEXT NOT NULL,
            city TEXT,
            country TEXT,
            has_usable_address INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;  -- so that an index may be sought by (date, row)
        CREATE INDEX listing_by_date ON listing (store, date, row);
        CREATE INDEX listing_by_id ON listing (store, id_key, row);
        CREATE INDEX listing_by_purchaser ON listing (store, purchaser_key, row);
        CREATE INDEX listing_by_state_date ON listing (store, state, date, row);
        CREATE INDEX listing_by_state_id ON listing (store, state, id_key, row);
        CREATE INDEX listing_by_state_purchaser ON listing (store, state, purchaser_key, row);
        CREATE INDEX listing_attention_by_date ON listing (store, date, row) WHERE attention IS NOT NULL;
        CREATE INDEX listing_attention_by_id ON listing (store, id_key, row) WHERE attention IS NOT NULL;
        CREATE INDEX listing_attention_by_purchaser ON listing (store, purchaser_key, row)
            WHERE attention IS NOT NULL;

        CREATE TABLE counts (
            store INTEGER NOT NULL,
            filter TEXT NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (store, filter)
        ) STRICT, WITHOUT ROWID;

        CREATE VIRTUAL TABLE search USING fts5 (
            words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
        );
        """
}
