import Model

/// What became of a purchase besides being shipped.
struct Fate {
    enum Kind {
        /// Nothing: most of them.
        case none
        /// By the customer, within the quarter of an hour that the store allows.
        case cleared
        case cancelledAndRefunded
        case cancelledInPart
        /// Money back, goods still due: somebody has to decide.
        case refundedOnly
    }

    var kind: Kind
    /// Unix seconds; nil where nothing happened.
    var happenedAt: Int64?
}

extension World {
    func fate(of index: Int) -> Fate {
        let bought = purchasedAt(index)
        let age = startedAt - bought
        guard age > 3600 else { return Fate(kind: .none) }
        var chance = Chance(seed: seed, index: index, stream: .fate)
        let kind: Fate.Kind =
            switch chance.below(1000) {
            case ..<8: .cleared
            case ..<32: .cancelledAndRefunded
            case ..<44: .cancelledInPart
            case ..<52: .refundedOnly
            default: .none
            }
        guard kind != .none else { return Fate(kind: .none) }
        let limit = kind == .cleared ? 800 : Int(min(age - 600, 20 * 86_400))
        return Fate(kind: kind, happenedAt: bought + Int64(chance.within(60...limit)))
    }

    func addFate(_ fate: Fate, to purchase: inout Purchase, _ chance: inout Chance) {
        guard let when = fate.happenedAt, let number = purchase.id.number else { return }
        switch fate.kind {
        case .none, .cleared: break
        case .cancelledAndRefunded: cancel(purchase.items.count, of: &purchase, at: when, part: false)
        case .cancelledInPart: cancel(1, of: &purchase, at: when, part: true)
        case .refundedOnly: break
        }
        guard fate.kind == .cancelledAndRefunded || fate.kind == .refundedOnly else { return }
        let paid = purchase.items.reduce(0) { $0 + ($1.paidInCents ?? 0) }
        let first = chance.happens(permille: 150) ? paid / 3 : paid
        purchase.refunds = [Refund(id: number * 2, amountInCents: first, at: when)]
        if first < paid {
            purchase.refunds.append(Refund(id: number * 2 + 1, amountInCents: paid - first, at: when))
        }
    }

    private func cancel(_ lines: Int, of purchase: inout Purchase, at when: Int64, part: Bool) {
        purchase.cancelled = purchase.items.prefix(lines).enumerated().map { place, item in
            CancelledItem(
                num: place + 1, kind: item.kind, quantity: part ? (item.quantity + 1) / 2 : item.quantity,
                at: when)
        }
    }
}
