import Model

// From a key to a form: marks that are out of sight stand in the way, and what is fresh is read first.
extension PurchaseList {
    mutating func ask(_ purpose: PendingList.Purpose) -> Outcome {
        pending.purpose = purpose
        pending.subject = nil
        if !marks.isEmpty {
            let words = "Looking at \(counted(marks.count, "marked purchase"))…"
            return Outcome(
                effects: [.cache(.hidden(marks.keys, query))],
                notice: marks.count > 1 ? .pending(words) : nil)
        }
        return current.map { ask(purpose, of: $0.key) } ?? .nothing
    }

    private mutating func ask(_ purpose: PendingList.Purpose, of key: PurchaseKey) -> Outcome {
        pending.purpose = purpose
        pending.subject = key
        return .cache(.detail(key))
    }

    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        switch answer {
        case .window(let window): return take(window, in: surroundings)
        case .counts(let store, let counts):
            if store == query.store { self.counts = counts }
        case .total(query, let number): found = number
        case .rank(query, let position, let number): return take(number, before: position, in: surroundings)
        case .matching(query, let purchases): return mark(purchases)
        case .hidden(query, let keys): return takeHidden(keys, in: surroundings)
        case .tooManyMatch(query):
            pending.marking = nil
            return .say(.warning, Marks.tooMany)
        case .whereabouts(TextEntry.trim(query.search), let places): whereabouts = places
        case .views: return takeViews(in: surroundings)
        case .viewCounts(let counts): viewCounts = counts
        case .detail(let key, let detail): return take(detail, of: key, in: surroundings)
        case .candidates(let candidates): return take(candidates, in: surroundings)
        default: break
        }
        return .nothing
    }

    /// Now that it is known how many come before the page: one that is short, because little comes after it,
    /// gives way to the first where its purchase stands there as well.
    private mutating func take(
        _ number: Int, before position: RowPosition, in surroundings: Surroundings
    ) -> Outcome {
        guard rows.first(where: { $0.key != ghost })?.position == position else { return .nothing }
        offset = number
        let size = surroundings.layout.listRows
        guard ghost == nil, pending.window == nil, number > 0, rows.count < size, number + cursor < size
        else {
            return .nothing
        }
        return load(.first, use: .page(cursor: number + cursor, offset: 0), in: surroundings)
    }

    private mutating func takeHidden(
        _ hidden: [PurchaseKey], in surroundings: Surroundings
    ) -> Outcome {
        hiddenMarks = hidden.count
        guard let purpose = pending.purpose, pending.subject == nil else { return .nothing }
        if !hidden.isEmpty {
            pending.purpose = nil
            return .push(.hiddenMarks(HiddenMarks(hidden: hidden, marked: marks.count)))
        }
        if let outcome = paper(purpose, marks.keys.sorted(by: isBefore), in: surroundings) { return outcome }
        if let only = marks.keys.first, marks.count == 1 { return ask(purpose, of: only) }
        return .cache(.candidates(marks.keys.sorted(by: isBefore)))
    }

    /// What is asked of the keys alone; nil for what needs to know more.
    private mutating func paper(
        _ purpose: PendingList.Purpose, _ keys: [PurchaseKey], in surroundings: Surroundings
    ) -> Outcome? {
        guard purpose == .pick || purpose == .slips else { return nil }
        pending.purpose = nil
        return purpose == .pick
            ? .push(.pick(PickScreen(.purchases(keys))))
            : .push(.paper(PaperForm(slipsOf: keys, order: query, in: surroundings)))
    }

    /// What to fetch for the marked purchases, or for all that the list shows.
    mutating func askPickList() -> Outcome {
        marks.isEmpty ? .push(.pick(PickScreen(.list(query)))) : ask(.pick)
    }

    /// Slips of the marked purchases, or of the one under the cursor.
    mutating func askSlips(in surroundings: Surroundings) -> Outcome {
        if !marks.isEmpty { return ask(.slips) }
        return current.flatMap { paper(.slips, [$0.key], in: surroundings) } ?? .nothing
    }

    /// A note goes to the purchase under the cursor, whatever is marked.
    mutating func askMemo() -> Outcome { current.map { ask(.memo, of: $0.key) } ?? .nothing }

    private func isBefore(_ a: PurchaseKey, _ b: PurchaseKey) -> Bool {
        (a.store, a.purchase.number ?? .max, a.purchase.text)
            < (b.store, b.purchase.number ?? .max, b.purchase.text)
    }

    private mutating func take(
        _ detail: PurchaseDetail?, of key: PurchaseKey, in surroundings: Surroundings
    ) -> Outcome {
        if beside?.key == key { _ = beside?.receive(.detail(key, detail), in: surroundings) }
        guard let purpose = pending.purpose, pending.subject == key else { return .nothing }
        pending.purpose = nil
        guard let detail else {
            return .say(.error, Refusal.unknownPurchase(key.purchase).sentence)
        }
        switch purpose {
        case .ship: return .shipping(detail, .ship, in: surroundings)
        case .handOver: return .shipping(detail, .handOver, in: surroundings)
        case .undo: return .undoing(detail, in: surroundings)
        case .hold: return .holding(detail)
        case .memo: return .noting(detail, in: surroundings)
        case .pick, .slips: return .nothing
        }
    }

    private mutating func take(_ candidates: [BulkCandidate], in surroundings: Surroundings) -> Outcome {
        guard let purpose = pending.purpose, pending.subject == nil else { return .nothing }
        pending.purpose = nil
        if purpose == .hold { return .holding(candidates) }
        let verb: Verb = purpose == .undo ? .undo : purpose == .handOver ? .handOver : .ship
        let plan = BulkPlan(verb: verb, candidates, now: surroundings.clock.now)
        return verb == .undo
            ? .push(.confirm(.undoing(plan, author: surroundings.author)))
            : .push(.ship(ShipForm(plan)))
    }
}
