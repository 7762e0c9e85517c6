extension Schema {
    /// What lists, tabs and the search read: derived from purchases and marks, in the transaction that
    /// changed them.
    static let listing = """
        CREATE TABLE listing (
            row INTEGER PRIMARY KEY,
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
        ) STRICT;
        -- SQLite ends each index with the row's own number, which breaks ties.
        CREATE INDEX listing_by_date ON listing (store, date);
        CREATE INDEX listing_by_id ON listing (store, id_key);
        CREATE INDEX listing_by_purchaser ON listing (store, purchaser_key);
        CREATE INDEX listing_by_state_date ON listing (store, state, date);
        CREATE INDEX listing_by_state_id ON listing (store, state, id_key);
        CREATE INDEX listing_by_state_purchaser ON listing (store, state, purchaser_key);
        CREATE INDEX listing_attention_by_date ON listing (store, date) WHERE attention IS NOT NULL;
        CREATE INDEX listing_attention_by_id ON listing (store, id_key) WHERE attention IS NOT NULL;
        CREATE INDEX listing_attention_by_purchaser ON listing (store, purchaser_key)
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
