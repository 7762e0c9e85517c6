import Cache
import Model

extension Outbox {
    /// The clock went back: what was stored under a later time would be waited for, or believed, until
    /// then. Purchases are read anew, and waits start anew, which is longer and therefore safe.
    package func rewind(to now: Int64) throws {
        try cache.write { try rewind(to: now, $0) }
    }

    /// Between two leaders it shows only in what was stored.
    func rewindIfNeeded(to now: Int64, _ writer: CacheWriter) throws {
        let passEnded = try writer.facts(of: store).lastPassEndedAt ?? 0
        let isLater = try writer.openMarks(in: store).contains { $0 != $0.rewound(to: now) }
        if isLater || passEnded > now / 1_000 { try rewind(to: now, writer) }
    }

    private func rewind(to now: Int64, _ writer: CacheWriter) throws {
        try writer.ageReadings(of: store, after: now)
        for mark in try writer.openMarks(in: store) {
            let rewound = mark.rewound(to: now)
            if rewound != mark { try writer.update(rewound, expecting: mark.state) }
        }
    }
}

extension Mark {
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
