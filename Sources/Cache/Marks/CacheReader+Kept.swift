import Model

/// What this box keeps with a purchase beside what was read of it.
struct Kept {
    var marks: [Mark] = []
    var alarms: [Alarm] = []
    var hold: Hold?
    var remaining: [Int: Int] = [:]
    var memos: [Memo] = []
}

// What people and the sender keep with a purchase: alarms, holds, the server's own count.
extension CacheReader {
    /// Most purchases have nothing of the kind, which one question finds out.
    func kept(with key: PurchaseKey) throws -> Kept {
        let isAny = try db.exists(
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM marks WHERE store = ?1 AND purchase = ?2)
                OR EXISTS (SELECT 1 FROM alarms WHERE store = ?1 AND purchase = ?2)
                OR EXISTS (SELECT 1 FROM holds WHERE store = ?1 AND purchase = ?2)
                OR EXISTS (SELECT 1 FROM server_remaining WHERE store = ?1 AND purchase = ?2)
                OR EXISTS (SELECT 1 FROM memos WHERE store = ?1 AND purchase = ?2)
            """, key.store, key.purchase)
        guard isAny else { return Kept() }
        return Kept(
            marks: try marks(of: key), alarms: try alarms(of: key), hold: try hold(of: key),
            remaining: try serverRemaining(of: key), memos: try memos(of: key))
    }

    /// Not yet taken away, oldest first.
    package func alarms(of key: PurchaseKey) throws -> [Alarm] {
        try db.rows(
            "SELECT reason, mark, words FROM alarms WHERE store = ? AND purchase = ? ORDER BY id", key.store,
            key.purchase
        ) { row in
            AttentionReason(rawValue: row[0]).map { Alarm(reason: $0, mark: row[1], words: row[2]) }
        }.compactMap(\.self)
    }

    package func hold(of key: PurchaseKey) throws -> Hold? {
        try db.first(
            "SELECT reason, person, station, at FROM holds WHERE store = ? AND purchase = ?", key.store,
            key.purchase
        ) { Hold(reason: $0[0], author: Author(person: $0[1], station: $0[2]), at: $0[3]) }
    }

    /// By item number, what the server last said is left.
    package func serverRemaining(of key: PurchaseKey) throws -> [Int: Int] {
        let rows = try db.rows(
            "SELECT item, remaining FROM server_remaining WHERE store = ? AND purchase = ?", key.store,
            key.purchase
        ) { ($0[0] as Int, $0[1] as Int) }
        return Dictionary(rows) { $1 }
    }
}
