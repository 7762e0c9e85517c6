import Model

/// A mark that a person must settle: our side, the store's side, what changed in between, and the keys that
/// settle it.
package struct BothSidesScreen: Sendable, Hashable {
    package var key: PurchaseKey
    package var mark: MarkID
    /// Nil while it is read, or where there is nothing to show.
    package var sides: BothSides?
    package var isMissing: Bool
    package var scroll = Scroll()

    package init(_ mark: MarkID, of key: PurchaseKey, sides: BothSides? = nil) {
        self.mark = mark
        self.key = key
        self.sides = sides
        isMissing = false
    }
}

/// A key that settles it, and what it will do.
package struct SettlingChoice: Sendable, Hashable {
    package var intent: BothSidesIntent
    package var words: String
}

extension BothSidesScreen {
    /// What can be done now, the most fitting first, each with what it will do.
    package func choices(in surroundings: Surroundings) -> [SettlingChoice] {
        guard let sides else { return [] }
        let order: [BothSidesIntent] = [
            .takeSurplusBack, .retry, .settleConfirmed, .settleAbsent, .drop, .undo, .takeNote,
        ]
        return order.compactMap { intent in
            guard whyNot(intent, sides, surroundings) == nil, let words = sides.effect(of: intent) else {
                return nil
            }
            return SettlingChoice(intent: intent, words: words)
        }
    }

    func whyNot(
        _ intent: BothSidesIntent, _ sides: BothSides, _ surroundings: Surroundings
    ) -> String? {
        switch intent {
        case .purchase, .log: return nil
        case .next, .previous:
            let others = sides.detail.unsettledMarks.filter { $0 != mark }
            return others.isEmpty ? "No other mark of this purchase waits for a person." : nil
        default: return surroundings.whyReadOnly ?? sides.whyNot(intent)
        }
    }
}

extension BothSides {
    /// How much of it could be sent now: all of an undo, of a shipment what is safe.
    var retryable: Int {
        mark.quantity < 0 ? -mark.quantity : min(mark.quantity, withoutMark?.safe ?? 0)
    }

    func whyNot(_ intent: BothSidesIntent) -> String? {
        let hasStopped = mark.state == .conflict || mark.state == .failed
        switch intent {
        case .retry:
            if !hasStopped { return "Only what conflicted or failed is sent again." }
            return retryable == 0 ? "Nothing of it is safe to ship now: drop it." : nil
        case .drop:
            return hasStopped || mark.state == .queued ? nil : "Only what has not left can be dropped."
        case .settleConfirmed, .settleAbsent:
            if mark.state == .attention { return nil }
            return mark.state == .unknown
                ? "shipdesk is still finding out by itself." : "Only what waits for a person can be settled."
        case .takeSurplusBack:
            return surplus.isEmpty ? "Nothing of it landed late, or it is taken back." : nil
        case .undo:
            if mark.state != .confirmed { return "Only what the store has can be taken back." }
            return UndoSource.all(of: detail).isEmpty ? "Nothing of it can be taken back." : nil
        case .takeNote: return alarms.isEmpty ? "There is no alarm to take note of." : nil
        case .purchase, .next, .previous, .log: return nil
        }
    }

    /// What a key will do, in a sentence.
    func effect(of intent: BothSidesIntent) -> String? {
        let (asked, now) = (abs(mark.quantity), retryable)
        switch intent {
        case .retry where mark.quantity < 0: return "takes back the \(asked) again, if they still stand."
        case .retry where now < asked:
            return
                "ships the \(now) that \(now == 1 ? "is" : "are") safe now; the mark for \(asked) is dropped."
        case .retry: return "ships the \(asked) after all, to the address as it is now."
        case .drop: return "sends nothing; what is safe can be shipped anew."
        case .settleConfirmed: return "you have looked: the store has it. It counts as shipped."
        case .settleAbsent: return "you have looked: it is not there. It is sent again."
        case .takeSurplusBack:
            let count = surplus.reduce(0) { $0 + $1.key.quantity }
            return "takes \(count) back on the store; our \(asked) stay shipped."
        case .undo: return "takes ours back, where the other parcel is the one that goes."
        case .takeNote: return "you have dealt with it: the alarm goes, nothing else changes."
        case .purchase, .next, .previous, .log: return nil
        }
    }
}
