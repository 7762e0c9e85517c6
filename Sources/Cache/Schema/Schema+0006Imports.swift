extension Schema {
    /// Which files were imported, by their contents: the same file is not imported twice unseen.
    static let imports = """
        CREATE TABLE imports (
            action INTEGER PRIMARY KEY,
            fingerprint TEXT NOT NULL,
            file TEXT NOT NULL
        ) STRICT;
        CREATE INDEX imports_by_fingerprint ON imports (fingerprint, action);
        """
}
