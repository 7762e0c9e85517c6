import Model

/// Pages read until every wanted purchase was seen (protocol, step 3).
///
/// Asks for what was modified since the smallest `last_modified_ts` among them, inclusive, so that untouched
/// rows come back too. What that does not show is looked for in a full pass; only then is it missing.
struct Reading: Sendable, Hashable {
    private var wanted: Set<PurchaseID>
    private var since: Int64?
    private var page = 1
    private var lastPage: [PurchaseID] = []

    enum Next: Sendable, Hashable {
        case goOn
        case done
        case missing([PurchaseID])
    }

    /// - Parameter limit: purchases in one reading; those of similar age share it.
    /// - Returns: nil where nothing is wanted.
    init?(_ toRead: [PurchaseID: Int64?], limit: Int) {
        guard !toRead.isEmpty else { return nil }
        let newestFirst = toRead.sorted { ($0.value ?? 0, $0.key.text) > ($1.value ?? 0, $1.key.text) }
        let chosen = newestFirst.prefix(limit)
        wanted = Set(chosen.map(\.key))
        since = chosen.allSatisfy { $0.value != nil } ? chosen.compactMap(\.value).min() : nil
    }

    var effect: Sender.Effect { .read(since: since, page: page) }

    mutating func took(_ ids: [PurchaseID], isEnd: Bool) -> Next {
        wanted.subtract(ids)
        if wanted.isEmpty { return .done }
        // A server that repeats its last page for ever ends as well as one that sends an empty one.
        let repeats = !ids.isEmpty && ids == lastPage
        lastPage = ids
        guard isEnd || repeats else {
            page += 1
            return .goOn
        }
        guard since != nil else { return .missing(wanted.sorted { $0.text < $1.text }) }
        since = nil
        page = 1
        lastPage = []
        return .goOn
    }
}
