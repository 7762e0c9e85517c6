import Model

extension DetailScreen: StackedScreen {
    var context: KeyContext { .detail }
    var screen: Screen { .detail(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        if let intent: DetailIntent = surroundings.keymap.intent(press.chord) {
            return take(intent, in: surroundings)
        }
        guard let intent: BrowsingIntent = surroundings.keymap.intent(press.chord) else { return .nothing }
        return browse(intent, scroll: &scroll, page: surroundings.layout.bodyRows)
    }

    /// Does what is asked for, or says why not.
    mutating func take(_ intent: DetailIntent, in surroundings: Surroundings) -> Outcome {
        Outcome.no(availability(of: intent, in: surroundings)) ?? perform(intent, in: surroundings)
    }

    private mutating func perform(_ intent: DetailIntent, in surroundings: Surroundings) -> Outcome {
        switch intent {
        case .next: return .go(.openNeighbour(1))
        case .previous: return .go(.openNeighbour(-1))
        case .log: return .push(.log(LogScreen(of: key)))
        case .outbox: return .push(.outbox(OutboxScreen()))
        default: break
        }
        guard let detail else { return .nothing }
        return perform(intent, on: detail, in: surroundings)
    }

    private mutating func perform(
        _ intent: DetailIntent, on detail: PurchaseDetail, in surroundings: Surroundings
    ) -> Outcome {
        switch intent {
        case .ship: .shipping(detail, .ship, in: surroundings)
        case .handOver: .shipping(detail, .handOver, in: surroundings)
        case .undo: .undoing(detail, in: surroundings)
        case .change: ChangeForm(detail).map { .push(.change($0)) } ?? .nothing
        case .hold: .holding(detail)
        case .settle:
            detail.unsettledMarks.first.map { .push(.bothSides(BothSidesScreen($0, of: key))) } ?? .nothing
        case .memo: .noting(detail, in: surroundings)
        case .slip: .push(.paper(PaperForm(slipsOf: [key], order: ListQuery(), in: surroundings)))
        case .together: .together(detail)
        case .takeNote: .push(.confirm(.takingNote(of: detail)))
        case .follow:
            follow(transferLines(of: detail))
        case .copyTracking: newestTracking.map(copying) ?? .nothing
        case .copyLink: copyLink()
        case .shipLabel: Outcome(effects: [.files(.label(key))])
        case .next, .previous, .log, .outbox: .nothing
        }
    }

    /// One is opened at once; of several a person chooses.
    private func follow(_ transfers: [TransferLine]) -> Outcome {
        guard let first = transfers.first else { return .nothing }
        if Set(transfers.map(\.purchase)).count == 1 {
            return .go(.open(PurchaseKey(store: key.store, purchase: first.purchase)))
        }
        return .push(.transfers(TransferChoice(store: key.store, transfers: transfers)))
    }

    private func copying(_ tracking: String) -> Outcome {
        Outcome(effects: [.app(.copy(tracking))], notice: Notice(.info, "Copied \(tracking)."))
    }

    /// Where the number may be several carriers', each press copies the next one's page.
    private mutating func copyLink() -> Outcome {
        let all = links
        guard !all.isEmpty else { return .nothing }
        let chosen = all[linksCopied % all.count]
        linksCopied += 1
        let others = all.filter { $0 != chosen }.map(\.carrier.name)
        let rest =
            others.isEmpty ? "" : " It may be \(others.joined(separator: " or "))'s: again copies that."
        return Outcome(
            effects: [.app(.copy(chosen.link ?? ""))],
            notice: Notice(.info, "Copied the page of \(chosen.carrier.name).\(rest)"))
    }

    mutating func reload(in surroundings: Surroundings) -> [Effect] { [.cache(.detail(key))] }

    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        if case .looked(key, let whyNot) = answer { reading = whyNot.map(Reading.failed) ?? .done }
        guard case .detail(key, let detail) = answer else { return .nothing }
        self.detail = detail
        isMissing = detail == nil
        return .nothing
    }
}

extension DetailScreen {
    func availability(of intent: DetailIntent, in surroundings: Surroundings) -> Availability {
        whyNot(intent, in: surroundings).map(Availability.disabled) ?? .enabled
    }

    func whyNot(_ word: String, in surroundings: Surroundings) -> String? {
        DetailIntent(rawValue: word).flatMap { whyNot($0, in: surroundings) }
    }

    private func whyNot(_ intent: DetailIntent, in surroundings: Surroundings) -> String? {
        switch intent {
        case .next, .previous, .log, .outbox: return nil
        default: break
        }
        guard let detail else { return isMissing ? "It is not in the cache." : "It is being read." }
        switch intent {
        case .ship, .handOver, .undo, .change, .hold, .takeNote, .memo:
            return surroundings.whyReadOnly ?? whyNotMark(intent, detail)
        case .settle:
            return detail.unsettledMarks.isEmpty ? "Nothing of it waits for a person." : nil
        case .follow: return transferLines(of: detail).isEmpty ? "Nothing of it was transferred." : nil
        case .together: return detail.companions.isEmpty ? Outcome.noCompanion : nil
        case .slip: return nil
        case .shipLabel:
            if !detail.store.capabilities.labels { return "This kind of store knows no labels." }
            return detail.label == nil ? "It has no label." : nil
        case .copyTracking: return newestTracking == nil ? "It has no tracking number." : nil
        case .copyLink: return whyNoLink
        case .next, .previous, .log, .outbox: return nil
        }
    }

    private func whyNotMark(_ intent: DetailIntent, _ detail: PurchaseDetail) -> String? {
        switch intent {
        case .ship: detail.whyNotShip(.ship)
        case .handOver: detail.whyNotShip(.handOver)
        case .undo: UndoSource.all(of: detail).isEmpty ? "Nothing of it can be taken back." : nil
        case .change: detail.whyNotChange
        case .takeNote: detail.alarms.isEmpty ? "There is no alarm to take note of." : nil
        default: nil
        }
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        let rare: [DetailIntent] = [.settle, .takeNote, .together, .follow, .change, .shipLabel]
        let now = rare.filter { whyNot($0, in: surroundings) == nil }
        let intents: [DetailIntent] = [.ship, .undo] + now + [.handOver, .next, .hold, .slip, .memo, .log]
        var hints = intents.compactMap { intent in
            hint(intent, in: surroundings).map { hint in
                let releases = intent == .hold && detail?.hold != nil
                if releases { return FooterHint(hint.chord, "release", isEnabled: hint.isEnabled) }
                return hint
            }
        }
        hints.insert(contentsOf: browsingHints([.back, .help], in: surroundings), at: min(2, hints.count))
        return hints
    }

    func words(in surroundings: Surroundings) -> ShipWords {
        surroundings.store(key.store)?.capabilities.words ?? .parcels
    }

    private var links: [TrackingCandidate] { newestTracking.map { TrackingReading($0).links } ?? [] }

    private var whyNoLink: String? {
        guard let tracking = newestTracking else { return "It has no tracking number." }
        return links.isEmpty ? "No carrier's page is known for \(tracking)." : nil
    }

    private var newestTracking: String? {
        guard let detail else { return nil }
        return timeline(of: detail, Clock()).last { $0.tracking?.isEmpty == false }?.tracking
    }
}

extension PurchaseDetail {
    /// Why no value of it can be changed; nil where one can.
    var whyNotChange: String? {
        guard let rules = store.valueRules else {
            return "This store keeps a ledger, no values that could be changed."
        }
        if isGone { return Refusal.gone(purchase.id).sentence }
        return rules.whyClosed(purchase)
    }

    /// Why nothing can be shipped or handed over; nil where something can.
    func whyNotShip(_ verb: Verb) -> String? {
        if verb == .handOver, !store.capabilities.handOver {
            return "This kind of store knows no handing over."
        }
        if let hold { return Refusal.held(purchase.id, reason: hold.reason).sentence }
        if isGone || purchase.isCleared { return Refusal.gone(purchase.id).sentence }
        if store.capabilities.finalStatuses { return store.valueRules?.whyClosed(purchase) }
        return figures.safe == 0 ? Refusal.nothingSafe(purchase.id, item: nil).sentence : nil
    }
}
