import Model

extension CacheWriter {
    /// A person has to take note of this; it stays until somebody does. Said twice, it stands once.
    package func raise(_ alarm: Alarm, on key: PurchaseKey) throws {
        if try alarms(of: key).contains(alarm) { return }
        noteKept(key)
        try db.run(
            "INSERT INTO alarms (store, purchase, reason, mark, words) VALUES (?, ?, ?, ?, ?)", key.store,
            key.purchase, alarm.reason.rawValue, alarm.mark, alarm.words)
    }

    /// - Parameters:
    ///   - reason: nil: every alarm of the purchase.
    ///   - mark: nil: whichever mark it is about.
    package func clearAlarms(
        of key: PurchaseKey, reason: AttentionReason? = nil, mark: MarkID? = nil
    ) throws {
        noteKept(key)
        try db.run(
            """
            DELETE FROM alarms WHERE store = ?1 AND purchase = ?2 AND reason = ifnull(?3, reason)
                AND (?4 IS NULL OR mark = ?4)
            """, key.store, key.purchase, reason?.rawValue, mark)
    }

    package func hold(_ key: PurchaseKey, _ hold: Hold) throws {
        noteKept(key)
        try db.run(
            """
            INSERT OR REPLACE INTO holds (store, purchase, reason, person, station, at)
            VALUES (?, ?, ?, ?, ?, ?)
            """, key.store, key.purchase, hold.reason, hold.author.person, hold.author.station, hold.at)
    }

    package func release(_ key: PurchaseKey) throws {
        noteKept(key)
        try db.run("DELETE FROM holds WHERE store = ? AND purchase = ?", key.store, key.purchase)
    }

    /// What the server said is left of an item, at a Unix millisecond; an older word does not replace it.
    package func setServerRemaining(_ remaining: Int, of item: Int, in key: PurchaseKey, at: Int64) throws {
        noteKept(key)
        try db.run(
            """
            INSERT INTO server_remaining (store, purchase, item, remaining, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (store, purchase, item) DO UPDATE SET remaining = excluded.remaining, at = excluded.at
            WHERE excluded.at >= at
            """, key.store, key.purchase, item, remaining, at)
    }

    func noteKept(_ key: PurchaseKey) {
        upkeep.subjects.insert(.purchases)
        upkeep.touch(key)
    }
}
