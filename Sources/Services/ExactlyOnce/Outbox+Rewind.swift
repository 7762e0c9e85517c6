import Cache
import Model

extension Outbox {
    /// The clock went back: marks that bear a later time would be waited for until then. Their waits start
    /// anew, which is longer and therefore safe. Rows that were read later are simply not fresh.
    package func rewind(to now: Int64) throws {
        try cache.write { writer in
            for mark in try writer.openMarks(in: store) where mark.isLater(than: now) {
                try writer.update(mark.rewound(to: now), expecting: mark.state)
            }
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
