import APIs
import Cache

/// When a store is read next, and how (protocol, Sync). Seconds.
package struct SyncSchedule: Sendable, Hashable {
    /// Between incremental passes.
    package var every: Int64 = 30
    /// Between full passes, until the store was seen to move `last_modified_ts` on a fulfillment.
    package var fullEvery: Int64 = 15 * 60
    /// Between full passes afterwards.
    package var fullNightly: Int64 = 24 * 3_600
    /// Taken off the watermark: rows of the same second, and a server's clock that is not quite steady.
    package var overlap: Int64 = 300

    /// After the last request with marks: what another box did in the same moment is seen and told soon.
    package var afterSending: Int64 = 5

    package init() {}

    /// Where everything stands on one page, a full pass costs what an incremental one does.
    package var smallStore = PurchasesRequest.largestPage

    /// What is due, and at which Unix second.
    ///
    /// - Parameters:
    ///   - purchases: of the store, in the cache.
    ///   - now: Unix seconds; a pass that ended later than that, by a clock that went back since, says
    ///     nothing of when it was.
    package func next(
        after facts: StoreFacts, purchases: Int, now: Int64
    ) -> (kind: SyncPass.Kind, at: Int64) {
        if let broken = facts.pass { return (broken.isFull ? .full : .incremental, 0) }
        guard let fullEnded = facts.lastFullPassEndedAt, fullEnded <= now, facts.watermark != nil else {
            return (.full, 0)
        }
        let ended = facts.lastPassEndedAt ?? fullEnded
        let incremental = ended <= now ? ended + every : now
        if facts.movesLastModified == true { return earlier(full: fullEnded + fullNightly, incremental) }
        if purchases <= smallStore { return (.full, incremental) }
        return earlier(full: fullEnded + fullEvery, incremental)
    }

    private func earlier(full: Int64, _ incremental: Int64) -> (kind: SyncPass.Kind, at: Int64) {
        return full <= incremental ? (.full, full) : (.incremental, incremental)
    }
}
