import Model

extension BothSidesScreen: StackedScreen {
    var context: KeyContext { .bothSides }
    var screen: Screen { .bothSides(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        if let intent: BothSidesIntent = surroundings.keymap.intent(press.chord) {
            guard let sides else { return .nothing }
            if let why = whyNot(intent, sides, surroundings) { return .say(.warning, why) }
            return perform(intent, on: sides, in: surroundings)
        }
        guard let intent: BrowsingIntent = surroundings.keymap.intent(press.chord) else { return .nothing }
        return browse(intent, scroll: &scroll, page: surroundings.layout.bodyRows)
    }

    private mutating func perform(
        _ intent: BothSidesIntent, on sides: BothSides, in surroundings: Surroundings
    ) -> Outcome {
        let row = sides.row
        switch intent {
        case .retry where sides.retryable < abs(row.mark.quantity):
            return .push(.confirm(.shippingRest(of: row, sides.retryable)))
        case .retry: return .push(.confirm(.retrying(row, isKept: surroundings.keeps(row.mark.store))))
        case .drop: return .push(.confirm(.dropping(row, isKept: surroundings.keeps(row.mark.store))))
        case .settleConfirmed: return .push(.confirm(.settling(row, asConfirmed: true)))
        case .settleAbsent: return .push(.confirm(.settling(row, asConfirmed: false)))
        case .takeSurplusBack: return .push(.confirm(.takingSurplusBack(sides, by: surroundings.author)))
        case .undo: return .undoing(sides.detail, in: surroundings)
        case .takeNote: return .push(.confirm(.takingNote(of: sides.detail)))
        case .purchase: return .go(.open(key))
        case .next: return turn(by: 1, among: sides.detail.unsettledMarks)
        case .previous: return turn(by: -1, among: sides.detail.unsettledMarks)
        case .log: return .push(.log(LogScreen(of: key)))
        }
    }

    private mutating func turn(by step: Int, among marks: [MarkID]) -> Outcome {
        guard !marks.isEmpty else { return .nothing }
        let place = marks.firstIndex(of: mark).map { $0 + step } ?? 0
        mark = marks[(place + marks.count) % marks.count]
        sides = nil
        scroll = Scroll()
        return .cache(.bothSides(mark))
    }

    mutating func reload(in surroundings: Surroundings) -> [Effect] { [.cache(.bothSides(mark))] }

    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        guard case .bothSides(mark, let sides) = answer else { return .nothing }
        self.sides = sides
        isMissing = sides == nil
        return .nothing
    }

    func whyNot(_ word: String, in surroundings: Surroundings) -> String? {
        guard let intent = BothSidesIntent(rawValue: word) else { return nil }
        guard let sides else { return isMissing ? "It is not in the cache." : "It is being read." }
        return whyNot(intent, sides, surroundings)
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        let useful = choices(in: surroundings).map(\.intent)
        let turns: [BothSidesIntent] =
            [.purchase]
            + [.next].filter {
                whyNot($0.rawValue, in: surroundings) == nil
            }
        return (useful + turns).compactMap { hint($0, in: surroundings) }
            + browsingHints([.back, .help], in: surroundings)
    }
}
