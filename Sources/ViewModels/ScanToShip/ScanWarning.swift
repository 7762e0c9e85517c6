import Model

/// Something that must be read before the next scan counts.
package enum ScanWarning: Sendable, Hashable {
    /// Nothing of the order can go: it is held, gone, shipped already, or this station only reads.
    case blocked(PurchaseDetail, String)
    /// It could go, but somebody should look first.
    case doubts(Parcel, [String])
    /// It has no usable address: handed over, or put aside.
    case noAddress(Parcel, [String])
    /// An order was scanned where a tracking number was expected.
    case otherOrder(String, PurchaseDetail)
    /// The text is an order here, and could be a tracking number as well.
    case orderOrTracking(String, PurchaseDetail)
    /// The number is on another parcel already.
    case usedTracking(String, PurchaseID)
    /// It looks like no tracking number.
    case oddTracking(String)
    /// The outbox did not take it.
    case refused([String])

    /// What is wrong, the most important first.
    package var lines: [String] {
        switch self {
        case .blocked(let detail, let why): ["Order \(detail.purchase.id) stays here.", why]
        case .doubts(let parcel, let why): ["Look at order \(parcel.detail.purchase.id) first."] + why
        case .noAddress(let parcel, let why):
            ["Order \(parcel.detail.purchase.id) has no usable address."] + why
        case .otherOrder(_, let detail):
            [
                "That is another order: \(detail.purchase.id), \(detail.purchase.purchaser).",
                "The order before is not shipped. Yes changes to \(detail.purchase.id).",
            ]
        case .orderOrTracking(let text, let detail):
            [
                "\(text) is order \(detail.purchase.id), and may be a tracking number too.",
                "Yes takes it as the tracking number; next changes to that order.",
            ]
        case .usedTracking(let text, let id):
            ["\(text) is on a parcel of order \(id) already.", "Yes uses it for this one, too."]
        case .oddTracking(let text):
            ["\(text) looks like no tracking number, and is no order here.", "Yes uses it anyway."]
        case .refused(let sentences): ["It was not marked."] + sentences
        }
    }

    /// The order that it is about, where it is not the one in hand.
    package var detail: PurchaseDetail? {
        switch self {
        case .blocked(let detail, _), .otherOrder(_, let detail), .orderOrTracking(_, let detail): detail
        case .doubts(let parcel, _), .noAddress(let parcel, _): parcel.detail
        case .usedTracking, .oddTracking, .refused: nil
        }
    }

    /// Which answers it takes.
    package var answers: [ScanIntent] {
        switch self {
        case .blocked, .refused: [.ok]
        case .doubts, .otherOrder, .usedTracking, .oddTracking: [.ok, .cancel]
        case .noAddress: [.handOver, .cancel]
        case .orderOrTracking: [.ok, .next, .cancel]
        }
    }
}

extension PurchaseDetail {
    /// Why nothing of it may leave; nil where something may.
    func whyBlocked(in surroundings: Surroundings) -> String? {
        if let why = surroundings.whyReadOnly { return why }
        if let hold { return "On hold by \(hold.author.person) at \(hold.author.station): \(hold.reason)." }
        if isGone || purchase.isCleared { return Refusal.gone(purchase.id).sentence }
        guard figures.safe == 0 else { return nil }
        let last = marks.last { $0.quantity > 0 && ($0.state == .confirmed || $0.state.isOpen) }
        guard let last else { return Refusal.nothingSafe(purchase.id, item: nil).sentence }
        let when = surroundings.clock.moment(of: last.madeAt / 1000)
        let number = last.tracking.map { ", \($0)" } ?? ""
        let who = "\(last.author.person) at \(last.author.station)"
        return "All of it was marked already: \(who), \(when)\(number)."
    }

    /// What somebody should know before it leaves.
    func doubts(_ clock: Clock) -> [String] {
        let isUnsettled = marks.contains { $0.state == .unknown || $0.state == .attention }
        let reasons = standing.attention.filter { $0 != .noAddress }.map(\.sentence)
        return [youngWords(now: clock.now)].compactMap { $0 }
            + (isUnsettled ? ["An earlier mark of it has an outcome that is not known yet."] : []) + reasons
    }
}
