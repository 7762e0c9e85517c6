import Model

extension Desk {
    /// The header: the store that the list shows, and how it is doing.
    package var status: StatusLine {
        let shown = surroundings.health.filter { list.query.store == nil || $0.store == list.query.store }
        return StatusLine(
            store: storeWords, station: surroundings.author.station, isDemo: surroundings.isDemo,
            isReadOnly: surroundings.isReadOnly, mode: modeWords(shown),
            facts: StatusFact.all(shown, in: surroundings))
    }

    /// Nobody should take a trial for the real thing, nor the other way round. Where only some of the stores
    /// say which it is, they are named.
    private func modeWords(_ shown: [StoreHealth]) -> String? {
        let told = shown.filter { $0.mode != nil }
        if told.isEmpty { return nil }
        if told.count == shown.count, Set(told.map(\.mode)).count == 1 { return told[0].mode }
        return told.map { "\(surroundings.storeName($0.store)): \($0.mode ?? "")" }.joined(separator: ", ")
    }

    /// All that the list shows comes in rather than goes out.
    package var listArrives: Bool {
        list.query.store.flatMap(surroundings.store)?.capabilities.arrives ?? false
    }

    /// The list's tabs, called as its store has it.
    package var tabs: [ListTab] {
        list.tabs.map { tab in
            var tab = tab
            tab.arrives = listArrives
            return tab
        }
    }

    private var storeWords: String {
        if let store = list.query.store { return surroundings.storeName(store) }
        return surroundings.stores.count == 1 ? surroundings.stores[0].name : "all stores"
    }
}
