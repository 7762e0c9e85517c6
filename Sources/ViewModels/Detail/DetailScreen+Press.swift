import Model

extension DetailScreen: StackedScreen {
    var context: KeyContext { .detail }
    var screen: Screen { .detail(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        if let intent: DetailIntent = surroundings.keymap.intent(press.chord) {
            if let no = Outcome.no(availability(of: intent, in: surroundings)) { return no }
            return perform(intent, in: surroundings)
        }
        guard let intent: BrowsingIntent = surroundings.keymap.intent(press.chord) else { return .nothing }
        return browse(intent, scroll: &scroll, page: surroundings.layout.bodyRows)
    }

    private func perform(_ intent: DetailIntent, in surroundings: Surroundings) -> Outcome {
        switch intent {
        case .next: return .go(.openNeighbour(1))
        case .previous: return .go(.openNeighbour(-1))
        case .log: return .push(.log(LogScreen(of: key)))
        case .outbox: return .push(.outbox(OutboxScreen()))
        default: return detail.map { perform(intent, on: $0, in: surroundings) } ?? .nothing
        }
    }

    private func perform(
        _ intent: DetailIntent, on detail: PurchaseDetail, in surroundings: Surroundings
    ) -> Outcome {
        switch intent {
        case .ship: .shipping(detail, .ship, in: surroundings)
        case .handOver: .shipping(detail, .handOver, in: surroundings)
        case .undo: .undoing(detail, in: surroundings)
        case .hold: .holding(detail)
        case .memo: .noting(detail, in: surroundings)
        case .slip: .push(.paper(PaperForm(slipsOf: [key], order: ListQuery(), in: surroundings)))
        case .together: .together(detail)
        case .takeNote: .push(.confirm(.takingNote(of: detail)))
        case .follow:
            transfers.first.map { .go(.open(PurchaseKey(store: key.store, purchase: $0))) } ?? .nothing
        case .copyTracking: newestTracking.map(copying) ?? .nothing
        case .next, .previous, .log, .outbox: .nothing
        }
    }

    private func copying(_ tracking: String) -> Outcome {
        Outcome(effects: [.app(.copy(tracking))], notice: Notice(.info, "Copied \(tracking)."))
    }

    mutating func reload(in surroundings: Surroundings) -> [Effect] { [.cache(.detail(key))] }

    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
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
        case .ship, .handOver, .undo, .hold, .takeNote, .memo:
            return surroundings.whyReadOnly ?? whyNotMark(intent, detail)
        case .follow: return transfers.isEmpty ? "Nothing of it was transferred." : nil
        case .together: return detail.companions.isEmpty ? Outcome.noCompanion : nil
        case .slip: return nil
        case .copyTracking: return newestTracking == nil ? "It has no tracking number." : nil
        case .next, .previous, .log, .outbox: return nil
        }
    }

    private func whyNotMark(_ intent: DetailIntent, _ detail: PurchaseDetail) -> String? {
        switch intent {
        case .ship: detail.whyNotShip(.ship)
        case .handOver: detail.whyNotShip(.handOver)
        case .undo: UndoSource.all(of: detail).isEmpty ? "Nothing of it can be taken back." : nil
        case .takeNote: detail.alarms.isEmpty ? "There is no alarm to take note of." : nil
        default: nil
        }
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        let now = [DetailIntent.takeNote, .together, .follow].filter { whyNot($0, in: surroundings) == nil }
        let intents: [DetailIntent] = [.ship, .undo] + now + [.handOver, .next, .hold, .slip, .memo, .log]
        var hints = intents.compactMap { intent in
            hint(intent, in: surroundings).map { hint in
                let releases = intent == .hold && detail?.hold != nil
                return releases ? FooterHint(hint.chord, "release", isEnabled: hint.isEnabled) : hint
            }
        }
        hints.insert(contentsOf: browsingHints([.back, .help], in: surroundings), at: min(2, hints.count))
        return hints
    }

    /// The purchases that items were transferred to, then those they came from.
    private var transfers: [PurchaseID] {
        let items = detail?.purchase.items ?? []
        return items.flatMap(\.transferredTo).map(\.purchase)
            + items.flatMap(\.transferredFrom).map(\.purchase)
    }

    private var newestTracking: String? {
        guard let detail else { return nil }
        return timeline(of: detail).last { $0.tracking?.isEmpty == false }?.tracking
    }
}

extension PurchaseDetail {
    /// Why nothing can be shipped or handed over; nil where something can.
    func whyNotShip(_ verb: Verb) -> String? {
        if verb == .handOver, !store.capabilities.handOver {
            return "This kind of store knows no handing over."
        }
        if let hold { return Refusal.held(purchase.id, reason: hold.reason).sentence }
        if isGone || purchase.isCleared { return Refusal.gone(purchase.id).sentence }
        return figures.safe == 0 ? Refusal.nothingSafe(purchase.id, item: nil).sentence : nil
    }
}
