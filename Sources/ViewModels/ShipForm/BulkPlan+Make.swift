import Model

extension BulkPlan {
    /// - Parameter now: Unix seconds.
    package init(verb: Verb, _ candidates: [BulkCandidate], now: Int64) {
        var included: [BulkCandidate] = []
        var skipped: [SkipReason: [BulkCandidate]] = [:]
        for candidate in candidates {
            if let reason = candidate.whySkipped(verb, now: now) {
                skipped[reason, default: []].append(candidate)
            } else {
                included.append(candidate)
            }
        }
        self.verb = verb
        self.candidates = candidates
        self.included = included
        self.skipped = skipped.mapValues { $0.map(\.key) }
        skippedLines = skipped.lines
        items = included.reduce(0) { $0 + (verb == .undo ? $1.ours : $1.safe) }
        requests = included.requests
        needTracking = verb == .ship ? included.filter(\.capabilities.finalStatuses) : []
        companions = included.companions(besides: candidates)
        claimed = included.filter { $0.claim != nil }

        let stores = included.stores
        let words: ShipWords =
            !stores.isEmpty && stores.allSatisfy(\.capabilities.arrives) ? .arrivals : .parcels
        self.words = words
        takesTracking = stores.isEmpty || stores.contains(where: \.capabilities.tracking)
        takesDay = stores.allSatisfy { $0.capabilities.deliveryDates && $0.capabilities.words == words }
        takesHandOver = candidates.isEmpty || candidates.contains(where: \.capabilities.handOver)
        limits = stores.limits(verb, takesTracking: takesTracking, takesDay: takesDay)
    }
}

extension BulkCandidate {
    fileprivate func whySkipped(_ verb: Verb, now: Int64) -> SkipReason? {
        if verb == .undo { return ours == 0 ? .nothingOfOurs : nil }
        if isGone { return .gone }
        if isHeld { return .held }
        if isUnsettled { return .unsettled }
        if safe == 0 { return .nothingSafe }
        if verb == .handOver, !capabilities.handOver { return .noHandOver }
        if capabilities.clears, now - purchasedAt < clearWindow { return .young }
        return verb == .ship && shipsToAddress && !hasUsableAddress ? .noAddress : nil
    }
}

extension [SkipReason: [BulkCandidate]] {
    fileprivate var lines: [String] {
        let reasons = sorted { ($1.value.count, $0.key.rawValue) < ($0.value.count, $1.key.rawValue) }
        return reasons.map { reason, skipped in
            "\(counted(skipped.count, "purchase")): \(reason.words)"
                + (reason == .held ? skipped.holdReasons : "")
        }
    }
}

extension [BulkCandidate] {
    fileprivate var requests: Int {
        Dictionary(grouping: self, by: \.key.store).values.reduce(0) { sum, candidates in
            let most = candidates.first?.capabilities.together ?? 1
            return sum + (candidates.count + most - 1) / most
        }
    }

    /// The first of each store: what a store can do, it can do for all of its own.
    fileprivate var stores: [BulkCandidate] {
        var seen: Set<StoreID> = []
        return filter { seen.insert($0.key.store).inserted }
    }

    fileprivate func companions(besides known: [BulkCandidate]) -> [Companion] {
        var seen = Set(known.map(\.key))
        return flatMap(\.companions).filter { seen.insert($0.key).inserted }
    }

    /// `1043: address looks wrong; 1050: waits for the mug`: the first few of those held.
    fileprivate var holdReasons: String {
        let words = prefix(3).compactMap { held in
            held.holdReason.map { "\(held.key.purchase): \($0.withoutStop)" }
        }
        return words.isEmpty ? "" : " (" + words.joined(separator: "; ") + (count > 3 ? "; …)" : ")")
    }

    /// - Returns: sentences without a full stop, of one candidate for each store.
    fileprivate func limits(_ verb: Verb, takesTracking: Bool, takesDay: Bool) -> [String] {
        func names(_ cannot: (BulkCandidate) -> Bool) -> String? {
            let names = filter(cannot).map(\.storeName).sorted()
            return names.isEmpty ? nil : names.joined(separator: ", ")
        }
        var words: [String] = []
        if verb == .ship, takesTracking, let stores = names({ !$0.capabilities.tracking }) {
            words.append("no tracking numbers in \(stores)")
        }
        if !takesDay, contains(where: \.capabilities.deliveryDates) {
            words.append(
                names { !$0.capabilities.deliveryDates }.map { "no day for all of them: \($0) takes none" }
                    ?? "no day for all of them: parcels are delivered on it, listings are here by it")
        }
        return words
    }
}

extension String {
    /// Reasons of stores are sentences.
    fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
