import Model

extension Dashboard {
    /// The screen as it is, to be kept.
    package func memory(wasCutOff: Bool) -> ScreenMemory { desk.memory(wasCutOff: wasCutOff) }

    /// Puts back a screen that was kept; before ``start()``.
    /// - Parameter now: Unix seconds.
    package mutating func resume(_ memory: ScreenMemory, now: Int64) { desk.resume(memory, now: now) }
}

extension Desk {
    func memory(wasCutOff: Bool) -> ScreenMemory {
        var memory = ScreenMemory(
            at: surroundings.clock.now, wasCutOff: wasCutOff, theme: surroundings.theme, query: list.query,
            marks: [])
        memory.typed = typed
        guard wasCutOff else { return memory }
        memory.page = list.rows.first { $0.key != list.ghost }?.position
        memory.cursor = list.current?.key
        memory.marks = list.marks.items.map { MarkedPurchase($0.key, items: $0.value) }
        for screen in stack {
            switch screen {
            case .detail(let detail): memory.opened = .purchase(detail.key)
            case .today: memory.opened = .today
            case .ship(let form): memory.draft = form.draft
            default: break
            }
        }
        return memory
    }

    mutating func resume(_ memory: ScreenMemory, now: Int64) {
        let known = Set(surroundings.stores.map(\.id))
        var query = memory.query
        if let store = query.store, !known.contains(store) { query.store = nil }
        if known.count == 1 { query.store = known.first }
        list = PurchaseList(query: query)
        typed = memory.typed ?? LineHistory()
        guard memory.isFresh(now: now) else { return }
        memory.marks.filter { known.contains($0.key.store) }.forEach { list.marks.add($0) }
        list.resume(page: memory.page, cursor: memory.cursor)
        switch memory.opened {
        case .purchase(let key) where known.contains(key.store): stack = [.detail(DetailScreen(key))]
        case .today: stack = [.today(TodayScreen())]
        default: break
        }
        if let draft = memory.draft, draft.purchases.allSatisfy({ known.contains($0.store) }) {
            self.draft = draft
        }
        notice = Notice(.info, welcome(memory))
    }

    private func welcome(_ memory: ScreenMemory) -> String {
        let marked = list.marks.isEmpty ? "" : ", \(list.marks.count) marked"
        let form = draft == nil ? "" : ", the form as you left it; nothing was sent"
        return "Back where the line broke\(marked)\(form)."
    }

    /// Asks for what the kept form is about; it opens when that is read.
    func openDraft() -> [Effect] {
        guard let draft else { return [] }
        if let only = draft.purchases.first, draft.purchases.count == 1 { return [.cache(.detail(only))] }
        return [.cache(.candidates(draft.purchases))]
    }

    /// Opens the kept form once its purchases are read, or says why it cannot be.
    mutating func takeForDraft(_ answer: Answer) -> [Effect] {
        guard let draft else { return [] }
        var effects: [Effect] = []
        switch answer {
        case .detail(let key, let detail?) where draft.purchases == [key]:
            effects = apply(.shipping(detail, draft.verb, in: surroundings))
        case .candidates(let candidates) where candidates.map(\.key) == draft.purchases:
            let plan = BulkPlan(verb: draft.verb, candidates, now: surroundings.clock.now)
            effects = apply(.push(.ship(ShipForm(plan))))
        case .detail(let key, nil) where draft.purchases == [key]: break
        default: return []
        }
        self.draft = nil
        if case .ship(var form)? = stack.last {
            form.fill(from: draft)
            stack[stack.count - 1] = .ship(form)
        }
        return effects
    }
}

extension PurchaseList {
    mutating func resume(page: RowPosition?, cursor: PurchaseKey?) {
        if !marks.isEmpty { hiddenMarks = nil }
        if let page { pending.resume = PendingList.Place(page: page, cursor: cursor) }
    }
}
