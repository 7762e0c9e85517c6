import Model

// Orders of stores that list none: an id that is not here yet can be asked for.

extension Surroundings {
    /// The store that an unknown id may belong to: the one that is shown, or the only one that takes ids.
    func storeTakingIDs(shown: StoreID?) -> Store? {
        let all = stores.filter { !$0.capabilities.lists }
        if let shown { return all.first { $0.id == shown } }
        return all.count == 1 ? all[0] : nil
    }
}

extension PurchaseList {
    /// The id that was searched for and not found, where a store may know it.
    package func soughtID(in surroundings: Surroundings) -> (PurchaseID, Store)? {
        let text = TextEntry.trim(query.search)
        guard rows.isEmpty, !isLoading, isSearching, query.conditions.isEmpty,
            TrackSheet.fault(in: text) == nil, whereabouts?.isEmpty == true,
            let store = surroundings.storeTakingIDs(shown: query.store)
        else { return nil }
        return (PurchaseID(text), store)
    }

    /// What was searched for and stands under another tab or in another store.
    package var keptElsewhere: [Whereabouts] {
        rows.isEmpty && !isLoading && isSearching ? whereabouts ?? [] : []
    }

    /// The one that was searched for, wherever it stands; where there are several, all of them.
    var soughtElsewhere: Outcome? {
        guard let first = keptElsewhere.first else { return nil }
        if keptElsewhere.count == 1 { return .go(.open(first.key)) }
        return .go(.showEverything(search: TextEntry.trim(query.search)))
    }

    func soughtOrder(in surroundings: Surroundings) -> Outcome? {
        guard surroundings.whyReadOnly == nil, let (id, store) = soughtID(in: surroundings) else {
            return nil
        }
        return .push(.confirm(.fetching(id, from: store)))
    }
}

extension Notice {
    /// Stands until the answer is there.
    static let asking = Notice(.info, "Asking the store…")
}

extension Desk {
    /// Whether to ask for what was scanned; nil where no store could know it.
    func fetching(_ text: String) -> Outcome? {
        guard surroundings.whyReadOnly == nil, TrackSheet.fault(in: text) == nil,
            let store = surroundings.storeTakingIDs(shown: list.query.store)
        else { return nil }
        return Outcome(
            effects: [.app(.bell)], moves: [.push(.confirm(.fetching(PurchaseID(text), from: store)))])
    }
}
