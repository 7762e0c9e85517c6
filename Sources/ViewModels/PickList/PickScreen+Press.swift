import Model

extension PickScreen: StackedScreen {
    var context: KeyContext { .pickList }
    var screen: Screen { .pick(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        if let intent: PickIntent = surroundings.keymap.intent(press.chord) {
            if let why = whyNot(intent.rawValue, in: surroundings) { return .say(.warning, why) }
            return perform(intent, in: surroundings)
        }
        guard let intent: BrowsingIntent = surroundings.keymap.intent(press.chord) else { return .nothing }
        return browse(intent, page: room(in: surroundings))
    }

    private mutating func perform(_ intent: PickIntent, in surroundings: Surroundings) -> Outcome {
        switch intent {
        case .recount: return recount()
        case .paper: return list.map { .push(.paper(PaperForm($0, in: surroundings))) } ?? .nothing
        case .open: return open(page: room(in: surroundings))
        case .tick: return tick(page: room(in: surroundings))
        case .unfoldAll:
            let line = current?.line
            unfolded = unfolded.isEmpty ? Set((list?.lines ?? []).map(\.id)) : []
            if let line { goTo(line) }
            showCursor(page: room(in: surroundings))
        }
        return .nothing
    }

    private mutating func recount() -> Outcome {
        isCounting = true
        isStale = false
        return .cache(.pickList(scope))
    }

    private mutating func open(page: Int) -> Outcome {
        switch current {
        case .source(let source, _): return .push(.detail(DetailScreen(source.key)))
        case .line(let line): unfolded.formSymmetricDifference([line.id])
        case .more(_, let line):
            unfolded.remove(line)
            goTo(line)
        case nil: break
        }
        showCursor(page: page)
        return .nothing
    }

    private mutating func tick(page: Int) -> Outcome {
        guard let id = current?.line, let line = list?.lines.first(where: { $0.id == id }) else {
            return .nothing
        }
        ticks[id] = isTicked(line) ? nil : line.quantity
        let rows = rows
        if let next = rows.indices.first(where: { $0 > cursor && rows[$0].line != id }) { cursor = next }
        showCursor(page: page)
        return .nothing
    }

    private mutating func goTo(_ line: PickLine.ID) { cursor = rows.firstIndex { $0.line == line } ?? 0 }

    private mutating func browse(_ intent: BrowsingIntent, page: Int) -> Outcome {
        let last = max(0, rows.count - 1)
        switch intent {
        case .down: cursor = min(last, cursor + 1)
        case .up: cursor = max(0, cursor - 1)
        case .pageDown: cursor = min(last, cursor + page)
        case .pageUp: cursor = max(0, cursor - page)
        case .first: cursor = 0
        case .last: cursor = last
        case .back, .help, .command: return leave(by: intent)
        }
        showCursor(page: page)
        return .nothing
    }

    private mutating func showCursor(page: Int) {
        let count = rows.count
        cursor = max(0, min(cursor, count - 1))
        top = max(0, min(top, max(0, count - page)))
        if cursor < top { top = cursor }
        if cursor >= top + page { top = cursor - page + 1 }
    }

    /// How many rows fit: below the column heads, and above what was left out.
    private func room(in surroundings: Surroundings) -> Int {
        max(1, surroundings.layout.bodyRows - 1 - skippedRows(in: surroundings.layout))
    }

    /// How many rows at the foot say what was left out.
    package func skippedRows(in layout: Layout) -> Int {
        let reasons = list?.skipped.count ?? 0
        return reasons == 0 ? 0 : min(reasons + 1, max(2, layout.bodyRows / 4))
    }
}

extension PickScreen {
    /// Few purchases are counted anew whenever something changes; of many only a person asks for it.
    mutating func reload(in surroundings: Surroundings) -> [Effect] {
        if let list, list.purchases + list.skippedCount > PickScreen.countedAtOnce {
            isStale = !isCounting
            return []
        }
        isCounting = true
        return [.cache(.pickList(scope))]
    }

    private static let countedAtOnce = 2_000

    /// The cursor stays on its line.
    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        guard case .pickList(scope, let fresh) = answer else { return .nothing }
        let held = current
        list = fresh
        isCounting = false
        let rows = rows
        let place = rows.firstIndex { $0 == held } ?? rows.firstIndex { $0.line == held?.line }
        cursor = place ?? cursor
        showCursor(page: room(in: surroundings))
        return .nothing
    }

    func whyNot(_ word: String, in surroundings: Surroundings) -> String? {
        guard let intent = PickIntent(rawValue: word), intent != .recount else { return nil }
        guard let list else { return "It is being counted." }
        return list.lines.isEmpty ? "There is nothing to pick." : nil
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        var hints = [PickIntent.tick, .open, .paper, .unfoldAll].compactMap { hint($0, in: surroundings) }
        hints.insert(contentsOf: browsingHints([.back, .help], in: surroundings), at: min(2, hints.count))
        return hints + [hint(PickIntent.recount, in: surroundings)].compactMap(\.self)
    }
}
