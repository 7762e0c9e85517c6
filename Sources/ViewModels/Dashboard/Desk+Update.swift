import Model

extension Desk {
    /// Routes a press: what works everywhere first, then the screen on top.
    mutating func press(_ press: KeyPress) -> Outcome {
        let offered = notice
        noteKeyWhileBehind()
        if behind.isEmpty || offered?.isPending != true { notice = nil }
        if let common: CommonIntent = surroundings.keymap.intent(press.chord) { return perform(common) }
        if isTooSmall { return .nothing }
        if let action = offered?.undoes, asksToUndo(press.chord) {
            return .push(
                .confirm(
                    .undoing(
                        action, offered?.subject ?? "", of: offered?.purchases ?? 2,
                        isKept: offered?.isKept ?? false)))
        }
        if let outcome = undoingFromLog(press.chord) { return outcome }
        if asksToRedo(press.chord) { return look(for: .redo) }
        guard let top = stack.indices.last else {
            let asksToQuit = surroundings.keymap.intent(press.chord) == ListIntent.quit
            return asksToQuit ? quitFromList(press, offered) : list.press(press, in: surroundings)
        }
        return stack[top].model.press(press, in: surroundings)
    }

    private func asksToUndo(_ chord: Chord) -> Bool {
        let keymap = surroundings.keymap
        switch stack.last {
        case nil: return keymap.intent(chord) == ListIntent.undo
        case .detail: return keymap.intent(chord) == DetailIntent.undo
        case .outbox: return keymap.intent(chord) == OutboxIntent.undo
        default: return false
        }
    }

    private func perform(_ intent: CommonIntent) -> Outcome {
        switch intent {
        case .suspend: return Outcome(effects: [.app(.suspend)])
        case .redraw: return Outcome(effects: [.app(.redraw)])
        case .stop: return isTooSmall ? .nothing : look(for: .stop)
        case .quit:
            // Where no question can be shown, none is asked: accepted marks are durable anyway.
            if isTooSmall { return Outcome(effects: [.app(.quit)]) }
            if case .confirm(let open)? = stack.last, open.deed == .quit { return .nothing }
            return .push(.confirm(.quitting(sending: surroundings.health.reduce(0) { $0 + $1.onTheirWay })))
        }
    }

    /// Routes news and answers to all that may wait for them.
    mutating func take(_ event: Event) -> [Effect] {
        switch event {
        case .answer(let answer): receive(answer)
        case .changed: reload()
        case .resize(let width, let height): resize(Layout(width: width, height: height))
        case .firstFrameShown(let at): noteFirstFrame(at)
        case .drawn(let lastScroll): note(lastScroll: lastScroll)
        case .wheel(let lines): scroll(lines)
        case .clock(let clock): set(\.clock, to: clock) + (showsClaims ? reload() : [])
        case .health(let health): set(\.health, to: health)
        case .stores(let stores): set(\.stores, to: stores)
        case .woke(.todayRested): restedToday()
        case .woke(.quitLapsed): forgetQuitting()
        case .woke(let token): apply(list.woke(token))
        case .key, .paste, .busy: []
        }
    }

    private mutating func set<Value>(
        _ part: WritableKeyPath<Surroundings, Value>, to value: Value
    ) -> [Effect] {
        surroundings[keyPath: part] = value
        return []
    }

    private mutating func receive(_ answer: Answer) -> [Effect] {
        if case .behind(let number, let answer) = answer { return receive(answer, of: number) }
        if let accepted = answer.accepted {
            list.letGo(accepted.marks.map { PurchaseKey(store: $0.store, purchase: $0.purchase) })
        }
        if case .exported(let exported) = answer { notice = exported.notice }
        if case .wrote(let words) = answer { notice = Notice(.good, words) }
        if case .notExported(let words) = answer { notice = Notice(.error, words) }
        if case .found(let text, let keys) = answer, !isScanning {
            if case .ship(let form)? = stack.last, form.isOne, form.tracking == text {
                return apply(doubted(keys, by: text, in: form))
            }
            return apply(found(keys, by: text))
        }
        if case .action(let purpose, let summary) = answer { return apply(found(summary, for: purpose)) }
        if case .views(let saved) = answer { surroundings.savedViews = saved }
        followNotice(answer)
        var effects = apply(list.receive(answer, in: surroundings))
        for index in stack.indices where index < stack.count {
            effects += apply(stack[index].model.receive(answer, in: surroundings))
        }
        effects += takeForDraft(answer)
        if case .failed(let words) = answer, notice?.yieldsToFailure ?? true {
            notice = Notice(.error, words)
        }
        return effects
    }

    private mutating func restedToday() -> [Effect] {
        guard let place = stack.firstIndex(where: \.isToday), case .today(var today) = stack[place] else {
            return []
        }
        let effects = today.rested(in: surroundings)
        stack[place] = .today(today)
        return effects
    }

    mutating func reload() -> [Effect] {
        var effects = list.reload(in: surroundings)
        for index in stack.indices { effects += stack[index].model.reload(in: surroundings) }
        return effects + questionsOfNotice.filter { !effects.contains($0) }
    }

    private mutating func resize(_ layout: Layout) -> [Effect] {
        surroundings.layout = layout
        return reload()
    }

    private mutating func noteFirstFrame(_ at: Int64) -> [Effect] {
        guard awaitsFirstFrame else { return [] }
        switch stack.last {
        case .confirm(var question)?:
            question.shownAt = at
            stack[stack.count - 1] = .confirm(question)
        case .importing(var screen)?:
            screen.question?.shownAt = at
            stack[stack.count - 1] = .importing(screen)
        default: break
        }
        return []
    }

    private mutating func note(lastScroll: Int) -> [Effect] {
        if let top = stack.indices.last { stack[top].lastScroll = lastScroll }
        return []
    }

    /// As the arrow keys do, but never in a form, where they go from field to field.
    private mutating func scroll(_ lines: Int) -> [Effect] {
        if let context = stack.last?.model.context, context.isTyping { return [] }
        let intent = lines > 0 ? BrowsingIntent.down : .up
        guard let chord = surroundings.keymap.chords(of: intent).first else { return [] }
        var effects: [Effect] = []
        for _ in 0..<min(abs(lines), 10) { effects += apply(press(KeyPress(chord, at: 0, isAlone: false))) }
        return effects
    }
}

extension Answer {
    /// What has become durable, whoever asked for it.
    fileprivate var accepted: Accepted? {
        switch self {
        case .accepted(let accepted): accepted
        case .imported(_, let report): report.accepted
        default: nil
        }
    }
}
