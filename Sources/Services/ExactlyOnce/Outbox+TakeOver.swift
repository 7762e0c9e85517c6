import Cache
import Model

extension Outbox {
    /// On gaining the lead: what an earlier leader left on the wire is unknown from now on.
    ///
    /// The wait goes on from when it was sent; it does not start anew.
    /// - Returns: the epoch under which this leader writes.
    package func takeOver(now: Int64) throws -> Int64 {
        try cache.write { writer in
            let epoch = try writer.raiseEpoch(of: store)
            try rewindIfNeeded(to: now, writer)
            for mark in try writer.openMarks(in: store) where mark.state == .sending {
                try writer.lose(
                    mark, now: now, answered: false, words: "The sender stopped before an answer came.")
            }
            return epoch
        }
    }

    /// Gives up a request whose answer will not be waited for: its marks are unknown.
    package func giveUp(_ batch: Batch, now: Int64) throws {
        try cache.write { writer in
            for line in batch.lines {
                guard let mark = try writer.inFlight(line.mark.id, of: batch), mark.state == .sending
                else { continue }
                try writer.lose(mark, now: now, answered: false, words: "The sender was stopped.")
            }
        }
    }
}

extension CacheWriter {
    /// `sending` → `unknown`.
    func lose(_ mark: Mark, now: Int64, answered: Bool, words: String) throws {
        var lost = mark
        lost.state = .unknown
        lost.reason = words
        lost.attempt?.failedAt = now
        lost.attempt?.wasAnswered = answered
        try change(mark, to: lost, event: "unknown", now: now)
    }

    /// The mark as it is now, if it is still the one that left in this batch and nobody settled it.
    func inFlight(_ id: MarkID, of batch: Batch) throws -> Mark? {
        guard let mark = try mark(id), mark.state.isInFlight, mark.attempt?.request == batch.request
        else { return nil }
        return mark
    }

    /// Writes a mark's new state and the audit's line about it.
    ///
    /// - Parameters:
    ///   - author: nil: whoever made the mark.
    ///   - words: nil: the mark's reason.
    func change(
        _ old: Mark, to new: Mark, by author: Author? = nil, event: String, words: String? = nil, now: Int64
    ) throws {
        try update(new, expecting: old.state)
        try audit(
            AuditEntry(
                at: now, author: author ?? new.author, store: new.store, purchase: new.purchase, mark: new.id,
                action: new.action, event: event, words: words ?? new.reason ?? ""))
    }
}
