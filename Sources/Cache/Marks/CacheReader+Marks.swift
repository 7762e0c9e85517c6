import Model

extension CacheReader {
    package func mark(_ id: MarkID) throws -> Mark? {
        try db.first(Mark.select + " WHERE marks.id = ?", id, read: Mark.init)
    }

    /// Every mark ever made of a purchase, oldest first.
    package func marks(of key: PurchaseKey) throws -> [Mark] {
        try db.rows(
            Mark.select + " WHERE store = ? AND purchase = ? ORDER BY marks.id", key.store, key.purchase,
            read: Mark.init)
    }

    /// All that one keypress or one command made.
    package func marks(inAction action: ActionID) throws -> [Mark] {
        try db.rows(Mark.select + " WHERE action = ? ORDER BY marks.id", action, read: Mark.init)
    }

    /// Queued, sending, unknown and attention; oldest first.
    package func openMarks(in store: StoreID, limit: Int? = nil) throws -> [Mark] {
        try db.rows(
            Mark.select + " WHERE store = ? AND state IN \(MarkState.openList) ORDER BY marks.id LIMIT ?",
            store, limit ?? -1, read: Mark.init)
    }

    /// Whether the store ever took a mark from here.
    package func hasConfirmedMarks(in store: StoreID) throws -> Bool {
        try db.exists("SELECT 1 FROM marks WHERE store = ? AND state = 'confirmed' LIMIT 1", store)
    }

    /// Confirmed, with no entry of the ledger claimed yet; oldest first.
    package func unclaimedMarks(in store: StoreID) throws -> [Mark] {
        try db.rows(
            Mark.select
                + " WHERE store = ? AND state = 'confirmed' AND claimed_at IS NULL ORDER BY marks.id",
            store, read: Mark.init)
    }

    /// The entries of a purchase's ledger that are tied to marks of ours.
    package func claims(of key: PurchaseKey) throws -> Set<EntryKey> {
        let claimed = try db.rows(
            """
            SELECT item, claimed_at, claimed_quantity, claimed_tracking, claimed_ordinal FROM marks
            WHERE store = ?1 AND purchase = ?2 AND claimed_at IS NOT NULL
            UNION SELECT item, at, quantity, tracking, ordinal FROM late_claims
            WHERE store = ?1 AND purchase = ?2
            """, key.store, key.purchase
        ) { EntryKey(item: $0[0], at: $0[1], quantity: $0[2], tracking: $0[3], ordinal: $0[4]) }
        return Set(claimed)
    }

    /// Every request that carried a mark, oldest first.
    package func attempts(of mark: MarkID) throws -> [Attempt] {
        try db.rows(
            "SELECT \(Attempt.columns) FROM attempts WHERE mark = ? ORDER BY rowid", mark
        ) { Attempt($0, at: 0) }.compactMap(\.self)
    }

    /// The newest action made at a station, for taking it back.
    package func lastAction(by station: String) throws -> ActionID? {
        try db.value("SELECT id FROM actions WHERE station = ? ORDER BY id DESC LIMIT 1", station)
    }
}
