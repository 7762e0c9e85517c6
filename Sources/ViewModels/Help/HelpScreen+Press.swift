import Model

extension HelpScreen: StackedScreen {
    var context: KeyContext { .browsing }
    var screen: Screen { .help(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        guard let intent: BrowsingIntent = surroundings.keymap.intent(press.chord) else { return .nothing }
        if intent == .help { return .go(.pop) }
        return browse(intent, scroll: &scroll, page: surroundings.layout.bodyRows)
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        browsingHints([.back, .down, .pageDown], in: surroundings)
    }
}
