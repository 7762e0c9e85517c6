import Model

extension Notice {
    /// What has come of an action; nil while all of it is open and nothing went wrong.
    static func outcome(
        of rows: [OutboxRow], _ action: ActionID, in surroundings: Surroundings
    ) -> Notice? {
        let keymap = surroundings.keymap
        let marks = rows.map(\.mark)
        let bad = marks.filter { [.conflict, .failed, .attention].contains($0.state) }
        guard let first = bad.first else { return settled(marks, action, in: surroundings) }
        let outbox = keymap.chords(of: ListIntent.outbox).first.map { "; \($0.label) shows it" } ?? ""
        let why = first.reason.map { ": \($0)" } ?? "."
        return Notice(
            .error, "\(bad.count) of \(counted(marks.count, "mark")) did not go through\(outbox)\(why)",
            undoes: first.verb == .undo ? nil : action, follows: action
        ).about(marks, in: surroundings)
    }

    private static func settled(
        _ marks: [Mark], _ action: ActionID, in surroundings: Surroundings
    ) -> Notice? {
        let keymap = surroundings.keymap
        let done = marks.filter { $0.state == .confirmed }
        guard let first = done.first, marks.allSatisfy({ !$0.state.isOpen }) else { return nil }
        let words = itemsOfPurchases(done, in: surroundings)
        let kept = keptWords(done, in: surroundings)
        if first.verb == .undo {
            let again = keymap.chords(of: ListIntent.redo).first.map { " \($0.label) marks it again." } ?? ""
            return Notice(.good, "\(words) taken back\(kept).\(again)", follows: action)
        }
        let key = keymap.chords(of: ListIntent.undo).first?.label ?? "undo"
        let called = surroundings.store(first.store)?.capabilities.words ?? .parcels
        let isSet = first.quantity == 0 || first.verb == .change
        let deed = isSet ? "changed" : first.verb == .handOver ? "handed over" : called.done
        // What was meant twice cannot be taken back.
        let isClosed = done.allSatisfy { mark in
            guard let sets = mark.sets else { return false }
            return surroundings.store(mark.store)?.valueRules?.mayBeTakenBack(sets) == false
        }
        let back = isClosed ? "" : " \(key) takes it back."
        return Notice(
            .good, "\(words) \(deed)\(kept).\(back)", undoes: isClosed ? nil : action, follows: action
        ).about(done, in: surroundings)
    }

    /// What is said of those that no store knows of.
    private static func keptWords(_ marks: [Mark], in surroundings: Surroundings) -> String {
        let kept = marks.count { surroundings.keeps($0.store) }
        if kept == 0 { return "" }
        return kept == marks.count ? ", on this box" : ", \(kept) of the marks on this box only"
    }

    func about(_ marks: [Mark], in surroundings: Surroundings) -> Notice {
        var notice = self
        notice.isKept = marks.allSatisfy { surroundings.keeps($0.store) }
        notice.subject = Notice.itemsOfPurchases(marks, in: surroundings)
        notice.purchases = Notice.purchases(of: marks).count
        return notice
    }

    private static func purchases(of marks: [Mark]) -> Set<PurchaseKey> {
        Set(marks.map { PurchaseKey(store: $0.store, purchase: $0.purchase) })
    }

    /// `4 items of purchase 1300`, `9 items of 3 purchases`.
    static func itemsOfPurchases(_ marks: [Mark], in surroundings: Surroundings) -> String {
        let count = marks.reduce(0) { $0 + abs($1.quantity) }
        let items = count == 0 ? "Values" : counted(count, "item")
        let purchases = purchases(of: marks)
        guard purchases.count == 1, let only = purchases.first else {
            return "\(items) of \(counted(purchases.count, surroundings.noun(of: marks.map(\.store))))"
        }
        return "\(items) of \(surroundings.noun(of: [only.store])) \(only.purchase)"
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
                of: rows, action, in: surroundings)
        else { return }
        let rest = notice?.rest ?? ""
        notice = outcome
        notice?.text += rest
        notice?.rest = rest
    }
}

extension Notice {
    /// ` 1 item fewer than the preview said: 1043 (2 of 3, bench-2 marked it).`
    static func words(on surprises: [Surprise]) -> String {
        guard !surprises.isEmpty else { return "" }
        let fewer = surprises.reduce(0) { $0 + $1.promised - $1.accepted }
        let amount =
            fewer == 0 ? "Not as" : "\(counted(abs(fewer), "item")) \(fewer > 0 ? "fewer" : "more") than"
        let most = 2
        let each = surprises.prefix(most).map { surprise in
            let why = surprise.other.map { "\($0.station) marked it" } ?? "the store's list changed"
            return "\(surprise.purchase) (\(surprise.accepted) of \(surprise.promised), \(why))"
        }
        let others = surprises.count > most ? " and \(surprises.count - most) more" : ""
        return " \(amount) the preview said: \(each.joined(separator: ", "))\(others)."
    }
}
