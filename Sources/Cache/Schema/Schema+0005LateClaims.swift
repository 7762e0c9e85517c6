extension Schema {
    /// The same table with the columns of its key first. SQLite's own check of a file (3.40, as many boxes
    /// have it) looks for the others in the wrong place where they are not, and calls a sound file damaged.
    static let lateClaims = """
        CREATE TABLE late_claims_in_order (
            store INTEGER NOT NULL,
            purchase TEXT NOT NULL,
            item INTEGER NOT NULL,
            at INTEGER NOT NULL,
            quantity INTEGER NOT NULL,
            tracking TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            mark INTEGER NOT NULL,
            PRIMARY KEY (store, purchase, item, at, quantity, tracking, ordinal)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO late_claims_in_order (store, purchase, item, at, quantity, tracking, ordinal, mark)
            SELECT store, purchase, item, at, quantity, tracking, ordinal, mark FROM late_claims;
        DROP TABLE late_claims;
        ALTER TABLE late_claims_in_order RENAME TO late_claims;
        """
}
