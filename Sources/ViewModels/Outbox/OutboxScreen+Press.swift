import Model

extension OutboxScreen: StackedScreen {
    var context: KeyContext { .outbox }
    var screen: Screen { .outbox(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        if let intent: OutboxIntent = surroundings.keymap.intent(press.chord) {
            if let why = whyNot(intent.rawValue, in: surroundings) { return .say(.warning, why) }
            return perform(intent, in: surroundings)
        }
        guard let intent: BrowsingIntent = surroundings.keymap.intent(press.chord) else { return .nothing }
        return browse(intent, page: surroundings.layout.explainedRows)
    }

    private mutating func perform(_ intent: OutboxIntent, in surroundings: Surroundings) -> Outcome {
        if intent == .scope {
            scope = scope == .open ? .all : .open
            isLoading = true
            return Outcome(effects: reload(in: surroundings))
        }
        guard let row = current else { return .nothing }
        switch intent {
        case .detail:
            let key = PurchaseKey(store: row.mark.store, purchase: row.mark.purchase)
            return row.opensBothSides
                ? .push(.bothSides(BothSidesScreen(row.mark.id, of: key))) : .go(.open(key))
        case .retry: return .push(.confirm(.retrying(row, isKept: surroundings.keeps(row.mark.store))))
        case .drop: return .push(.confirm(.dropping(row, isKept: surroundings.keeps(row.mark.store))))
        case .settleConfirmed: return .push(.confirm(.settling(row, asConfirmed: true)))
        case .settleAbsent: return .push(.confirm(.settling(row, asConfirmed: false)))
        case .undo: return .push(.confirm(.undoing(row.mark.action)))
        case .scope: return .nothing
        }
    }

    private mutating func browse(_ intent: BrowsingIntent, page: Int) -> Outcome {
        let last = max(0, rows.count - 1)
        switch intent {
        case .down: cursor = min(last, cursor + 1)
        case .up: cursor = max(0, cursor - 1)
        case .pageDown: cursor = min(last, cursor + page)
        case .pageUp: cursor = max(0, cursor - page)
        case .first: cursor = 0
        case .last: cursor = last
        case .back, .help, .command: return leave(by: intent)
        }
        showCursor(page: page)
        return .nothing
    }

    private mutating func showCursor(page: Int) {
        top = max(0, min(top, max(0, rows.count - page)))
        if cursor < top { top = cursor }
        if cursor >= top + page { top = cursor - page + 1 }
    }

    mutating func reload(in surroundings: Surroundings) -> [Effect] { [.cache(.outbox(scope))] }

    /// The cursor stays on its mark.
    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        guard case .outbox(scope, let fresh) = answer else { return .nothing }
        let held = current?.mark.id
        rows = fresh
        isLoading = false
        cursor = fresh.firstIndex { $0.mark.id == held } ?? max(0, min(cursor, fresh.count - 1))
        showCursor(page: surroundings.layout.explainedRows)
        return .nothing
    }

    func whyNot(_ word: String, in surroundings: Surroundings) -> String? {
        guard let intent = OutboxIntent(rawValue: word), intent != .scope else { return nil }
        guard let mark = current?.mark else { return "There is no mark here." }
        if intent == .detail { return nil }
        if let why = surroundings.whyReadOnly { return why }
        switch intent {
        case .retry:
            return [.conflict, .failed].contains(mark.state)
                ? nil : "Only what conflicted or failed is sent again."
        case .drop:
            let canGo: [MarkState] = [.queued, .conflict, .failed]
            return canGo.contains(mark.state) ? nil : "Only what has not left can be dropped."
        case .settleConfirmed, .settleAbsent:
            return mark.state == .attention ? nil : "Only what waits for a person can be settled."
        case .undo:
            if mark.verb == .undo { return "It is an undo already." }
            let taken = current?.takenBack ?? 0
            return taken > 0 && taken >= mark.quantity ? "It is taken back already." : nil
        case .detail, .scope: return nil
        }
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        let useful = OutboxIntent.allCases.filter { whyNot($0.rawValue, in: surroundings) == nil }
        return useful.compactMap { intent in
            hint(intent, in: surroundings).map { hint in
                let isBoth = intent == .detail && current?.opensBothSides == true
                return isBoth ? FooterHint(hint.chord, "both sides") : hint
            }
        } + browsingHints([.back, .help], in: surroundings)
    }
}

extension OutboxRow {
    /// Settled ones lead to their purchase; the others first to what is to be settled about them.
    fileprivate var opensBothSides: Bool { needsPerson || mark.state == .unknown }
}
