import Cache
import Model

extension Outbox {
    /// The clock went back: what was stored under a later time would be waited for until then, or believed
    /// when that time comes again. Purchases are read anew, and waits start anew, which is longer and
    /// therefore safe.
    package func rewind(to now: Int64) throws {
        try cache.write { try rewind(to: now, $0) }
    }

    /// Between two leaders it shows in what the one before has stored.
    func rewindIfNeeded(to now: Int64, _ writer: CacheWriter) throws {
        let facts = try writer.facts(of: store)
        let latest = max((facts.lastPassEndedAt ?? 0) * 1_000, facts.pass?.startedAt ?? 0)
        if latest > now { try rewind(to: now, writer) }
    }

    private func rewind(to now: Int64, _ writer: CacheWriter) throws {
        try writer.ageReadings(of: store, after: now)
        for mark in try writer.openMarks(in: store) where mark.isLater(than: now) {
            try writer.update(mark.rewound(to: now), expecting: mark.state)
        }
    }
}

extension Mark {
    /// It bears a time that has not come yet, beyond any pause that the protocol makes.
    func isLater(than now: Int64) -> Bool { rewound(to: now) != self }

    fileprivate func rewound(to now: Int64) -> Mark {
        var mark = self
        mark.madeAt = min(madeAt, now)
        mark.notBefore = notBefore.map { min($0, now + 60_000) }
        mark.attempt?.rewind(to: now)
        return mark
    }
}

extension Attempt {
    fileprivate mutating func rewind(to now: Int64) {
        sentAt = min(sentAt, now)
        failedAt = failedAt.map { min($0, now) }
        absentReads.removeAll { $0 > now }
    }
}
