import Cache
import Model

extension Outbox {
    /// The clock went back: what was stored under a later time would be waited for until then, or believed
    /// when that time comes again. Purchases are read anew, and waits start anew, which is longer and
    /// therefore safe.
    package func rewind(to now: Int64) throws {
        try cache.write { try rewind(to: now, $0) }
    }

    /// The clock was set ahead: what was sent before seems longer ago than it is, and would be taken for
    /// absent too early. The waits go on from where they were, and reads are made anew.
    ///
    /// - Parameter ahead: milliseconds.
    func leap(by ahead: Int64, now: Int64) throws {
        try cache.write { writer in
            for mark in try writer.openMarks(in: store) where mark.state.isInFlight && mark.attempt != nil {
                var later = mark
                later.attempt?.leap(by: ahead, now: now)
                try writer.update(later, expecting: mark.state)
            }
        }
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
    fileprivate mutating func leap(by ahead: Int64, now: Int64) {
        sentAt = min(now, sentAt + ahead)
        failedAt = failedAt.map { min(now, $0 + ahead) }
        absentReads = []
    }

    fileprivate mutating func rewind(to now: Int64) {
        sentAt = min(sentAt, now)
        failedAt = failedAt.map { min($0, now) }
        absentReads.removeAll { $0 > now }
    }
}
