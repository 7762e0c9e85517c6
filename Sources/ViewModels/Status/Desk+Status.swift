import Model

extension Desk {
    /// The header: the store that the list shows, and how it is doing.
    package var status: StatusLine {
        let shown = surroundings.health.filter { list.query.store == nil || $0.store == list.query.store }
        return StatusLine(
            store: storeWords, station: surroundings.author.station, isDemo: surroundings.isDemo,
            isReadOnly: surroundings.isReadOnly, facts: StatusFact.all(shown, in: surroundings))
    }

    private var storeWords: String {
        if let store = list.query.store { return surroundings.storeName(store) }
        return surroundings.stores.count == 1 ? surroundings.stores[0].name : "all stores"
    }
}
