import Model

// What a scan does. One is worked off to its end before the next is looked at.

extension ScanToShip {
    /// Takes a scan: it waits in the queue while an earlier one is being worked off.
    mutating func scan(_ text: String, in surroundings: Surroundings) -> Outcome {
        tally.scans += 1
        queue.append(text)
        return workOff(in: surroundings)
    }

    /// Looks at what waits, until something has to be asked or written.
    mutating func workOff(in surroundings: Surroundings) -> Outcome {
        var outcome = Outcome.nothing
        while asking == nil, inFlight == nil, !queue.isEmpty {
            outcome.add(look(at: queue.removeFirst(), in: surroundings))
        }
        return outcome
    }

    private mutating func look(at text: String, in surroundings: Surroundings) -> Outcome {
        switch surroundings.scanning.command(in: text) {
        case .success(.cancel) where warning == nil && stage == .order:
            return complain(text, "No order is open.")
        case .success(let command):
            return ScanIntent(command).map { perform($0, in: surroundings) } ?? .nothing
        case .failure(let unknown): return complain(text, unknown.sentence)
        case nil: break
        }
        if warning != nil { return refuse(text, "not used: the warning is not answered yet") }
        complaint = nil
        switch stage {
        case .choosing: return refuse(text, "not used: pick an order first")
        case .counting(let parcel): return count(text, parcel, in: surroundings)
        case .tracking(let parcel):
            if let kind = surroundings.codes[parcel.detail.store.id]?[text] {
                return complain(text, "That is \(parcel.name(of: kind)), not the tracking number.")
            }
            return find(text)
        case .order: return find(text)
        }
    }

    mutating func find(_ text: String) -> Outcome {
        asking = .find(text)
        return .cache(.find(text))
    }

    /// Loud, and in the list of scans; nothing else happened.
    mutating func complain(_ text: String, _ words: String) -> Outcome {
        complaint = words
        return refuse(text, words)
    }

    mutating func refuse(_ text: String, _ words: String) -> Outcome {
        tally.refused += 1
        note(ScanEntry(text: text, outcome: .refused, words: words))
        return Outcome(effects: [.app(.bell)])
    }

    mutating func note(_ entry: ScanEntry) {
        entries.insert(entry, at: 0)
        if entries.count > ScanToShip.mostEntries { entries.removeLast() }
    }

    mutating func warn(_ warning: ScanWarning, text: String) -> Outcome {
        self.warning = warning
        note(ScanEntry(text: text, outcome: .noted, words: warning.lines.first ?? ""))
        return Outcome(effects: [.app(.bell), .app(.bell)])
    }
}

// What the cache says of a scanned text.
extension ScanToShip {
    mutating func found(
        _ keys: [PurchaseKey], by text: String, in surroundings: Surroundings
    ) -> Outcome {
        guard asking == .find(text) else { return .nothing }
        asking = nil
        var outcome = look(up: keys, by: text, in: surroundings)
        outcome.add(workOff(in: surroundings))
        return outcome
    }

    private mutating func look(
        up keys: [PurchaseKey], by text: String, in surroundings: Surroundings
    ) -> Outcome {
        let byID = keys.filter { $0.purchase.text == text }
        if let key = byID.count == 1 ? byID.first : keys.count == 1 ? keys.first : nil {
            asking = .named(text, key)
            return .cache(.detail(key))
        }
        switch stage {
        case .order:
            if keys.isEmpty { return complain(text, "No order here has the number \(text).") }
            stage = .choosing(text, byID.isEmpty ? keys : byID)
            cursor = 0
            return Outcome(effects: [.app(.bell)])
        case .tracking(let parcel):
            if let key = keys.first { return warn(.usedTracking(text, key.purchase), text: text) }
            if !looksLikeTracking(text) { return warn(.oddTracking(text), text: text) }
            return ship(parcel, tracking: text, in: surroundings)
        case .counting(let parcel): return miscount(text, parcel, isKnown: !keys.isEmpty, in: surroundings)
        case .choosing: return .nothing
        }
    }

    mutating func take(
        _ detail: PurchaseDetail?, of key: PurchaseKey, in surroundings: Surroundings
    ) -> Outcome {
        switch asking {
        case .named(let text, key):
            asking = nil
            var outcome = detail.map { named($0, by: text, in: surroundings) } ?? missing(key)
            outcome.add(workOff(in: surroundings))
            return outcome
        case .picked(key):
            asking = nil
            var outcome = detail.map { open($0, text: key.purchase.text, in: surroundings) } ?? missing(key)
            outcome.add(workOff(in: surroundings))
            return outcome
        case .rest(key, let evenIfYoung):
            asking = nil
            if let detail, detail.figures.safe > 0 {
                var parcel = Parcel(detail, isCounted: verifies)
                parcel.evenIfYoung = evenIfYoung
                begin(parcel)
            }
            return workOff(in: surroundings)
        default:
            if let detail { refresh(detail) }
            return .nothing
        }
    }

    private mutating func missing(_ key: PurchaseKey) -> Outcome {
        complain(key.purchase.text, Refusal.unknownPurchase(key.purchase).sentence)
    }

    private mutating func named(
        _ detail: PurchaseDetail, by text: String, in surroundings: Surroundings
    ) -> Outcome {
        let isOrder = detail.purchase.isNamed(text)
        guard let parcel else {
            if isOrder { return open(detail, text: text, in: surroundings) }
            return complain(text, "\(text) is on a parcel of order \(detail.purchase.id). Scan an order.")
        }
        guard isOrder else {
            if case .counting = stage { return miscount(text, parcel, isKnown: true, in: surroundings) }
            if detail.stands(with: text) { return warn(.usedTracking(text, detail.purchase.id), text: text) }
            return ship(parcel, tracking: text, in: surroundings)
        }
        if detail.key == parcel.detail.key {
            let wanted = if case .counting = stage { "its items" } else { "its tracking number" }
            return complain(text, "Order \(detail.purchase.id) is open already: scan \(wanted).")
        }
        if case .tracking = stage, looksLikeTracking(text) {
            return warn(.orderOrTracking(text, detail), text: text)
        }
        return warn(.otherOrder(text, detail), text: text)
    }

    /// What is known of the order in hand has changed; what was counted stays, as far as it still can go.
    private mutating func refresh(_ detail: PurchaseDetail) {
        guard var parcel, parcel.detail.key == detail.key else { return }
        let wasWhole = parcel.isWhole
        parcel.detail = detail
        for item in detail.figures.items {
            let now = parcel.count(of: item.item.num)
            parcel.counts[item.item.num] = wasWhole && !verifies ? item.safe : min(now, item.safe)
        }
        switch stage {
        case .counting: stage = .counting(parcel)
        case .tracking: stage = .tracking(parcel)
        case .order, .choosing: break
        }
    }
}

extension Purchase {
    /// By its id or its confirmation code; else a text found it by a tracking number.
    fileprivate func isNamed(_ text: String) -> Bool {
        id.text == text || confirmationCode?.uppercased() == text.uppercased()
    }
}

extension PurchaseDetail {
    /// Something is shipped with this tracking number, and not taken back.
    fileprivate func stands(with tracking: String) -> Bool {
        UndoSource.all(of: self).contains {
            comparableTracking($0.tracking) == comparableTracking(tracking)
        }
    }
}

extension Parcel {
    /// What an item is called; of another order, by its ids.
    func name(of kind: ItemKind) -> String {
        let item = detail.purchase.items.first { $0.kind == kind }
        return item.map { detail.name(of: $0.num) } ?? "an item of other orders"
    }
}
