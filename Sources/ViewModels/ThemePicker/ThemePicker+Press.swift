extension ThemePicker: StackedScreen {
    var context: KeyContext { .picker }
    var screen: Screen { .themes(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        if surroundings.keymap.intent(press.chord) == PickerIntent.choose { return choose() }
        guard let intent: BrowsingIntent = surroundings.keymap.intent(press.chord) else { return .nothing }
        switch intent {
        case .back: return Outcome(moves: [.pop, .wear(before)])
        case .help, .command: return leave(by: intent)
        default: return move(intent)
        }
    }

    private func choose() -> Outcome {
        guard let current else { return .go(.pop) }
        if let problem = current.problem { return .say(.error, problem) }
        return Outcome(moves: [.pop, .wear(current.name)], notice: Notice(.good, "Theme \(current.name)."))
    }

    private mutating func move(_ intent: BrowsingIntent) -> Outcome {
        let last = max(0, choices.count - 1)
        switch intent {
        case .down: cursor = min(last, cursor + 1)
        case .up: cursor = max(0, cursor - 1)
        case .first, .pageUp: cursor = 0
        default: cursor = last
        }
        guard let current else { return .nothing }
        if let problem = current.problem { return .say(.error, problem) }
        return .go(.wear(current.name))
    }

    mutating func reload(in surroundings: Surroundings) -> [Effect] {
        choices.isEmpty ? [.app(.readThemes)] : []
    }

    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        guard case .themes(let read) = answer else { return .nothing }
        choices = read
        cursor = read.firstIndex { $0.name == surroundings.theme } ?? 0
        return .nothing
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        [hint(PickerIntent.choose, in: surroundings)].compactMap(\.self)
            + browsingHints([.back, .down, .up, .help], in: surroundings)
    }
}
