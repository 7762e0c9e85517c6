import Model

extension CacheWriter {
    /// Keeps with an action which file it came from.
    package func noteImport(_ action: ActionID, fingerprint: String, file: String) throws {
        try db.run(
            "INSERT INTO imports (action, fingerprint, file) VALUES (?, ?, ?)", action, fingerprint, file)
    }
}

extension CacheReader {
    /// The last import of these contents; nil where there was none.
    package func lastImport(of fingerprint: String) throws -> EarlierImport? {
        try db.first(
            """
            SELECT file, person, station, at, action FROM imports JOIN actions ON actions.id = action
            WHERE fingerprint = ? ORDER BY action DESC LIMIT 1
            """, fingerprint
        ) {
            EarlierImport(
                file: $0[0], author: Author(person: $0[1], station: $0[2]), at: $0[3], action: $0[4])
        }
    }
}
