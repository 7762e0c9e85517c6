import Model

extension PurchaseList {
    mutating func load(
        _ anchor: WindowAnchor, use: PendingList.Use, limit: Int? = nil, in surroundings: Surroundings
    ) -> Outcome {
        pending.window = anchor
        pending.use = use
        let limit = limit ?? surroundings.layout.listRows
        return .cache(.window(query, anchor, limit: limit))
    }

    /// Reads again what is shown: the cursor stays on its purchase.
    mutating func reload(in surroundings: Surroundings) -> [Effect] {
        query = query.dated(surroundings.clock.asOf)
        var effects = [Effect.cache(.counts(query.store)), .cache(.views)]
        if isNarrowed { effects.append(.cache(.total(query))) }
        if hiddenMarks == nil { effects.append(.cache(.hidden(marks.keys, query))) }
        effects += follow(in: surroundings)
        if surroundings.layout.showsDetailBeside { effects += readBeside() } else { beside = nil }
        return effects
    }

    /// Asks for two pages, so that the cursor's purchase is found where others came before it.
    mutating func follow(in surroundings: Surroundings) -> [Effect] {
        if rows.isEmpty, let place = pending.resume {
            return load(.from(place.page), use: .page(cursor: 0, offset: nil), in: surroundings).effects
        }
        let first = rows.first { $0.key != ghost }
        let anchor = offset == 0 ? .first : first.map { WindowAnchor.from($0.position) } ?? .first
        return load(anchor, use: .follow, limit: surroundings.layout.listRows * 2, in: surroundings).effects
    }

    mutating func take(_ window: ListWindow, in surroundings: Surroundings) -> Outcome {
        guard window.query == query, window.anchor == pending.window else { return .nothing }
        pending.window = nil
        isLoading = false
        var outcome = use(window, in: surroundings)
        if rows.isEmpty, isSearching {
            outcome.effects.append(.cache(.whereabouts(TextEntry.trim(query.search))))
        }
        return outcome
    }

    private mutating func use(_ window: ListWindow, in surroundings: Surroundings) -> Outcome {
        let size = surroundings.layout.listRows
        return switch pending.use {
        case .page(let row, let offset): turn(to: window, cursor: row, offset: offset, in: surroundings)
        case .follow: stay(window.rows, in: surroundings, size: size)
        case .probe(let fresh): settle(window.rows, instead: fresh, size: size)
        }
    }

    private mutating func turn(
        to window: ListWindow, cursor row: Int, offset: Int?, in surroundings: Surroundings
    ) -> Outcome {
        let opens = pending.opens
        pending.opens = false
        let resumed = pending.resume
        pending.resume = nil
        if window.rows.isEmpty, rows.isEmpty, resumed != nil {
            return load(.first, use: .page(cursor: 0, offset: 0), in: surroundings)
        }
        if window.rows.isEmpty, window.anchor != .first, window.anchor != .last {
            if case .before = window.anchor { self.offset = 0 }
            return .nothing
        }
        if case .before = window.anchor, window.rows.count < surroundings.layout.listRows {
            pending.opens = opens
            let place = min(row, window.rows.count - 1)
            return load(.first, use: .page(cursor: place, offset: 0), in: surroundings)
        }
        rows = Array(window.rows.prefix(surroundings.layout.listRows))
        self.offset = offset
        let held = rows.firstIndex { $0.key == resumed?.cursor }
        cursor = max(0, min(held ?? row, rows.count - 1))
        var outcome = rest(in: surroundings)
        if offset == nil { outcome.effects += rank() }
        if opens, let key = current?.key { outcome.moves.append(.open(key)) }
        return outcome
    }

    private func rank() -> [Effect] {
        guard let first = rows.first(where: { $0.key != ghost }) else { return [] }
        return [.cache(.rank(query, first.position))]
    }
}

// News: the page is read again, and the cursor stays on the purchase that it is on.
extension PurchaseList {
    private mutating func stay(
        _ fresh: [ListRow], in surroundings: Surroundings, size: Int
    ) -> Outcome {
        guard let held = current else {
            adopt(fresh.prefix(size), cursor: 0)
            offset = rows.isEmpty || offset == nil ? 0 : offset
            return Outcome(effects: surroundings.layout.showsDetailBeside ? readBeside() : [])
        }
        if let place = fresh.firstIndex(where: { $0.key == held.key }) {
            pending.leaving.remove(held.key)
            let start = max(0, place - (size - 1))
            ghost = nil
            offset = offset.map { $0 + start }
            adopt(fresh.dropFirst(start).prefix(size), cursor: place - start)
            return Outcome(effects: offset == 0 ? [] : rank())
        }
        return load(.from(held.position), use: .probe(fresh), in: surroundings)
    }

    private mutating func settle(_ probe: [ListRow], instead fresh: [ListRow], size: Int) -> Outcome {
        guard let held = current else { return .nothing }
        if probe.first?.key == held.key {
            ghost = nil
            adopt(probe.prefix(size), cursor: 0)
            return Outcome(effects: rank())
        }
        let next = probe.first.map(\.key)
        let place = next.map { key in fresh.firstIndex { $0.key == key } } ?? fresh.count
        guard let place, place < size else { return adopt(probe, after: held, size: size) }
        if pending.leaving.remove(held.key) != nil {
            adopt(fresh.prefix(size), cursor: place)
        } else {
            ghost = held.key
            adopt((fresh[..<place] + [held] + fresh[place...]).prefix(size), cursor: place)
        }
        return Outcome(effects: offset == 0 ? [] : rank())
    }

    /// All that stood before it on the page is gone as well.
    private mutating func adopt(_ probe: [ListRow], after held: ListRow, size: Int) -> Outcome {
        let isOwn = pending.leaving.remove(held.key) != nil
        ghost = isOwn ? nil : held.key
        adopt((isOwn ? probe : [held] + probe).prefix(size), cursor: 0)
        return Outcome(effects: rank())
    }

    private mutating func adopt(_ fresh: ArraySlice<ListRow>, cursor place: Int) {
        rows = Array(fresh)
        cursor = max(0, min(place, rows.count - 1))
    }
}
