import Cache
import Model

/// Who packs what on this box. A claim warns others and forbids nothing: whether a mark is right is checked
/// when it is accepted and again before it leaves.
package struct ClaimBook: Sendable {
    private let cache: Cache
    private let process: String

    /// - Parameter process: who claims; a test may be two at once.
    package init(cache: Cache, process: String = ProcessSign.own) {
        self.cache = cache
        self.process = process
    }

    /// Somebody opened a purchase's form here. Leaves another's claim alone that still stands.
    ///
    /// - Parameter now: Unix milliseconds.
    package func claim(_ key: PurchaseKey, by author: Author, now: Int64) throws {
        try cache.write { writer in
            if standing(try writer.claim(of: key), now: now / 1_000) != nil { return }
            try put(key, author, now, writer)
        }
    }

    /// As ``claim(_:by:now:)``, whoever has it.
    package func takeOver(_ key: PurchaseKey, by author: Author, now: Int64) throws {
        try cache.write { try put(key, author, now, $0) }
    }

    /// The form was closed, or its mark was made. What another took over stays theirs.
    package func release(_ key: PurchaseKey) throws {
        try cache.write { try $0.unclaim(key, process: process) }
    }

    /// The program ends.
    package func releaseAll() throws { try cache.write { try $0.unclaim(process: process) } }

    /// The claim, if it is another's and still stands: its program runs, and it is not old.
    ///
    /// - Parameter now: Unix seconds.
    package func standing(_ claim: Claim?, now: Int64) -> Claim? {
        guard let claim, claim.process != process, claim.stands(at: now),
            ProcessSign.isRunning(claim.process)
        else { return nil }
        return claim
    }

    /// What nobody stands behind any more goes at the same time.
    private func put(_ key: PurchaseKey, _ author: Author, _ now: Int64, _ writer: CacheWriter) throws {
        let dead = try writer.claims().filter {
            !$1.stands(at: now / 1_000) || !ProcessSign.isRunning($1.process)
        }
        for (key, claim) in dead { try writer.unclaim(key, process: claim.process) }
        try writer.claim(key, Claim(author: author, process: process, since: now / 1_000))
    }
}
