import Model

extension CacheWriter {
    package func add(_ memo: Memo, to key: PurchaseKey) throws {
        noteKept(key)
        try db.run(
            "INSERT INTO memos (store, purchase, text, person, station, at) VALUES (?, ?, ?, ?, ?, ?)",
            key.store, key.purchase, memo.text, memo.author.person, memo.author.station, memo.at)
    }

    /// In place of whoever had it.
    package func claim(_ key: PurchaseKey, _ claim: Claim) throws {
        upkeep.subjects.insert(.purchases)
        try db.run(
            """
            INSERT OR REPLACE INTO claims (store, purchase, person, station, process, since)
            VALUES (?, ?, ?, ?, ?, ?)
            """, key.store, key.purchase, claim.author.person, claim.author.station, claim.process,
            claim.since)
    }

    /// Lets go of what a process holds; of all that it holds where no purchase is named.
    package func unclaim(_ key: PurchaseKey? = nil, process: String) throws {
        try db.run(
            """
            DELETE FROM claims WHERE process = ?1 AND (?2 IS NULL OR (store = ?2 AND purchase = ?3))
            """, process, key?.store, key?.purchase)
        if db.changes > 0 { upkeep.subjects.insert(.purchases) }
    }
}
