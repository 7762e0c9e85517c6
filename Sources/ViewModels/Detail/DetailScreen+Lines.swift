import Model

extension DetailScreen {
    /// The purchase from top to bottom: facts and attention, address label, items, timeline, refunds,
    /// transfers. Empty while it is read.
    package func lines(_ clock: Clock) -> [DetailLine] {
        guard let detail else { return isMissing ? [.note("This purchase is not in the cache.")] : [] }
        let parts = [
            facts(of: detail, clock), address(of: detail), items(of: detail), history(of: detail, clock),
            values(of: detail), refunds(of: detail), transfers(of: detail),
        ]
        return Array(parts.filter { !$0.isEmpty }.joined(separator: [.blank]))
    }

    private func facts(of detail: PurchaseDetail, _ clock: Clock) -> [DetailLine] {
        let purchase = detail.purchase
        var lines = buyer(of: purchase, in: detail.store, clock)
        lines.append(.fact(label: "State", value: stateWords(of: detail)))
        if !detail.store.capabilities.addresses, !detail.store.capabilities.arrives {
            let isKnown = detail.purchase.address != nil
            let words = isKnown ? "as in the buyer's account" : detail.addressSource.whyNone
            lines.append(.fact(label: "Address", value: words))
        }
        if let code = purchase.confirmationCode { lines.append(.fact(label: "Code", value: code)) }
        lines.append(.fact(label: "Store", value: detail.store.name))
        if let hold = detail.hold {
            lines.append(.attention("On hold since \(clock.moment(of: hold.at)): \(hold.reason)"))
        }
        if let why = detail.purchase.storeHold { lines.append(.attention(why)) }
        if let claim = detail.claim?.words(clock) { lines.append(.attention(claim)) }
        if let alert = detail.companions.alert { lines.append(.attention(alert)) }
        if let young = detail.youngWords(now: clock.now) { lines.append(.attention(young)) }
        if detail.isGone { lines.append(.attention("It is gone from the store's list.")) }
        let spoken = detail.alarms.map { DetailLine.attention("\($0.reason.sentence) \($0.words)") }
        let alarmed = Set(detail.alarms.map(\.reason))
        let unspoken = detail.standing.attention.filter { !alarmed.contains($0) }
        return lines + spoken + unspoken.map { .attention($0.sentence) }
    }

    /// Who bought it and when; what comes in is only on offer.
    private func buyer(of purchase: Purchase, in store: Store, _ clock: Clock) -> [DetailLine] {
        if store.capabilities.arrives { return [] }
        let at = purchase.purchasedAt
        let bought = at == 0 ? "–" : "\(clock.moment(of: at)), \(clock.age(of: at)) ago"
        return [
            .fact(label: "Purchaser", value: purchase.purchaser.isEmpty ? "(no name)" : purchase.purchaser),
            .fact(label: "Bought", value: bought),
        ]
    }

    private func stateWords(of detail: PurchaseDetail) -> String {
        let words = detail.standingWords
        return detail.standing.isWaiting ? "\(words), on its way" : words
    }

    private func address(of detail: PurchaseDetail) -> [DetailLine] {
        let isEntered = detail.store.capabilities.addresses
        guard let address = detail.purchase.address else {
            return isEntered ? [.heading("Address"), .addressFlag("No address was entered.")] : []
        }
        let missing = address.missingParts
        let flags = missing.isEmpty ? [] : ["Missing: \(missing.joined(separator: ", "))."]
        return [.heading("Address")]
            + address.labelLines.map(DetailLine.address)
            + (flags + address.oddities).map(DetailLine.addressFlag)
    }

    private func items(of detail: PurchaseDetail) -> [DetailLine] {
        let lines = detail.figures.items.map {
            DetailLine.item(
                ItemLine(
                    name: detail.name(of: $0.item.num), figures: $0,
                    outbox: outbox(of: $0.item.num, in: detail)))
        }
        return [.heading("Items")] + lines
    }

    /// How many of an item stand in each state that is not settled.
    private func outbox(of item: Int, in detail: PurchaseDetail) -> [MarkState: Int] {
        detail.marks.filter { $0.item == item && $0.quantity > 0 && $0.state.isOpen }
            .reduce(into: [:]) { $0[$1.state, default: 0] += $1.quantity }
    }

    private func history(of detail: PurchaseDetail, _ clock: Clock) -> [DetailLine] {
        let entries = timeline(of: detail, clock)
        let kept = detail.store.capabilities.marksLeave ? "" : ", kept on this box"
        let what = detail.store.capabilities.arrives ? "History" : "Shipments"
        let title = what + (detail.memos.isEmpty ? "" : " and notes") + kept
        return entries.isEmpty ? [] : [.heading(title)] + entries.map(DetailLine.entry)
    }

    private func lines(of sheet: OrderSheet) -> [DetailLine] {
        let facts = sheet.facts.map { DetailLine.fact(label: $0.label, value: $0.value) }
        let tickets = sheet.tickets.enumerated().map { place, words in
            DetailLine.fact(label: "\(place + 1)", value: words)
        }
        return [.heading("Order")] + facts + (tickets.isEmpty ? [] : [.blank, .heading("Tickets")] + tickets)
    }

    /// By the names of the document, in its order; what is only read comes last.
    private func values(of detail: PurchaseDetail) -> [DetailLine] {
        if let sheet = OrderSheet(detail) { return lines(of: sheet) }
        guard let rules = detail.store.valueRules else { return [] }
        let values = detail.purchase.attributes
        let known = rules.fields(of: detail.purchase).map(\.name)
        let rest = values.names.filter { !known.contains($0) }
        let lines = (known + rest).compactMap { name -> DetailLine? in
            guard let value = values[name], !value.isEmpty else { return nil }
            return .fact(label: name, value: value)
        }
        let untold = seatsUntold(in: detail).map { [DetailLine.fact(label: "seats", value: $0)] } ?? []
        let all = untold + lines
        return all.isEmpty ? [] : [.heading("Values")] + all
    }

    /// Why no seats stand here; nil where they do, or where there could be none.
    private func seatsUntold(in detail: PurchaseDetail) -> String? {
        guard detail.store.capabilities.readsOnOpening, !detail.tellsSeats else { return nil }
        switch reading {
        case .no: return "read on opening"
        case .underWay: return "being read…"
        case .done: return "the store tells none"
        case .failed(let why): return "not read: \(why)"
        }
    }

    private func refunds(of detail: PurchaseDetail) -> [DetailLine] {
        let refunds = detail.purchase.refunds
        return refunds.isEmpty ? [] : [.heading("Refunds")] + refunds.map(DetailLine.refund)
    }

    private func transfers(of detail: PurchaseDetail) -> [DetailLine] {
        let lines = transferLines(of: detail).map(DetailLine.transfer)
        return lines.isEmpty ? [] : [.heading("Transfers")] + lines
    }

    /// Item by item, where it went and then where it came from.
    func transferLines(of detail: PurchaseDetail) -> [TransferLine] {
        detail.purchase.items.flatMap { item in
            item.transferredTo.map { line($0, of: item, in: detail, isOut: true) }
                + item.transferredFrom.map { line($0, of: item, in: detail, isOut: false) }
        }
    }

    private func line(
        _ transfer: Transfer, of item: PurchasedItem, in detail: PurchaseDetail, isOut: Bool
    ) -> TransferLine {
        TransferLine(
            itemName: detail.name(of: item.num), quantity: transfer.quantity, purchase: transfer.purchase,
            isOut: isOut)
    }
}

extension PurchaseState {
    /// As people read it.
    package var title: String {
        switch self {
        case .toShip: "to ship"
        case .partly: "partly shipped"
        case .shipped: "shipped"
        case .nothing: "nothing to ship"
        case .held: "on hold"
        }
    }
}

extension PurchaseDetail {
    /// `Bought 6 min ago; its buyer may still clear it.` Nil once that is over.
    package func youngWords(now: Int64) -> String? {
        guard store.capabilities.clears else { return nil }
        let age = max(0, now + clockOffset - purchase.purchasedAt)
        guard age < clearWindow else { return nil }
        return "Bought \(age / 60) min ago; its buyer may still clear it."
    }
}
