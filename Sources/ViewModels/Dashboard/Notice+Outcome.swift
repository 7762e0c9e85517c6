import Model

extension Notice {
    /// What has come of an action; nil while all of it is open and nothing went wrong.
    static func outcome(
        of rows: [OutboxRow], _ action: ActionID, keymap: Keymap, words: ShipWords = .parcels
    ) -> Notice? {
        let marks = rows.map(\.mark)
        let bad = marks.filter { [.conflict, .failed, .attention].contains($0.state) }
        guard let first = bad.first else { return settled(marks, action, keymap: keymap, words) }
        let outbox = keymap.chords(of: ListIntent.outbox).first.map { "; \($0.label) shows it" } ?? ""
        let why = first.reason.map { ": \($0)" } ?? "."
        return Notice(
            .error, "\(bad.count) of \(counted(marks.count, "mark")) did not go through\(outbox)\(why)",
            undoes: first.verb == .undo ? nil : action, follows: action
        ).about(itemsOfPurchases(marks))
    }

    private static func settled(
        _ marks: [Mark], _ action: ActionID, keymap: Keymap, _ called: ShipWords
    ) -> Notice? {
        let done = marks.filter { $0.state == .confirmed }
        guard let first = done.first, marks.allSatisfy({ !$0.state.isOpen }) else { return nil }
        let words = itemsOfPurchases(done)
        if first.verb == .undo {
            let again = keymap.chords(of: ListIntent.redo).first.map { " \($0.label) marks it again." } ?? ""
            return Notice(.good, "\(words) taken back.\(again)", follows: action)
        }
        let key = keymap.chords(of: ListIntent.undo).first?.label ?? "undo"
        let isSet = first.quantity == 0 || first.verb == .change
        let deed = isSet ? "changed" : first.verb == .handOver ? "handed over" : called.done
        return Notice(.good, "\(words) \(deed). \(key) takes it back.", undoes: action, follows: action)
            .about(words)
    }

    func about(_ subject: String) -> Notice {
        var notice = self
        notice.subject = subject
        return notice
    }

    /// `4 items of purchase 1300`, `9 items of 3 purchases`.
    static func itemsOfPurchases(_ marks: [Mark]) -> String {
        let count = marks.reduce(0) { $0 + abs($1.quantity) }
        let purchases = Set(marks.map { PurchaseKey(store: $0.store, purchase: $0.purchase) })
        let items = count == 0 ? "Values" : counted(count, "item")
        guard purchases.count == 1, let only = purchases.first else {
            return "\(items) of \(counted(purchases.count, "purchase"))"
        }
        return "\(items) of purchase \(only.purchase)"
    }
}

extension Desk {
    /// Asks how the action goes that the notice speaks of.
    var questionsOfNotice: [Effect] {
        notice?.follows.map { [.cache(.outbox(.action($0)))] } ?? []
    }

    mutating func followNotice(_ answer: Answer) {
        guard case .outbox(.action(let action), let rows) = answer, notice?.follows == action,
            let outcome = Notice.outcome(
                of: rows, action, keymap: surroundings.keymap,
                words: rows.first.flatMap { surroundings.store($0.mark.store)?.capabilities.words } ?? .parcels)
        else { return }
        let rest = notice?.rest ?? ""
        notice = outcome
        notice?.text += rest
        notice?.rest = rest
    }
}
