import Model

extension PurchaseList {
    /// Another list: its first page, the cursor at its top. Marks stay, and are checked against it.
    mutating func show(_ query: ListQuery, in surroundings: Surroundings) -> Outcome {
        let isOtherStore = query.store != self.query.store
        self.query = query.dated(surroundings.clock.asOf)
        range = nil
        ghost = nil
        rows = []
        cursor = 0
        offset = nil
        found = nil
        whereabouts = nil
        isLoading = true
        var outcome = load(.first, use: .page(cursor: 0, offset: 0), in: surroundings)
        if isOtherStore {
            viewCounts = [:]
            pending.viewsRest = false
            outcome.effects += [.cache(.counts(query.store)), .cache(.views)]
        }
        outcome.effects += countAnew()
        return outcome
    }

    /// A list that holds more: the cursor stays on its purchase.
    mutating func widen(to query: ListQuery, in surroundings: Surroundings) -> Outcome {
        guard current != nil, query.sort == self.query.sort else { return show(query, in: surroundings) }
        self.query = query.dated(surroundings.clock.asOf)
        offset = nil
        found = nil
        return Outcome(effects: follow(in: surroundings) + countAnew())
    }

    private mutating func countAnew() -> [Effect] {
        var effects: [Effect] = isNarrowed ? [.cache(.total(query))] : []
        if !marks.isEmpty {
            hiddenMarks = nil
            effects.append(.cache(.hidden(marks.keys, query)))
        }
        return effects
    }

    mutating func show(_ subject: ListTab.Subject, in surroundings: Surroundings) -> Outcome {
        switch subject {
        case .state(let filter):
            // What narrowed the list belongs to the view that is left, not to the state.
            let isOfAView = tabs.contains { if case .view = $0.subject { $0.isSelected } else { false } }
            if isOfAView { return show(ListQuery(store: query.store, filter: filter), in: surroundings) }
            return show(filter: filter, in: surroundings)
        case .view(let view):
            return show(view.query(of: query.store, asOf: surroundings.clock.asOf), in: surroundings)
        }
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
        if pending.looksAtMarks {
            pending.purpose = nil
            return .nothing
        }
        var wider = query
        if isSearching { wider.search = "" } else { wider.conditions = ListFilter() }
        return wider == query ? .nothing : widen(to: wider, in: surroundings)
    }

    /// Narrows to a filter line in place of the one before; an empty one ends it.
    mutating func narrow(to line: ListFilter, in surroundings: Surroundings) -> Outcome {
        let next = query.narrowed(to: line, asOf: surroundings.clock.asOf)
        if next == query { return .nothing }
        return line.isEmpty ? widen(to: next, in: surroundings) : show(next, in: surroundings)
    }

    mutating func show(sort: ListSort, in surroundings: Surroundings) -> Outcome {
        var next = query
        next.sort = sort
        var outcome = show(next, in: surroundings)
        outcome.notice = Notice(.info, "Sorted: \(sortWords).")
        return outcome
    }

    /// Any page, counted from 1; the last where there are fewer.
    mutating func go(toPage page: Int, in surroundings: Surroundings) -> Outcome {
        let size = surroundings.layout.listRows
        if let total, (page - 1).multipliedReportingOverflow(by: size).overflow || (page - 1) * size >= total
        {
            var outcome = goLast(in: surroundings)
            let last = max(1, (total + size - 1) / size)
            if page > last { outcome.notice = Notice(.info, "Page \(short(last)) is the last.") }
            return outcome
        }
        if page <= 1 { return goFirst(in: surroundings) }
        let offset = min(page - 1, .max / size / 2) * size
        return load(.at(offset), use: .page(cursor: 0, offset: offset), in: surroundings)
    }

    mutating func showNextStore(in surroundings: Surroundings) -> Outcome {
        let stores = [nil] + surroundings.stores.map { Optional($0.id) }
        let place = stores.firstIndex(of: query.store) ?? 0
        return show(store: stores[(place + 1) % stores.count], in: surroundings)
    }
}
