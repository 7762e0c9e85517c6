import Model

extension LogScreen: StackedScreen {
    var context: KeyContext { .browsing }
    var screen: Screen { .log(self) }

    package var title: String { purchase.map { "Log of purchase \($0.purchase)" } ?? "Log" }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        guard let intent: BrowsingIntent = surroundings.keymap.intent(press.chord) else { return .nothing }
        return browse(intent, scroll: &scroll, page: surroundings.layout.bodyRows - 1)
    }

    mutating func reload(in surroundings: Surroundings) -> [Effect] {
        [.cache(.log(purchase, limit: 1000))]
    }

    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        guard case .log(purchase, let fresh) = answer else { return .nothing }
        // New lines come in at the top; what is being read stays where it is.
        if scroll.offset > 0, let first = entries.first?.number {
            let new = fresh.firstIndex { $0.number == first } ?? 0
            scroll.last += new
            scroll.offset += new
        }
        entries = fresh
        isLoading = false
        return .nothing
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        browsingHints([.back, .down, .pageDown, .first, .help], in: surroundings)
    }
}
