extension InputLine: StackedScreen {
    var context: KeyContext { .line }
    var screen: Screen { .line(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        problem = nil
        guard let intent: LineIntent = surroundings.keymap.intent(press.chord) else {
            if let character = press.chord.character { entry.insert(character) }
            return changed(in: surroundings)
        }
        switch intent {
        case .accept: return accept(in: surroundings)
        case .leave: return .go(.pop)
        case .complete: return complete(in: surroundings)
        case .eraseBack where entry.isEmpty: return .go(.pop)
        case .earlier, .later:
            let step = intent == .earlier ? -1 : 1
            guard let text = recall.step(step, from: entry.text) else { return .nothing }
            entry = TextEntry(text)
            candidates = []
            return .nothing
        default: edit(intent)
        }
        return changed(in: surroundings)
    }

    /// The line is another one: it belongs no more to what was typed before, and other words may follow.
    private mutating func changed(in surroundings: Surroundings) -> Outcome {
        recall.place = nil
        showCandidates(in: surroundings)
        return showPreview(in: surroundings)
    }

    mutating func showCandidates(in surroundings: Surroundings) {
        candidates = purpose == .command ? Candidate.all(for: entry.text, in: surroundings, words) : []
    }

    private mutating func accept(in surroundings: Surroundings) -> Outcome {
        switch purpose {
        case .search:
            return Outcome(moves: [.remember(purpose, entry.text), .leaveForList, .search(entry.text)])
        case .filter: return acceptFilter()
        case .logFilter:
            return Outcome(moves: [.remember(purpose, entry.text), .pop, .filterLog(entry.text)])
        case .command: break
        }
        switch Command.parse(entry.text, in: surroundings) {
        case .success(let command):
            return Outcome(moves: [.remember(purpose, entry.text), .pop, .command(command)])
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
        if entry.text.hasPrefix("filter ") {
            return .go(.typeFilter(TextEntry.trim(String(entry.text.dropFirst(7)))))
        }
        if let command = PathCommand(entry.text), entry.text.contains(" ") {
            return Outcome(effects: [.files(.complete(command.path))])
        }
        let possible = Candidate.all(for: entry.text, in: surroundings, words)
        guard var common = common(of: possible.map(\.text)) else { return .nothing }
        if possible.count == 1, !possible[0].takes.isEmpty { common += " " }
        entry = TextEntry(common)
        return changed(in: surroundings)
    }

    private func common(of texts: [String]) -> String? {
        guard var common = texts.first else { return nil }
        for other in texts { while !other.hasPrefix(common) { common.removeLast() } }
        return common
    }

    /// The files that the path may go on to; late ones, for a path that was typed on, are dropped.
    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        if purpose == .filter { return receivePreview(answer, in: surroundings) }
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
        if found.count > 1 { problem = names.joined(separator: "  ") }
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
        case .accept, .leave, .complete, .earlier, .later: break
        }
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        let intents: [LineIntent] =
            switch purpose {
            case .command: [.accept, .leave, .complete, .earlier]
            case .search, .logFilter: [.accept, .leave, .eraseAll, .earlier]
            case .filter: [.accept, .leave, .complete, .eraseAll]
            }
        return intents.compactMap { hint($0, in: surroundings) }
    }
}
