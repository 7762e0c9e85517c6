extension InputLine: StackedScreen {
    var context: KeyContext { .line }
    var screen: Screen { .line(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        problem = nil
        choices = []
        guard let intent: LineIntent = surroundings.keymap.intent(press.chord) else {
            if let character = press.chord.character { entry.insert(character) }
            return showPreview(in: surroundings)
        }
        switch intent {
        case .accept: return accept(in: surroundings)
        case .leave: return .go(.pop)
        case .older: recall(1, in: surroundings)
        case .newer: recall(-1, in: surroundings)
        case .complete: return complete(in: surroundings)
        case .eraseBack where entry.isEmpty: return .go(.pop)
        default: edit(intent)
        }
        return showPreview(in: surroundings)
    }

    private mutating func accept(in surroundings: Surroundings) -> Outcome {
        switch purpose {
        case .search: return Outcome(moves: [typed, .leaveForList, .search(entry.text)])
        case .filter: return acceptFilter()
        case .logFilter: return Outcome(moves: [typed, .pop, .filterLog(entry.text)])
        case .command: break
        }
        switch Command.parse(entry.text, in: surroundings) {
        case .success(let command): return Outcome(moves: [typed, .pop, .command(command)])
        case .failure(let wrong): problem = wrong.sentence
        }
        return .nothing
    }

    /// To what all commands that begin so have in common.
    private mutating func complete(in surroundings: Surroundings) -> Outcome {
        if purpose == .filter {
            completeFilter()
            return showPreview(in: surroundings)
        }
        guard purpose == .command else { return .nothing }
        if let command = PathCommand(entry.text), entry.text.contains(" ") {
            return Outcome(effects: [.files(.complete(command.path))])
        }
        let possible = Command.all(in: surroundings).filter { $0.hasPrefix(entry.text) }
        guard let common = common(of: possible) else { return .nothing }
        entry = TextEntry(common)
        choices = words(of: possible)
        return .nothing
    }

    /// Each word that could stand where the last one does, once; none where there is no choice.
    private func words(of possible: [String]) -> [String] {
        let start = entry.text.lastIndex(of: " ").map {
            entry.text.distance(from: entry.text.startIndex, to: $0) + 1
        }
        var words: [String] = []
        for text in possible {
            let word = text.dropFirst(start ?? 0).prefix { $0 != " " }
            if !word.isEmpty, !words.contains(String(word)) { words.append(String(word)) }
        }
        return words.count > 1 ? words : []
    }

    private func common(of texts: [String]) -> String? {
        guard var common = texts.first else { return nil }
        for other in texts { while !other.hasPrefix(common) { common.removeLast() } }
        return common
    }

    /// The files that the path may go on to; late ones, for a path that was typed on, are dropped.
    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        if purpose == .filter { return receivePreview(answer) }
        guard case .paths(let path, let found) = answer, let command = PathCommand(entry.text),
            command.path == path
        else { return .nothing }
        guard let common = common(of: found) else {
            problem = "No file here begins so."
            return .nothing
        }
        entry = TextEntry(command.text(with: common))
        let names = found.map { path in
            path.split(separator: "/").last.map { path.hasSuffix("/") ? "\($0)/" : String($0) } ?? path
        }
        if found.count > 1 { choices = names }
        return .nothing
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
        case .accept, .leave, .complete, .older, .newer: break
        }
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        let completes = purpose == .command || purpose == .filter
        let intents: [LineIntent] = [.accept, .leave] + (completes ? [.complete] : []) + [.eraseAll, .older]
        return intents.compactMap { hint($0, in: surroundings) }
    }
}
