import Model

extension CacheReader {
    /// The newest action of a station that serves the purpose; nil where none does.
    package func action(for purpose: ActionPurpose, by station: String) throws -> ActionSummary? {
        let condition =
            switch purpose {
            case .undo:
                """
                verb <> 'undo' AND EXISTS (SELECT 1 FROM marks WHERE action = actions.id
                    AND state IN ('queued', 'sending', 'unknown', 'confirmed')
                    AND quantity + (SELECT ifnull(sum(u.quantity), 0) FROM marks u
                        WHERE u.store = marks.store AND u.purchase = marks.purchase
                            AND u.takes_back_mark = marks.id
                            AND u.state NOT IN ('dropped', 'failed', 'conflict')
                    ) > 0)
                """
            case .redo:
                """
                verb = 'undo' AND NOT EXISTS (SELECT 1 FROM actions again
                    WHERE again.id > actions.id AND again.note = 'again ' || actions.id)
                """
            case .stop: "EXISTS (SELECT 1 FROM marks WHERE action = actions.id AND state = 'queued')"
            }
        let id: ActionID? = try db.value(
            "SELECT id FROM actions WHERE station = ? AND \(condition) ORDER BY id DESC LIMIT 1", station)
        return try id.flatMap(summary)
    }

    /// Nil where there is no such action, or no mark of it.
    package func summary(of action: ActionID) throws -> ActionSummary? {
        let verb: String? = try db.value(
            "SELECT verb FROM marks WHERE action = ? ORDER BY id LIMIT 1", action)
        guard let verb = verb.flatMap(Verb.init(rawValue:)) else { return nil }
        let stores: [StoreID] = try db.rows(
            "SELECT DISTINCT store FROM marks WHERE action = ? ORDER BY store", action
        ) { $0[0] }
        return try db.first(
            """
            SELECT sum(abs(quantity)), sum(state = 'queued'), min(made_at), person, station,
                (SELECT count(*) FROM (SELECT DISTINCT store, purchase FROM marks WHERE action = ?1))
            FROM marks WHERE action = ?1
            """, action
        ) { row in
            ActionSummary(
                id: action, verb: verb, items: row[0], purchases: row[5], stores: stores, queued: row[1],
                at: row[2], author: Author(person: row[3], station: row[4]))
        }
    }

    /// Whether what an undo took back was marked again.
    package func wasMarkedAgain(_ undo: ActionID) throws -> Bool {
        try db.exists("SELECT 1 FROM actions WHERE id > ? AND note = ?", undo, Self.again(undo))
    }

    fileprivate static func again(_ undo: ActionID) -> String { "again \(undo)" }
}

extension CacheWriter {
    /// An action that marks again what another took back: told apart by its note, so that it happens once.
    package func insertAction(
        _ verb: Verb, by author: Author, at: Int64, again undo: ActionID
    ) throws -> ActionID {
        try insertAction(verb, by: author, at: at, note: CacheReader.again(undo))
    }
}
