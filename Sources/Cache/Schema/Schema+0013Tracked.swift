extension Schema {
    /// Ids that people brought in, of stores whose API lists none: nothing else knows them. And the world
    /// that a store says it is in.
    static let tracked = """
        CREATE TABLE tracked (
            store INTEGER NOT NULL,
            purchase TEXT NOT NULL,
            -- Unix seconds.
            since INTEGER NOT NULL,
            PRIMARY KEY (store, purchase)
        ) STRICT, WITHOUT ROWID;
        ALTER TABLE stores ADD COLUMN mode TEXT;
        """
}
