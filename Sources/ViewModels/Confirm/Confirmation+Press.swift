import Model

extension Confirmation: StackedScreen {
    var context: KeyContext { .confirm }
    var screen: Screen { .confirm(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        let intent: ConfirmIntent? = surroundings.keymap.intent(press.chord)
        switch intent {
        case .yes: return confirm(press, in: surroundings)
        case .no: return stage == .working ? .nothing : .go(.pop)
        case .down: scroll.move(by: 1)
        case .up: scroll.move(by: -1)
        case nil: break
        }
        return .nothing
    }

    /// Read after the first frame, alone in its read, no repeat, and no part of a scan.
    private mutating func confirm(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        guard stage == .asking else { return .nothing }
        guard let shownAt, press.at > shownAt, press.isAlone, !press.isRepeat else {
            return .say(.warning, "Not counted: press it by itself.")
        }
        if press.chord.isPrintable, !press.isSettled { return .waiting }
        if case .ask(let next) = deed { return .push(.confirm(next)) }
        if case .fetch = deed {
            return Outcome(
                effects: deed.effects(by: surroundings.author), moves: [.pop],
                notice: .asking)
        }
        if let words = presentWords { return .go(.goOnWhile(deed, saying: words)) }
        stage = .working
        return Outcome(effects: deed.effects(by: surroundings.author))
    }

    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        guard stage == .working else { return .nothing }
        switch answer {
        case .accepted(let accepted): return done(accepted, in: surroundings)
        case .done(let words): return Outcome(moves: [.leaveForms], notice: Notice(.good, words))
        case .refused(let refusals): refuse(refusals)
        case .failed(let words): stage = .refused([words])
        default: break
        }
        return .nothing
    }

    /// Many purchases: their progress is shown. One: back to where it was asked for.
    func done(_ accepted: Accepted, in surroundings: Surroundings) -> Outcome {
        if accepted.marks.isEmpty, case .shipRest = deed {
            return Outcome(
                moves: [.leaveForms], notice: Notice(.good, "The store has it after all: nothing was sent."))
        }
        if accepted.marks.isEmpty {
            return Outcome(moves: [.leaveForms], notice: Notice(.good, "Taken back before it left."))
        }
        let redo = surroundings.keymap.chords(of: ListIntent.redo).first
        let again = redo.map { " \($0.label) marks it again." }
        let purchases = Set(accepted.marks.map { PurchaseKey(store: $0.store, purchase: $0.purchase) })
        let isUndo = accepted.marks.allSatisfy { $0.verb == .undo }
        let key = surroundings.keymap.chords(of: ListIntent.undo).first?.label ?? "undo"
        let words = Notice.itemsOfPurchases(accepted.marks, in: surroundings)
        var notice =
            isUndo
            ? Notice(
                .info, "\(words) being taken back.\(again ?? "")", follows: accepted.action)
            : Notice(
                .info, "\(words) on the way. \(key) takes it back.", undoes: accepted.action,
                follows: accepted.action
            ).about(accepted.marks, in: surroundings)
        let rest = Notice.words(on: accepted.surprises)
        notice.text += rest
        notice.rest = rest
        if !rest.isEmpty { notice.kind = .warning }
        var moves = [Outcome.Move.leaveForms]
        if purchases.count > 1 { moves.append(.showAction(accepted.action)) }
        return Outcome(moves: moves, notice: notice)
    }

    /// What cannot be taken back is asked for once more; all else is told.
    mutating func refuse(_ refusals: [Refusal]) {
        guard refusals.allSatisfy(\.isAskedAgain), let meant = deed.meant else {
            stage = .refused(refusals.map(\.sentence))
            return
        }
        deed = meant
        lines = refusals.prefix(Self.mostReasons).map { ConfirmationLine($0.sentence, .warning) }
        if refusals.count > Self.mostReasons {
            lines.append(ConfirmationLine("and \(refusals.count - Self.mostReasons) more", .warning))
        }
        question = "Shall it be so all the same?"
        stage = .asking
        shownAt = nil
    }

    private static let mostReasons = 8

    /// What is to be read: the lines, or why nothing was done.
    package var shownLines: [ConfirmationLine] {
        guard case .refused(let sentences) = stage else { return lines }
        return [ConfirmationLine("Nothing was done:", .strong)]
            + sentences.map { ConfirmationLine($0, .warning) }
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        switch stage {
        case .asking: hints([.yes, .no], in: surroundings)
        case .working: []
        case .refused: hints([.no], in: surroundings)
        }
    }

    private func hints(_ intents: [ConfirmIntent], in surroundings: Surroundings) -> [FooterHint] {
        (intents + (scroll.last > 0 ? [.down, .up] : [])).compactMap { hint($0, in: surroundings) }
    }
}

extension Deed {
    /// The same, meant although it cannot be taken back; nil where there is no such thing.
    fileprivate var meant: Deed? {
        switch self {
        case .submit(var request) where !request.isFinalMeant:
            request.isFinalMeant = true
            return .submit(request)
        case .undo(let action, isFinalMeant: false): return .undo(action, isFinalMeant: true)
        case .redo(let action, isFinalMeant: false): return .redo(action, isFinalMeant: true)
        default: return nil
        }
    }

    func effects(by author: Author) -> [Effect] {
        switch self {
        case .ask: []
        case .submit(let request): [.marks(.submit(request))]
        case .undo(let action, let isMeant): [.marks(.undo(action, author, isFinalMeant: isMeant))]
        case .retry(let marks): [.marks(.retry(marks, author))]
        case .shipRest(let mark): [.marks(.shipRest(mark, author))]
        case .drop(let marks): [.marks(.drop(marks, author))]
        case .settle(let mark, let asConfirmed):
            [.marks(.settle(mark, asConfirmed: asConfirmed, author))]
        case .hold(let keys, let reason): [.marks(.hold(keys, reason: reason, author))]
        case .release(let keys): [.marks(.release(keys, author))]
        case .addMemo(let key, let text): [.marks(.addMemo(key, text: text, author))]
        case .takeNote(let key): [.marks(.takeNote(key, author))]
        case .redo(let action, let isMeant): [.marks(.redo(action, author, isFinalMeant: isMeant))]
        case .stop(let action): [.marks(.stop(action, author))]
        case .importFile(let path, let fingerprint, let again):
            [.files(.importFile(path, fingerprint: fingerprint, again: again, author))]
        case .fetch(let purchase, let store): [.sync(.fetch(purchase, store))]
        case .quit: [.app(.quit)]
        }
    }
}
