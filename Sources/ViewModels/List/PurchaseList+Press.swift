import Model

extension PurchaseList: ScreenModel {
    var context: KeyContext { .list }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        if let intent: ListIntent = surroundings.keymap.intent(press.chord) {
            return take(intent, in: surroundings)
        }
        guard let intent: BrowsingIntent = surroundings.keymap.intent(press.chord) else { return .nothing }
        return browse(intent, in: surroundings)
    }

    func whyNot(_ word: String, in surroundings: Surroundings) -> String? {
        ListIntent(rawValue: word).flatMap { availability(of: $0, in: surroundings).why }
    }

    /// Does what is asked for, or says why not.
    mutating func take(_ intent: ListIntent, in surroundings: Surroundings) -> Outcome {
        Outcome.no(availability(of: intent, in: surroundings)) ?? perform(intent, in: surroundings)
    }

    private mutating func perform(_ intent: ListIntent, in surroundings: Surroundings) -> Outcome {
        if let tab = intent.tab { return show(tabs[tab].subject, in: surroundings) }
        switch intent {
        case .detail:
            return current.map { .go(.open($0.key)) } ?? soughtElsewhere ?? soughtOrder(in: surroundings)
                ?? .nothing
        case .ship: return ask(.ship)
        case .handOver: return ask(.handOver)
        case .undo: return ask(.undo)
        case .hold: return ask(.hold)
        case .memo: return askMemo()
        case .pickList: return askPickList()
        case .slips: return askSlips(in: surroundings)
        case .outbox: return .push(.outbox(OutboxScreen()))
        case .log: return .push(.log(LogScreen()))
        case .redo: return .go(.command(.redo))
        case .scanToShip: return .go(.command(.scan))
        case .today: return .push(.today(TodayScreen()))
        case .quit: return Outcome(effects: [.app(.quit)])
        default: return performOnList(intent, in: surroundings)
        }
    }

    /// What changes only what is shown and what is marked.
    private mutating func performOnList(_ intent: ListIntent, in surroundings: Surroundings) -> Outcome {
        switch intent {
        case .mark: return markAndStep(in: surroundings)
        case .range: return toggleRange()
        case .rangeDown: return stretchRange(1, in: surroundings)
        case .rangeUp: return stretchRange(-1, in: surroundings)
        case .markPage: rows.forEach { marks.add(MarkedPurchase($0)) }
        case .markAll: return markMatching(.add)
        case .invert: return markMatching(.invert)
        case .clearMarks: clearMarks()
        case .search: return .push(.line(InputLine(.search, text: query.search)))
        case .nextMatch: return step(1, in: surroundings)
        case .previousMatch: return step(-1, in: surroundings)
        case .leaveSearch: return leaveSearch(in: surroundings)
        case .sameItem: return markAlike(sameVariant: false)
        case .sameVariant: return markAlike(sameVariant: true)
        case .filter: return .push(.line(InputLine(filtering: query)))
        case .sort: return .push(.sorting(SortPicker(query.sort)))
        case .store: return showNextStore(in: surroundings)
        default: break
        }
        return .nothing
    }

    private mutating func browse(_ intent: BrowsingIntent, in surroundings: Surroundings) -> Outcome {
        switch intent {
        case .down: step(1, in: surroundings)
        case .up: step(-1, in: surroundings)
        case .pageDown: turnPage(1, in: surroundings)
        case .pageUp: turnPage(-1, in: surroundings)
        case .first: goFirst(in: surroundings)
        case .last: goLast(in: surroundings)
        case .help: .go(.command(.help))
        case .command: .push(.line(InputLine(.command)))
        case .back: .nothing
        }
    }
}
