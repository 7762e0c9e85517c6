extension ScreenModel {
    /// Moves through lines that have no cursor.
    func browse(_ intent: BrowsingIntent, scroll: inout Int, lines: Int, page: Int) -> Outcome {
        let most = max(0, lines - page)
        switch intent {
        case .down: scroll = min(most, scroll + 1)
        case .up: scroll = max(0, scroll - 1)
        case .pageDown: scroll = min(most, scroll + page)
        case .pageUp: scroll = max(0, scroll - page)
        case .first: scroll = 0
        case .last: scroll = most
        case .back: return .go(.pop)
        case .help: return .go(.command(.help))
        case .command: return .push(.line(InputLine(.command)))
        }
        return .nothing
    }

    func browsingHints(_ intents: [BrowsingIntent], in surroundings: Surroundings) -> [FooterHint] {
        intents.compactMap { hint($0, in: surroundings) }
    }
}
