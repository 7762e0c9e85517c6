import Model

extension LogScreen: StackedScreen {
    var context: KeyContext { .log }
    var screen: Screen { .log(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        if let intent: LogIntent = surroundings.keymap.intent(press.chord) {
            if let why = whyNot(intent.rawValue, in: surroundings) { return .say(.warning, why) }
            return perform(intent)
        }
        guard let intent: BrowsingIntent = surroundings.keymap.intent(press.chord) else { return .nothing }
        return browse(intent, rows: surroundings.layout.explainedRows)
    }

    private func perform(_ intent: LogIntent) -> Outcome {
        switch intent {
        case .filter: return .push(.line(InputLine(.logFilter, text: filter)))
        case .purchase:
            guard let store = current?.store, let purchase = current?.purchase else { return .nothing }
            return .go(.open(PurchaseKey(store: store, purchase: purchase)))
        }
    }

    private mutating func browse(_ intent: BrowsingIntent, rows: Int) -> Outcome {
        switch intent {
        case .down: cursor += 1
        case .up: cursor -= 1
        case .pageDown: cursor += rows
        case .pageUp: cursor -= rows
        case .first: cursor = 0
        case .last: cursor = shown.count - 1
        case .back, .help, .command: return leave(by: intent)
        }
        showCursor(rows: rows)
        return .nothing
    }

    mutating func reload(in surroundings: Surroundings) -> [Effect] {
        [.cache(.log(purchase, limit: LogScreen.limit))]
    }

    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        guard case .log(purchase, let fresh) = answer else { return .nothing }
        fill(fresh, rows: surroundings.layout.explainedRows)
        return .nothing
    }

    func whyNot(_ word: String, in surroundings: Surroundings) -> String? {
        guard LogIntent(rawValue: word) == .purchase else { return nil }
        if current == nil { return "There is no line here." }
        return current?.purchase == nil ? "This line is about no purchase." : nil
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        LogIntent.allCases.compactMap { hint($0, in: surroundings) }
            + browsingHints([.back, .help, .pageDown, .first], in: surroundings)
    }
}
