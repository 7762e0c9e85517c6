extension Schema {
    /// Where the file lies, so that a copy of it notices that it is one; and what a copy must not send by
    /// itself, because the file that it was copied from may send it, too.
    static let place = """
        CREATE TABLE place (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            machine TEXT NOT NULL,
            inode INTEGER NOT NULL,
            copied_at INTEGER
        ) STRICT;

        CREATE TABLE inherited (
            mark INTEGER PRIMARY KEY
        ) STRICT;
        """
}
