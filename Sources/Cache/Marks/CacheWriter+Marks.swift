import Model

extension CacheWriter {
    /// - Parameter at: Unix milliseconds.
    package func insertAction(
        _ verb: Verb, by author: Author, at: Int64, note: String? = nil
    ) throws -> ActionID {
        upkeep.subjects.insert(.marks)
        try db.run(
            "INSERT INTO actions (verb, person, station, at, note) VALUES (?, ?, ?, ?, ?)", verb.rawValue,
            author.person, author.station, at, note)
        return ActionID(db.lastRow)
    }

    /// Puts a mark into the outbox; returns it with its number.
    package func insert(_ mark: Mark) throws -> Mark {
        noteChange(of: mark)
        try db.run(
            "INSERT INTO marks (\(Mark.columns)) VALUES (\(Mark.placeholders))", try mark.values())
        var inserted = mark
        inserted.id = MarkID(db.lastRow)
        try keepAttempt(of: inserted)
        return inserted
    }

    /// Writes a mark in place of the stored one, which must still be in the state that the change was based
    /// on; otherwise throws ``CacheError/stale(_:expected:found:)``. Its attempt is kept under its request.
    package func update(_ mark: Mark, expecting state: MarkState) throws {
        noteChange(of: mark)
        try db.run(
            """
            UPDATE marks SET (\(Mark.columns)) = (\(Mark.placeholders)) WHERE id = ? AND state = ?
            """, try mark.values() + [mark.id, state.rawValue])
        guard db.changes == 1 else {
            throw CacheError.stale(mark.id, expected: state, found: try self.mark(mark.id)?.state)
        }
        try keepAttempt(of: mark)
    }

    private func noteChange(of mark: Mark) {
        upkeep.subjects.insert([.marks, .purchases])
        upkeep.touch(PurchaseKey(store: mark.store, purchase: mark.purchase))
    }

    private func keepAttempt(of mark: Mark) throws {
        guard let attempt = mark.attempt else { return }
        try db.run(
            """
            INSERT INTO attempts (mark, \(Attempt.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (mark, request) DO UPDATE SET
                (epoch, sent_at, snapshot, before, lines, failed_at, was_answered, absent_reads) =
                (excluded.epoch, excluded.sent_at, excluded.snapshot, excluded.before, excluded.lines,
                    excluded.failed_at, excluded.was_answered, excluded.absent_reads)
            """, [mark.id] + (try attempt.values()))
    }
}
