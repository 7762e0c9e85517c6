extension Schema {
    /// What anybody on this box asked the leading process to read, counted up from 1: asked, tried without
    /// success, and done. No row: nobody asked yet.
    static let askedPasses = """
        CREATE TABLE asked_passes (
            store INTEGER PRIMARY KEY,
            asked INTEGER NOT NULL,
            -- The last one that wanted everything read.
            asked_full INTEGER NOT NULL DEFAULT 0,
            failed INTEGER NOT NULL DEFAULT 0,
            done INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        """
}
