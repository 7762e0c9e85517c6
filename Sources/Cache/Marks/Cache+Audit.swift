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
    /// Newest first, each line with what its mark is about.
    ///
    /// - Parameter before: only lines older than the one of this number.
    package func auditLog(
        limit: Int, before: Int64? = nil, purchase key: PurchaseKey? = nil
    ) throws -> [AuditEntry] {
        let newest = before ?? .max
        let names = try catalogue.names(db)
        guard let key else {
            return try db.rows(
                AuditEntry.select + " ORDER BY number DESC LIMIT ?", newest, limit
            ) { AuditEntry($0, names: names) }
        }
        return try db.rows(
            AuditEntry.select + " AND audit.store = ? AND audit.purchase = ? ORDER BY number DESC LIMIT ?",
            newest, key.store, key.purchase, limit
        ) { AuditEntry($0, names: names) }
    }
}

extension AuditEntry {
    fileprivate static let select = """
        SELECT number, audit.at, audit.person, audit.station, audit.store, audit.purchase, audit.mark,
            audit.action, audit.event, audit.words, marks.verb, marks.quantity, marks.item, marks.tracking,
            items.item_id, items.variant_id
        FROM audit LEFT JOIN marks ON marks.id = audit.mark
            LEFT JOIN purchases ON purchases.store = audit.store AND purchases.id = audit.purchase
            LEFT JOIN items ON items.purchase = purchases.row AND items.num = marks.item
        WHERE number < ?
        """

    fileprivate init(_ row: Row, names: [StoreID: [ItemKind: String]]) {
        self.init(
            number: row[0], at: row[1], author: Author(person: row[2], station: row[3]), store: row[4],
            purchase: row[5], mark: row[6], action: row[7], event: row[8], words: row[9])
        guard let verb = (row[10] as String?).flatMap(Verb.init(rawValue:)) else { return }
        let kind = (row[14] as Int64?).map { ItemKind(itemID: $0, variantID: row[15]) }
        let known = store.flatMap { names[$0] } ?? [:]
        subject = Subject(
            verb: verb, quantity: row[11], itemName: kind?.name(in: known) ?? "item \(row[12] as Int)",
            tracking: row[13])
    }
}
