import Model

// Orders and listings that have values instead of a ledger (protocol, Absolute values). The same value set
// twice is the same as once; what must never happen is that a late or repeated one flips a newer one back.

extension Reconciler {
    /// - Parameters:
    ///   - purchase: as just read.
    ///   - marks: all of its marks that were ever sent.
    ///   - claimed: what was told of them already.
    ///   - began: Unix milliseconds when the read began.
    package func valueChanges(
        in purchase: Purchase, marks: [Mark], claimed: Set<EntryKey>, began: Int64
    ) -> [Change] {
        let sent = marks.filter { $0.attempt != nil && $0.sets != nil }
        return sent.compactMap { mark in
            let outcome = mark.outcome(in: purchase)
            switch mark.state {
            case .sending: return nil
            case .unknown: return change(unknown: mark, outcome, purchase, began: began)
            case .queued, .attention, .failed, .conflict:
                guard outcome == .ours, mark.attempt?.failedAt != nil else { return nil }
                return .claim(mark.id, mark.valueClaim)
            case .confirmed, .dropped:
                guard outcome == .ours, mark.mayStillLand, isOverruled(mark, by: sent, in: purchase),
                    !claimed.contains(mark.lateClaim)
                else { return nil }
                return .landedLate(mark.id, mark.lateClaim)
            }
        }
    }

    private func change(
        unknown mark: Mark, _ outcome: Outcome, _ purchase: Purchase, began: Int64
    ) -> Change {
        if outcome == .ours { return .claim(mark.id, mark.valueClaim) }
        if outcome == .untold {
            return .attention(mark.id, words: "The store does not show whether it took effect.")
        }
        // Until an attempt can no longer land, what is shown is not the last word.
        guard let attempt = mark.attempt, provesAbsence(attempt, with: began) else { return .absent(mark.id) }
        if outcome == .before { return .resend(mark.id) }
        return .conflict(mark.id, words: "Somebody else changed it at the same time, to another value.")
    }

    /// Something of it shows that a later request of ours set otherwise, or that was never to stand.
    private func isOverruled(_ mark: Mark, by sent: [Mark], in purchase: Purchase) -> Bool {
        (mark.sets?.names ?? []).contains { name in
            // A person may have sent an older one again: what left last is what is wanted.
            let last = sent.filter { $0.state == .confirmed && $0.sets?[name] != nil }
                .max { $0.lastSent < $1.lastSent }
            guard let last, last.id != mark.id else { return mark.state == .dropped }
            return last.sets?.agrees(with: purchase.attributes, on: name) == false
        }
    }
}

extension Mark {
    /// What the store shows of it.
    func outcome(in purchase: Purchase) -> Outcome {
        Outcome(
            of: sets ?? Attributes(), before: attempt?.before ?? basis.values ?? Attributes(),
            shown: purchase.attributes)
    }

    /// There is no entry that it could claim: this stands for one.
    var valueClaim: EntryKey {
        EntryKey(item: item, at: madeAt, quantity: quantity, tracking: "", ordinal: Int(id.number))
    }

    /// Stands for the attempt of it that landed late.
    fileprivate var lateClaim: EntryKey {
        EntryKey(
            item: item, at: attempt?.sentAt ?? madeAt, quantity: quantity, tracking: "late",
            ordinal: Int(id.number))
    }

    fileprivate var lastSent: Int64 { attempt?.sentAt ?? .min }

    /// More than one request carried it, or the only one was lost and it was given up.
    fileprivate var mayStillLand: Bool {
        attempts > 1 || (state == .dropped && attempt?.failedAt != nil)
    }
}
