import Model

extension Desk {
    /// Goes where an outcome says, shows its notice, and hands on what is to be done outside.
    mutating func apply(_ outcome: Outcome) -> [Effect] {
        var effects = outcome.effects
        for move in outcome.moves { effects += go(move) }
        if let said = outcome.notice { notice = said }
        return effects
    }

    private mutating func go(_ move: Outcome.Move) -> [Effect] {
        switch move {
        case .push(let screen): return push(screen)
        case .pop: stack.removeLast(min(1, stack.count))
        case .leaveForms: leaveForms()
        case .goOnWhile(let deed, let words): return doBehind(deed, saying: words)
        case .leaveForList: stack = []
        case .open(let key): return open(key)
        case .openNeighbour(let step): return openNeighbour(step)
        case .filterLog(let words): filterLog(words)
        case .showAction(let action): return showAction(action)
        case .search(let text): return apply(list.search(text, in: surroundings))
        case .narrow(let filter): return apply(list.narrow(to: filter, in: surroundings))
        case .typeFilter(let text): return typeFilter(text)
        case .sort(let sort): return apply(list.show(sort: sort, in: surroundings))
        case .command(let command): return apply(perform(command))
        case .remember(let purpose, let text): typed.add(text, for: purpose)
        case .wear(let theme): return apply(change(to: theme))
        case .dropMarks(let keys): list.dropMarks(keys)
        case .mark(let purchases): return apply(list.markAlso(purchases))
        case .showEverything(let search):
            let query = ListQuery(search: search, sort: list.query.sort)
            return apply(list.show(query, in: surroundings))
        }
        return []
    }

    private mutating func push(_ screen: Screen) -> [Effect] {
        if notice?.isPending == true, behind.isEmpty { notice = nil }
        var screen = screen
        if case .line(var line) = screen {
            line.recall.lines = typed.lines(for: line.purpose)
            let below: any ScreenModel = stack.last?.model ?? list
            line.words = below.words(in: surroundings)
            line.showCandidates(in: surroundings)
            screen = .line(line)
        }
        let effects = screen.model.reload(in: surroundings)
        stack.append(screen)
        return effects
    }

    private mutating func typeFilter(_ text: String) -> [Effect] {
        stack.removeLast(min(1, stack.count))
        var line = InputLine(filtering: list.query)
        line.entry = TextEntry(text)
        line.completesWhenKnown = true
        return push(.line(line))
    }

    private mutating func filterLog(_ words: String) {
        guard case .log(var log)? = stack.last else { return }
        log.show(only: words, rows: surroundings.layout.explainedRows)
        stack[stack.count - 1] = .log(log)
    }

    private mutating func showAction(_ action: ActionID) -> [Effect] {
        if case .outbox? = stack.last { stack.removeLast() }
        return push(.outbox(OutboxScreen(scope: .action(action))))
    }

    private mutating func leaveForms() {
        while let top = stack.last, top.isForm || top.isQuestion { stack.removeLast() }
    }

    /// A detail stands on the list; following a transfer or a scan replaces the one before.
    private mutating func open(_ key: PurchaseKey) -> [Effect] {
        stack = []
        var screen = DetailScreen(key)
        let reads = surroundings.store(key.store)?.capabilities.readsOnOpening == true
        guard reads, surroundings.whyReadOnly == nil else { return push(.detail(screen)) }
        screen.reading = .underWay
        return push(.detail(screen)) + [.sync(.look(key))]
    }

    private mutating func openNeighbour(_ step: Int) -> [Effect] {
        let before = list.current?.key
        let effects = apply(list.step(step, in: surroundings))
        guard let key = list.current?.key, key != before else {
            list.opensNextPage()
            return effects
        }
        return effects + open(key)
    }
}

extension Desk {
    private mutating func change(to theme: String) -> Outcome {
        surroundings.theme = theme
        return Outcome(effects: [.app(.theme(theme))])
    }

    /// A station that only reads never leads, so it has nobody to ask.
    private func ask(_ effect: SyncEffect, saying words: String) -> Outcome {
        if let why = surroundings.whyReadOnly {
            return .say(.warning, "\(why) The store is read by whoever sends for it.")
        }
        return Outcome(effects: [.sync(effect)], notice: Notice(.info, words))
    }

    private mutating func perform(_ command: Command) -> Outcome {
        switch command {
        case .quit: Outcome(effects: [.app(.quit)])
        case .sync: ask(.now(nil), saying: "Reading what changed…")
        case .fullSync: ask(.full(nil), saying: "Reading everything…")
        case .retryPaused: ask(.retryPaused(nil), saying: "Asking the store again…")
        case .theme(let name): change(to: name)
        case .themes: .push(.themes(ThemePicker(before: surroundings.theme)))
        case .store(let id): list.show(store: id, in: surroundings)
        case .outbox: .push(.outbox(OutboxScreen()))
        case .log: .push(.log(LogScreen()))
        case .today: .push(.today(TodayScreen()))
        case .help: .push(.help(help))
        case .scan: scanToShip()
        case .undo: look(for: .undo)
        case .redo: look(for: .redo)
        case .stop: look(for: .stop)
        case .importFile(let path, let again): importing(path, again: again)
        case .export(let path, let form, let replaces): exporting(to: path, form, replaces: replaces)
        case .report(let path, let replaces): reporting(to: path, replaces: replaces)
        case .list(let order): perform(order)
        case .deed(let deed): perform(deed)
        }
    }

    private func importing(_ path: String, again: Bool) -> Outcome {
        if let why = surroundings.whyReadOnly { return .say(.warning, why) }
        return .push(.importing(ImportScreen(path, again: again)))
    }

    private func reporting(to path: String, replaces: Bool) -> Outcome {
        let order = ReportOrder(
            path: path, replaces: replaces, station: surroundings.author.station, clock: surroundings.clock)
        return Outcome(effects: [.files(.report(order))], notice: Notice(.info, "Writing \(path)…"))
    }

    /// On the list and in a purchase, as the keys there.
    private mutating func perform(_ deed: Command.Deed) -> Outcome {
        switch stack.last {
        case nil: return list.take(deed.onList, in: surroundings)
        case .detail(var detail):
            guard let intent = deed.onPurchase else { break }
            let outcome = detail.take(intent, in: surroundings)
            stack[stack.count - 1] = .detail(detail)
            return outcome
        default: break
        }
        let place = deed.onPurchase == nil ? "on the list" : "on the list and in a purchase"
        return .say(.warning, "That works \(place).")
    }

    /// What the list shows: its filter, search and order; where something is marked, only that.
    private func exporting(to path: String, _ form: ExportOrder.Form, replaces: Bool) -> Outcome {
        let order = ExportOrder(
            path: path, form: form, replaces: replaces, query: list.query, marked: list.marks.keys)
        return Outcome(effects: [.files(.export(order))], notice: Notice(.info, "Writing \(path)…"))
    }
}

extension Command.Deed {
    fileprivate var onList: ListIntent {
        switch self {
        case .pick: .pickList
        case .slip: .slips
        case .hold: .hold
        case .note: .memo
        }
    }

    /// Nil where one purchase has no such key.
    fileprivate var onPurchase: DetailIntent? {
        switch self {
        case .pick: nil
        case .slip: .slip
        case .hold: .hold
        case .note: .memo
        }
    }
}
