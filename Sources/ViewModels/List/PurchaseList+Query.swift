import Model

extension PurchaseList {
    /// Another list: its first page, the cursor at its top. Marks stay, and are checked against it.
    mutating func show(_ query: ListQuery, in surroundings: Surroundings) -> Outcome {
        let isOtherStore = query.store != self.query.store
        self.query = query
        range = nil
        ghost = nil
        rows = []
        cursor = 0
        offset = nil
        found = nil
        isLoading = true
        var outcome = load(.first, use: .page(cursor: 0, offset: 0), in: surroundings)
        if isOtherStore { outcome.effects.append(.cache(.counts(query.store))) }
        if isSearching { outcome.effects.append(.cache(.total(query))) }
        if !marks.isEmpty {
            hiddenMarks = nil
            outcome.effects.append(.cache(.hidden(marks.keys, query)))
        }
        return outcome
    }

    mutating func show(filter: StateFilter, in surroundings: Surroundings) -> Outcome {
        var next = query
        next.filter = filter
        return show(next, in: surroundings)
    }

    /// Nil: all stores.
    mutating func show(store: StoreID?, in surroundings: Surroundings) -> Outcome {
        var next = query
        next.store = store
        var outcome = show(next, in: surroundings)
        outcome.notice = Notice(.info, store.map(surroundings.storeName) ?? "All stores.")
        return outcome
    }

    mutating func search(_ text: String, in surroundings: Surroundings) -> Outcome {
        var next = query
        next.search = TextEntry.trim(text)
        return next == query ? .nothing : show(next, in: surroundings)
    }

    mutating func leaveSearch(in surroundings: Surroundings) -> Outcome {
        if range != nil {
            range = nil
            return .nothing
        }
        return search("", in: surroundings)
    }

    mutating func showNextSort(in surroundings: Surroundings) -> Outcome {
        let sorts = ListSort.Column.allCases.flatMap { [ListSort($0), ListSort($0, descending: true)] }
        let place = sorts.firstIndex(of: query.sort) ?? 0
        var next = query
        next.sort = sorts[(place + 1) % sorts.count]
        var outcome = show(next, in: surroundings)
        outcome.notice = Notice(.info, "Sorted: \(sortWords).")
        return outcome
    }

    mutating func showNextStore(in surroundings: Surroundings) -> Outcome {
        let stores = [nil] + surroundings.stores.map { Optional($0.id) }
        let place = stores.firstIndex(of: query.store) ?? 0
        return show(store: stores[(place + 1) % stores.count], in: surroundings)
    }
}
