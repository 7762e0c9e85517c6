import Model

/// What an action over many purchases would do. Worked out once: it may be about thousands, and is drawn at
/// every key.
package struct BulkPlan: Sendable, Hashable {
    package let verb: Verb
    /// All that were asked for.
    package let candidates: [BulkCandidate]
    package let included: [BulkCandidate]
    package let skipped: [SkipReason: [PurchaseKey]]
    /// What is skipped and why, the most first.
    package let skippedLines: [String]
    package let items: Int
    /// What leaves together leaves in one request, each store for itself.
    package let requests: Int
    /// Of things that come in where all of them do; else of parcels.
    package let words: ShipWords
    /// Numbers are one for each: those that can have one get a row.
    package let takesTracking: Bool
    /// One day for all of them, so that all must take one, and mean the same by it.
    package let takesDay: Bool
    package let takesHandOver: Bool
    /// Those that are shipped by their number alone.
    package let needTracking: [BulkCandidate]
    /// To the addresses that it ships to, but not marked.
    package let companions: [Companion]
    /// Those that somebody had in hand when it was made.
    let claimed: [BulkCandidate]
    /// What only some of the stores can take, and is therefore not offered, or not for all.
    let limits: [String]

    package var skippedCount: Int { skipped.values.reduce(0) { $0 + $1.count } }
    var keys: [PurchaseKey] { candidates.map(\.key) }

    /// `12 purchases, 31 items, 1 request`.
    package var summary: String {
        [counted(included.count, "purchase"), counted(items, "item"), counted(requests, "request")]
            .joined(separator: ", ")
    }
}
