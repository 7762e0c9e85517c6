extension HiddenMarks: StackedScreen {
    var context: KeyContext { .hiddenMarks }
    var screen: Screen { .hiddenMarks(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        let intent: HiddenMarksIntent? = surroundings.keymap.intent(press.chord)
        switch intent {
        case .show: return Outcome(moves: [.pop, .showEverything(search: "")])
        case .drop:
            return Outcome(
                moves: [.pop, .dropMarks(hidden)],
                notice: Notice(.info, "\(counted(hidden.count, "mark")) dropped."))
        case .back: return .go(.pop)
        case nil: return .nothing
        }
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        HiddenMarksIntent.allCases.compactMap { hint($0, in: surroundings) }
    }
}
