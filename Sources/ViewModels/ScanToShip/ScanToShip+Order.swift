import Model

// An order is opened, counted, shipped, put aside.

extension ScanToShip {
    mutating func open(_ detail: PurchaseDetail, text: String, in surroundings: Surroundings) -> Outcome {
        stage = .order
        cursor = 0
        tally.orders += 1
        if let why = detail.whyBlocked(in: surroundings) { return warn(.blocked(detail, why), text: text) }
        var parcel = Parcel(detail, isCounted: verifies)
        let address = detail.purchase.address ?? ShippingAddress()
        let doubts = detail.doubts(surroundings.clock)
        parcel.evenIfYoung = detail.youngWords(now: surroundings.clock.now) != nil
        if detail.store.capabilities.addresses, !address.isUsable {
            let missing = address.missingParts.joined(separator: ", ")
            return warn(
                .noAddress(parcel, ["Missing: \(missing). Hand it over, or put it aside."] + doubts),
                text: text)
        }
        if !doubts.isEmpty { return warn(.doubts(parcel, doubts), text: text) }
        begin(parcel)
        let alert = detail.companions.alert.map { ". \($0)" } ?? ""
        note(
            ScanEntry(
                text: text, outcome: .noted, words: "order \(detail.purchase.id), \(words(parcel))\(alert)"))
        return .nothing
    }

    private func words(_ parcel: Parcel) -> String {
        counted(parcel.items.reduce(0) { $0 + $1.safe }, "item")
    }

    /// The order is in hand: its items are counted first where that is wanted, then its number is awaited.
    mutating func begin(_ parcel: Parcel) {
        cursor = 0
        stage = verifies && !parcel.isWhole ? .counting(parcel) : .tracking(parcel)
    }

    mutating func ship(
        _ parcel: Parcel, tracking: String?, in surroundings: Surroundings
    ) -> Outcome {
        let lines = parcel.items.filter { parcel.count(of: $0.item.num) > 0 }.map {
            MarkLine(key: parcel.detail.key, item: $0.item.num, quantity: parcel.count(of: $0.item.num))
        }
        guard !lines.isEmpty else {
            return complain("", "Nothing is in the parcel: every count is 0.")
        }
        let hasTracking = parcel.verb == .ship && parcel.detail.store.capabilities.tracking
        let request = MarkRequest(
            verb: parcel.verb, lines: lines, tracking: hasTracking ? tracking : nil,
            author: surroundings.author, evenIfYoung: parcel.evenIfYoung)
        inFlight = .ship(parcel, tracking: tracking)
        return Outcome(effects: [.marks(.submit(request))])
    }

    /// What the outbox said: it is durable now.
    mutating func accepted(_ accepted: Accepted, in surroundings: Surroundings) -> Outcome {
        guard let deed = inFlight else { return .nothing }
        inFlight = nil
        var outcome =
            switch deed {
            case .ship(let parcel, let tracking): shipped(parcel, tracking, accepted, in: surroundings)
            case .undo(let action): tookBack(action, accepted, in: surroundings)
            }
        outcome.add(workOff(in: surroundings))
        return outcome
    }

    private mutating func shipped(
        _ parcel: Parcel, _ tracking: String?, _ accepted: Accepted, in surroundings: Surroundings
    ) -> Outcome {
        tally.shipped += 1
        let words = parcel.detail.store.capabilities.words
        let deed = parcel.verb == .handOver ? "handed over" : words.done
        let subject = Notice.itemsOfPurchases(accepted.marks, in: surroundings)
        let left = parcel.isWhole ? "" : "; \(counted(parcel.missing, "item")) left for the next parcel"
        note(
            ScanEntry(
                text: tracking ?? "", outcome: .shipped, words: "\(subject) \(deed)\(left)",
                action: accepted.action, isOpen: true))
        stage = .order
        if !parcel.isWhole { asking = .rest(parcel.detail.key, evenIfYoung: parcel.evenIfYoung) }
        let question: [Effect] = parcel.isWhole ? [] : [.cache(.detail(parcel.detail.key))]
        return Outcome(
            effects: question,
            notice: Notice(.good, "\(subject) \(deed)\(left).").about(
                accepted.marks, in: surroundings))
    }

    private mutating func tookBack(
        _ action: ActionID, _ accepted: Accepted, in surroundings: Surroundings
    ) -> Outcome {
        for index in entries.indices where entries[index].action == action {
            entries[index].outcome = .takenBack
            entries[index].isOpen = false
        }
        let subject = Notice.itemsOfPurchases(accepted.marks, in: surroundings)
        return .say(.good, accepted.marks.isEmpty ? "Taken back before it left." : "\(subject) taken back.")
    }

    mutating func refused(_ sentences: [String], in surroundings: Surroundings) -> Outcome {
        if asking != nil {
            asking = nil
            var outcome = complain("", sentences.joined(separator: " "))
            outcome.add(workOff(in: surroundings))
            return outcome
        }
        guard let deed = inFlight else { return .nothing }
        inFlight = nil
        let text = if case .ship(_, let tracking?) = deed { tracking } else { "" }
        var outcome = warn(.refused(sentences), text: text)
        outcome.add(workOff(in: surroundings))
        return outcome
    }
}

// Keys, and the same by barcode.
extension ScanToShip {
    mutating func perform(_ intent: ScanIntent, in surroundings: Surroundings) -> Outcome {
        if let why = whyNot(intent) { return complain("", why) }
        complaint = nil
        if let warning, intent != .leave, intent != .undo {
            return answer(warning, with: intent, in: surroundings)
        }
        switch intent {
        case .ok: return pick()
        case .cancel: return putAside()
        case .next: return putAside()
        case .undo: return undoLast(by: surroundings.author)
        case .ship:
            guard let parcel else { return .nothing }
            return ship(parcel, tracking: nil, in: surroundings)
        case .handOver: return handOver(parcel, in: surroundings)
        case .verify: return toggleVerify()
        case .more, .fewer: return change(by: intent == .more ? 1 : -1, in: surroundings)
        case .part:
            guard let parcel else { return .nothing }
            stage = .tracking(parcel)
            return .nothing
        case .leave: return leave()
        }
    }

    private mutating func leave() -> Outcome {
        let words = parcel.map { "Order \($0.detail.purchase.id) was put aside, not shipped." }
        return Outcome(moves: [.pop], notice: words.map { Notice(.warning, $0) })
    }

    private mutating func putAside() -> Outcome {
        defer {
            stage = .order
            cursor = 0
        }
        if case .choosing = stage { return .nothing }
        guard let parcel else { return leave() }
        let words = "order \(parcel.detail.purchase.id) put aside, not shipped"
        note(ScanEntry(text: "", outcome: .noted, words: words))
        return .say(.warning, "Order \(parcel.detail.purchase.id) was put aside, not shipped.")
    }

    private mutating func pick() -> Outcome {
        guard case .choosing(_, let keys) = stage, keys.indices.contains(cursor) else { return .nothing }
        asking = .picked(keys[cursor])
        return .cache(.detail(keys[cursor]))
    }

    private mutating func handOver(_ parcel: Parcel?, in surroundings: Surroundings) -> Outcome {
        guard var parcel else { return .nothing }
        parcel.verb = .handOver
        if case .counting = stage, !parcel.isWhole {
            stage = .counting(parcel)
            return .say(.info, "It is handed over once every item was counted.")
        }
        return ship(parcel, tracking: nil, in: surroundings)
    }

    private mutating func undoLast(by author: Author) -> Outcome {
        guard let action = entries.first(where: { $0.outcome == .shipped })?.action else { return .nothing }
        inFlight = .undo(action)
        return Outcome(effects: [.marks(.undo(action, author))])
    }

    private mutating func toggleVerify() -> Outcome {
        verifies.toggle()
        if let parcel {
            begin(Parcel(parcel.detail, isCounted: verifies, verb: parcel.verb))
        }
        return .say(.info, verifies ? "Every item is to be scanned now." : "Items are not scanned now.")
    }

    private mutating func answer(
        _ warning: ScanWarning, with intent: ScanIntent, in surroundings: Surroundings
    ) -> Outcome {
        self.warning = nil
        switch (warning, intent) {
        case (.blocked, _), (.refused, _): break
        case (.doubts(let parcel, _), .ok): begin(parcel)
        case (.noAddress(var parcel, _), .handOver):
            parcel.verb = .handOver
            begin(parcel)
            if case .tracking = stage { return ship(parcel, tracking: nil, in: surroundings) }
        case (.otherOrder(let text, let detail), .ok), (.orderOrTracking(let text, let detail), .next):
            if let parcel { noteAside(parcel) }
            return open(detail, text: text, in: surroundings)
        case (.orderOrTracking(let text, _), .ok), (.usedTracking(let text, _), .ok),
            (.oddTracking(let text), .ok):
            if let parcel { return ship(parcel, tracking: text, in: surroundings) }
        default: break
        }
        return .nothing
    }

    private mutating func noteAside(_ parcel: Parcel) {
        note(
            ScanEntry(
                text: "", outcome: .noted, words: "order \(parcel.detail.purchase.id) put aside, not shipped")
        )
    }
}

extension ScanToShip {
    /// Why an intent cannot be had now; nil where it can.
    func whyNot(_ intent: ScanIntent) -> String? {
        if intent == .leave { return nil }
        if intent == .undo {
            return entries.contains { $0.outcome == .shipped } ? nil : "Nothing was shipped here yet."
        }
        if let warning {
            if intent == .cancel || warning.answers.contains(intent) { return nil }
            return "Answer the warning first."
        }
        return whyNotWithoutWarning(intent)
    }

    private func whyNotWithoutWarning(_ intent: ScanIntent) -> String? {
        switch intent {
        case .ok: if case .choosing = stage { nil } else { "There is nothing to say yes to." }
        case .ship, .handOver: whyNotShip(intent)
        case .part:
            switch stage {
            case .counting(let parcel): parcel.counted > 0 ? nil : "Nothing is counted yet."
            default: "Only while items are being counted."
            }
        case .more, .fewer: parcel == nil ? "No order is open." : nil
        case .next: parcel == nil ? "No order is open." : nil
        case .cancel, .undo, .verify, .leave: nil
        }
    }

    private func whyNotShip(_ intent: ScanIntent) -> String? {
        guard let parcel else { return "No order is open." }
        if intent == .handOver, !parcel.detail.store.capabilities.handOver {
            return "This kind of store knows no handing over."
        }
        if intent == .ship, case .counting = stage {
            return "\(counted(parcel.missing, "item")) short: scan them, or say that it is a part."
        }
        return nil
    }
}
