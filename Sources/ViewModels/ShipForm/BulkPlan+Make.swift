import Model

extension BulkPlan {
    /// - Parameter now: Unix seconds.
    package init(verb: Verb, _ candidates: [BulkCandidate], now: Int64) {
        self.verb = verb
        self.candidates = candidates
        included = []
        skipped = [:]
        for candidate in candidates {
            if let reason = candidate.whySkipped(verb, now: now) {
                skipped[reason, default: []].append(candidate.key)
            } else {
                included.append(candidate)
            }
        }
    }

    var keys: [PurchaseKey] { candidates.map(\.key) }

    /// What is skipped and why, the most first.
    package var skippedLines: [String] {
        let reasons = skipped.sorted { ($1.value.count, $0.key.rawValue) < ($0.value.count, $1.key.rawValue) }
        return reasons.map { reason, keys in
            "\(counted(keys.count, "purchase")): \(reason.words)"
                + (reason == .held ? holdReasons(keys) : "")
        }
    }

    /// `12 purchases, 31 items, 1 request`.
    package var summary: String {
        [counted(included.count, "purchase"), counted(items, "item"), counted(requests, "request")]
            .joined(separator: ", ")
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
