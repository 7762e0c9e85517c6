extension Schema {
    /// For stores whose list names nobody: who bought, asked for one at a time. Asking brings it back.
    static let buyers = """
        CREATE TABLE buyers (
            store INTEGER NOT NULL,
            purchase TEXT NOT NULL,
            user INTEGER NOT NULL,
            registration INTEGER,
            -- Unix seconds; nothing: not yet.
            asked_at INTEGER,
            first_name TEXT NOT NULL DEFAULT '',
            last_name TEXT NOT NULL DEFAULT '',
            address TEXT,
            PRIMARY KEY (store, purchase)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX buyers_by_user ON buyers (store, user);

        -- Credentials, as something that is the same as long as they are, that may not read people.
        CREATE TABLE buyers_refused (
            store INTEGER PRIMARY KEY,
            credentials TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        """
}
