import Model

extension CacheWriter {
    /// One more line of the log; its number is given by the cache.
    package func audit(_ entry: AuditEntry) throws {
        upkeep.subjects.insert(.log)
        try db.run(
            """
            INSERT INTO audit (at, person, station, store, purchase, mark, action, event, words)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, entry.at, entry.author.person, entry.author.station, entry.store, entry.purchase, entry.mark,
            entry.action, entry.event, entry.words)
    }
}

extension CacheReader {
    /// Newest first.
    ///
    /// - Parameter before: only lines older than the one of this number.
    package func auditLog(
        limit: Int, before: Int64? = nil, purchase key: PurchaseKey? = nil
    ) throws -> [AuditEntry] {
        let select = """
            SELECT number, at, person, station, store, purchase, mark, action, event, words FROM audit
            WHERE number < ?
            """
        let newest = before ?? .max
        guard let key else {
            return try db.rows(select + " ORDER BY number DESC LIMIT ?", newest, limit, read: AuditEntry.init)
        }
        return try db.rows(
            select + " AND store = ? AND purchase = ? ORDER BY number DESC LIMIT ?", newest, key.store,
            key.purchase, limit, read: AuditEntry.init)
    }
}

extension AuditEntry {
    fileprivate init(_ row: Row) {
        self.init(
            number: row[0], at: row[1], author: Author(person: row[2], station: row[3]), store: row[4],
            purchase: row[5], mark: row[6], action: row[7], event: row[8], words: row[9])
    }
}
