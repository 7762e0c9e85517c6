extension InputLine: StackedScreen {
    var context: KeyContext { .line }
    var screen: Screen { .line(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        problem = nil
        guard let intent: LineIntent = surroundings.keymap.intent(press.chord) else {
            if let character = press.chord.character { entry.insert(character) }
            return showPreview(in: surroundings)
        }
        switch intent {
        case .accept: return accept(in: surroundings)
        case .leave: return .go(.pop)
        case .complete: complete(in: surroundings)
        case .eraseBack where entry.isEmpty: return .go(.pop)
        default: edit(intent)
        }
        return showPreview(in: surroundings)
    }

    private mutating func accept(in surroundings: Surroundings) -> Outcome {
        if purpose == .filter { return acceptFilter() }
        if purpose == .search { return Outcome(moves: [.leaveForList, .search(entry.text)]) }
        switch Command.parse(entry.text, in: surroundings) {
        case .success(let command): return Outcome(moves: [.pop, .command(command)])
        case .failure(let wrong): problem = wrong.sentence
        }
        return .nothing
    }

    /// To what all commands that begin so have in common.
    private mutating func complete(in surroundings: Surroundings) {
        if purpose == .filter { return completeFilter() }
        guard purpose == .command else { return }
        let possible = Command.all(in: surroundings).filter { $0.hasPrefix(entry.text) }
        guard var common = possible.first else { return }
        for other in possible { while !other.hasPrefix(common) { common.removeLast() } }
        entry = TextEntry(common)
        if possible.count > 1 { problem = possible.joined(separator: "  ") }
    }

    private mutating func edit(_ intent: LineIntent) {
        switch intent {
        case .eraseBack: entry.backspace()
        case .erase: entry.delete()
        case .eraseAll: entry.clear()
        case .left: entry.left()
        case .right: entry.right()
        case .home: entry.home()
        case .end: entry.end()
        case .accept, .leave, .complete: break
        }
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        let intents: [LineIntent] =
            purpose == .search ? [.accept, .leave, .eraseAll] : [.accept, .leave, .complete]
        return intents.compactMap { hint($0, in: surroundings) }
    }
}
