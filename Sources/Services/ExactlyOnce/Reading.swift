import APIs
import Model

/// What one page showed, as far as ``Reading`` cares.
package struct SeenPage: Sendable, Hashable {
    package var purchases: [PurchaseID]
    /// Listed, but in a form that cannot be read.
    package var unreadable: Set<PurchaseID> = []
    /// Some row did not even show its id: no purchase can be called missing.
    package var hasNameless = false
    /// It had no rows at all: the list's end.
    package var isEnd = false

    package init(_ page: PurchasesPage) {
        purchases = page.purchases.map(\.id)
        unreadable = Set(page.setAside.compactMap(\.id))
        hasNameless = page.setAside.contains { $0.id == nil }
        isEnd = page.rowCount == 0
    }
}

/// Pages read until every wanted purchase was seen (protocol, step 3).
///
/// Asks for what was modified since the smallest `last_modified_ts` among them, inclusive, so that untouched
/// rows come back too. What that does not show is looked for in a full pass; only then is it missing.
struct Reading: Sendable, Hashable {
    /// What it was asked for.
    let purchases: Set<PurchaseID>
    private var wanted: Set<PurchaseID>
    private var unreadable: Set<PurchaseID> = []
    private var hasNameless = false
    private var since: Int64?
    private var page = 1
    private var lastPage: SeenPage?

    enum Next: Sendable, Hashable {
        case goOn
        case done(missing: [PurchaseID], unreadable: [PurchaseID])
    }

    /// - Parameters:
    ///   - limit: purchases in one reading; those of similar age share it.
    ///   - afterFailures: how many readings failed in a row: each next one asks for fewer purchases and for
    ///     others, so that one whose reading always fails does not keep the rest from being read.
    /// - Returns: nil where nothing is wanted.
    init?(_ toRead: [PurchaseID: Int64?], limit: Int, afterFailures failures: Int = 0) {
        guard !toRead.isEmpty else { return nil }
        let newestFirst = toRead.sorted { ($0.value ?? 0, $0.key.text) > ($1.value ?? 0, $1.key.text) }
        let size = max(1, newestFirst.count >> min(16, failures))
        let first = failures * size % newestFirst.count
        let chosen = (newestFirst[first...] + newestFirst[..<first]).prefix(min(limit, size))
        purchases = Set(chosen.map(\.key))
        wanted = purchases
        since = chosen.allSatisfy { $0.value != nil } ? chosen.compactMap(\.value).min() : nil
    }

    var effect: Sender.Effect { .read(since: since, page: page) }

    mutating func took(_ seen: SeenPage) -> Next {
        wanted.subtract(seen.purchases)
        unreadable = unreadable.union(seen.unreadable).intersection(wanted)
        hasNameless = hasNameless || seen.hasNameless
        if wanted == unreadable { return .done(missing: [], unreadable: sorted(unreadable)) }
        // A server that repeats its last page for ever ends as well as one that sends an empty one.
        let isOver = seen.isEnd || seen == lastPage
        lastPage = seen
        page += 1
        return isOver ? passEnded() : .goOn
    }

    private mutating func passEnded() -> Next {
        guard since != nil else {
            return hasNameless
                ? .done(missing: [], unreadable: sorted(wanted))
                : .done(missing: sorted(wanted.subtracting(unreadable)), unreadable: sorted(unreadable))
        }
        since = nil
        page = 1
        lastPage = nil
        return .goOn
    }

    private func sorted(_ purchases: Set<PurchaseID>) -> [PurchaseID] {
        purchases.sorted { $0.text < $1.text }
    }
}
