extension ScreenModel {
    /// Moves through lines that have no cursor.
    func browse(_ intent: BrowsingIntent, scroll: inout Scroll, page: Int) -> Outcome {
        switch intent {
        case .down: scroll.move(by: 1)
        case .up: scroll.move(by: -1)
        case .pageDown: scroll.move(by: page)
        case .pageUp: scroll.move(by: -page)
        case .first: scroll.offset = 0
        case .last: scroll.offset = scroll.last
        case .back, .help, .command: return leave(by: intent)
        }
        return .nothing
    }

    /// What leads away from the screen.
    func leave(by intent: BrowsingIntent) -> Outcome {
        switch intent {
        case .back: return .go(.pop)
        case .help: return .go(.command(.help))
        case .command: return .push(.line(InputLine(.command)))
        default: return .nothing
        }
    }

    func browsingHints(_ intents: [BrowsingIntent], in surroundings: Surroundings) -> [FooterHint] {
        intents.compactMap { hint($0, in: surroundings) }
    }
}
