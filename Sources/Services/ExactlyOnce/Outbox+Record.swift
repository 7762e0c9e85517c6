import APIs
import Cache
import Model

/// What an answer says of the whole store, beyond the marks that it settles.
package enum StoreVerdict: Sendable, Hashable {
    case fine
    /// Nothing left us: try again with growing patience.
    case unreachable(words: String)
    /// Wait, as many milliseconds as the server said or nil.
    case throttled(milliseconds: Int64?)
    /// The credentials are refused: nothing is sent until that is over.
    case paused(words: String)
}

extension Outbox {
    /// Writes what came of a request (protocol, step 5).
    package func record(
        _ batch: Batch, _ answer: Answer<FulfillmentReply>, now: Int64
    ) throws -> StoreVerdict {
        try cache.write { writer in
            switch answer.result {
            case .success(let reply):
                try confirm(batch, reply, now: now, writer)
                return .fine
            case .failure(let failure):
                return try record(batch, failure, now: now, writer)
            }
        }
    }

    /// A request that was prepared and never left.
    package func recall(_ batch: Batch, now: Int64) throws {
        try cache.write { writer in
            try each(batch, writer) { try requeue($0, words: "It had not left yet.", now: now, writer) }
        }
    }

    private func record(
        _ batch: Batch, _ failure: CallFailure, now: Int64, _ writer: CacheWriter
    ) throws -> StoreVerdict {
        switch failure {
        case .nothingLeft(let words):
            try each(batch, writer) { try requeue($0, words: words, now: now, writer) }
            return .unreachable(words: words)
        case .throttled(let seconds, let words):
            try each(batch, writer) { try requeue($0, words: words, now: now, writer) }
            return .throttled(milliseconds: seconds.map { Int64($0) * 1_000 })
        case .refused(let words):
            try each(batch, writer) { try requeue($0, words: words, now: now, writer) }
            return .paused(words: words)
        case .named(let words, _):
            if batch.lines.count == 1 {
                try each(batch, writer) { try fail($0, words: words, now: now, writer) }
            } else {
                try each(batch, writer) { try writer.lose($0, now: now, answered: true, words: words) }
            }
            return .fine
        case .lost(let words, let answered):
            try each(batch, writer) { try writer.lose($0, now: now, answered: answered, words: words) }
            return .fine
        }
    }

    private func each(_ batch: Batch, _ writer: CacheWriter, _ body: (Mark) throws -> Void) throws {
        for line in batch.lines {
            if let mark = try writer.inFlight(line.mark.id, of: batch) { try body(mark) }
        }
    }

    private func confirm(
        _ batch: Batch, _ reply: FulfillmentReply, now: Int64, _ writer: CacheWriter
    ) throws {
        var variants = try writer.facts(of: store).remainingVariants
        for line in batch.lines {
            guard let mark = try writer.inFlight(line.mark.id, of: batch) else { continue }
            if mark.sets != nil {
                let told = reply.told.first { $0.id == mark.purchase }
                try record(mark, told: told, now: now, writer)
                continue
            }
            guard let remaining = reply.remaining(mark.purchase, item: mark.item) else {
                try writer.lose(
                    mark, now: now, answered: true, words: "The server's answer does not name this item.")
                continue
            }
            let check = RemainingCheck(
                remaining: remaining, item: line.before, net: line.before.net + mark.quantity, known: variants
            )
            variants = check.variants
            try confirm(mark, remaining: remaining, check, now: now, writer)
        }
        try learn(variants, writer)
    }

    private func learn(_ variants: Set<RemainingVariant>, _ writer: CacheWriter) throws {
        guard try writer.facts(of: store).remainingVariants != variants else { return }
        try writer.changeFacts(of: store) { $0.remainingVariants = variants }
    }

    private func confirm(
        _ mark: Mark, remaining: Int, _ check: RemainingCheck, now: Int64, _ writer: CacheWriter
    ) throws {
        var done = mark
        done.state = .confirmed
        done.reason = nil
        let words = "\(marksLeave ? "The store has it" : "Kept on this box"); \(remaining) left of the item."
        try writer.change(mark, to: done, event: "confirmed", words: words, now: now)
        try clearLateAlarm(after: done, writer)
        try writer.markAnswered(key(mark.purchase), at: now)
        // What this box works out by itself is no word of a server's.
        guard marksLeave else { return }
        try writer.setServerRemaining(remaining, of: mark.item, in: key(mark.purchase), at: now)
        if check.isShippedElsewhere {
            let words =
                "The server has fewer left of item \(mark.item) than this mark explains: \(remaining)."
            try writer.raise(
                Alarm(reason: .shippedElsewhere, mark: mark.id, words: words), on: key(mark.purchase))
        }
    }

    /// The request had no effect: it may leave again.
    private func requeue(_ mark: Mark, words: String, now: Int64, _ writer: CacheWriter) throws {
        var again = try writer.withdraw(mark)
        again.state = .queued
        again.reason = words
        try writer.change(mark, to: again, event: "queued again", now: now)
    }

    func fail(_ mark: Mark, words: String, now: Int64, _ writer: CacheWriter) throws {
        var failed = try writer.withdraw(mark)
        failed.state = .failed
        failed.reason = words
        try writer.change(mark, to: failed, event: "failed", now: now)
        try dropUndos(of: mark, now: now, writer)
    }
}

extension CacheWriter {
    /// The mark without its last attempt, which for certain had no effect: an entry that looks like it is
    /// somebody else's. An earlier attempt that may still land is its attempt again.
    fileprivate func withdraw(_ mark: Mark) throws -> Mark {
        var without = mark
        without.attempt?.failedAt = nil
        try update(without, expecting: mark.state)
        without.attempt = try attempts(of: mark.id).last {
            $0.failedAt != nil && $0.request != mark.attempt?.request
        }
        without.attempts = max(0, mark.attempts - 1)
        return without
    }
}
