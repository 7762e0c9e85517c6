import Model

extension BothSides {
    /// What a person needs to know first: where the mark stands, what changed in between, what is to be done.
    package func verdict(in surroundings: Surroundings) -> [String] {
        let clock = surroundings.clock
        switch mark.state {
        case .conflict:
            let end = isKept ? "It does not count." : "It was not sent."
            return [balance, causes(clock), end].filter { !$0.isEmpty }
        case .failed:
            return ["The store refused it: \(mark.reason ?? "no reason was given")", causes(clock)]
                .filter { !$0.isEmpty }
        case .attention:
            return [mark.reason ?? "Its outcome is not certain.", lookalikes, causes(clock)]
                .filter { !$0.isEmpty }
        case .unknown, .queued, .sending:
            return [row.story(in: surroundings)]
        case .confirmed, .dropped:
            if alarms.isEmpty { return ["Settled: \(mark.story(prospect, clock, isKept: isKept))"] }
            return alarms.map { $0.reason.sentence } + [surplusWords, causes(clock)].filter { !$0.isEmpty }
        }
    }

    private var isKept: Bool { !detail.store.capabilities.marksLeave }

    /// `3 were safe when zoe marked it, 1 is now.` Where more is, how much was safe then is not known.
    private var balance: String {
        let (asked, person) = (abs(mark.quantity), mark.author.person)
        let were = asked == 1 ? "was" : "were"
        if mark.quantity < 0 {
            let left = max(0, withoutMark?.net ?? 0)
            if left > asked { return "\(person) took back \(asked); \(left) are shipped now." }
            return "\(asked) \(were) shipped when \(person) took it back, \(left) "
                + "\(left == 1 ? "is" : "are") now."
        }
        let safe = withoutMark?.safe ?? 0
        if safe > asked { return "\(person) marked \(asked); \(safe) are safe now." }
        return "\(asked) \(were) safe when \(person) marked it, \(safe) \(safe == 1 ? "is" : "are") now."
    }

    /// Everything that happened to the item since the mark was made, in one sentence.
    func causes(_ clock: Clock) -> String {
        let all = entryCauses(clock) + purchaseCauses(clock)
        guard let first = all.first else {
            return mark.state == .conflict ? mark.reason ?? "" : ""
        }
        let text = ([first.prefix(1).uppercased() + first.dropFirst()] + all.dropFirst())
            .joined(separator: "; ")
        return text + "."
    }

    private func entryCauses(_ clock: Clock) -> [String] {
        entries.filter { $0.isNew && $0.owner != .thisMark }.compactMap { entry in
            let at = clock.moment(of: entry.key.at - detail.clockOffset)
            let tracking = entry.entry.tracking.flatMap { $0.isEmpty ? nil : " with tracking \($0)" } ?? ""
            let deed =
                entry.key.quantity < 0
                ? "took back \(-entry.key.quantity)" : "shipped \(entry.key.quantity)\(tracking)"
            switch entry.owner {
            case .foreign where entry.looksLikeTheMark && mark.state == .attention: return nil
            case .foreign: return "somebody else \(deed) at \(at)"
            case .mark(let other): return "\(other.author.person) at \(other.author.station) \(deed) at \(at)"
            case .late, .thisMark: return nil
            }
        }
    }

    private func purchaseCauses(_ clock: Clock) -> [String] {
        var causes: [String] = []
        let kind = detail.purchase.item(mark.item)?.kind
        for item in detail.purchase.cancelled
        where item.kind == kind && item.at - detail.clockOffset > mark.madeAt / 1000 {
            causes.append("\(item.quantity) cancelled at \(clock.moment(of: item.at - detail.clockOffset))")
        }
        if storeAddress != nil { causes.append("the buyer changed the address") }
        if detail.isGone || detail.purchase.isCleared {
            causes.append("the purchase is cleared or gone from the store's list")
        }
        if let hold = detail.hold, hold.at >= mark.madeAt / 1000 {
            causes.append("\(hold.author.person) put it on hold: \(hold.reason)")
        }
        if let waiting = withoutMark?.waiting, waiting > 0, mark.state == .conflict {
            causes.append("\(waiting) more wait in our outbox")
        }
        return causes
    }

    private var lookalikes: String {
        let count = entries.count { $0.looksLikeTheMark }
        switch count {
        case 0: return "Nothing new on the store's list looks like it."
        case 1: return "One new entry on the store's list looks like it."
        default: return "\(count) new entries on the store's list look like it."
        }
    }

    private var surplusWords: String {
        let count = surplus.reduce(0) { $0 + $1.key.quantity }
        guard count > 0 else { return "" }
        return
            "It was sent \(attempts.count) times because the first seemed lost; the store holds \(count) too many."
    }
}
