import Model

// Saved views: their counts are not kept by the cache, so news has them counted again, but not all the time.
extension PurchaseList {
    mutating func takeViews(in surroundings: Surroundings) -> Outcome {
        views = surroundings.views
        viewCounts = viewCounts.filter { count in views.contains { $0.name == count.key } }
        if views.isEmpty { return .nothing }
        if pending.viewsRest {
            pending.viewsAreStale = true
            return .nothing
        }
        pending.viewsRest = true
        let questions = views.map { ($0.name, $0.query(of: query.store, asOf: surroundings.clock.asOf)) }
        return Outcome(effects: [
            .cache(.viewCounts(Dictionary(uniqueKeysWithValues: questions))),
            .app(.wake(after: PurchaseList.viewsRest, .viewsMayCount)),
        ])
    }

    mutating func viewsMayCount() -> Outcome {
        pending.viewsRest = false
        guard pending.viewsAreStale else { return .nothing }
        pending.viewsAreStale = false
        return .cache(.views)
    }

    /// Milliseconds.
    private static let viewsRest: Int64 = 3000
}
