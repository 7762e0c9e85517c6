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
        case .leaveForList: stack = []
        case .open(let key): return open(key)
        case .openNeighbour(let step): return openNeighbour(step)
        case .filterLog(let words): filterLog(words)
        case .showAction(let action): return showAction(action)
        case .search(let text): return apply(list.search(text, in: surroundings))
        case .narrow(let filter): return apply(list.narrow(to: filter, in: surroundings))
        case .sort(let sort): return apply(list.show(sort: sort, in: surroundings))
        case .command(let command): return apply(perform(command))
        case .typed(let purpose, let text): surroundings.linesBefore.add(text, to: purpose)
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
        var screen = screen
        let effects = screen.model.reload(in: surroundings)
        stack.append(screen)
        return effects
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
        return push(.detail(DetailScreen(key)))
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
        case .list(let order): perform(order)
        }
    }

    private func importing(_ path: String, again: Bool) -> Outcome {
        if let why = surroundings.whyReadOnly { return .say(.warning, why) }
        return .push(.importing(ImportScreen(path, again: again)))
    }

    /// What the list shows: its filter, search and order; where something is marked, only that.
    private func exporting(to path: String, _ form: ExportOrder.Form, replaces: Bool) -> Outcome {
        let order = ExportOrder(
            path: path, form: form, replaces: replaces, query: list.query, marked: list.marks.keys)
        return Outcome(effects: [.files(.export(order))], notice: Notice(.info, "Writing \(path)…"))
    }
}
