import Model

// What a bulk action says besides of what it takes in: parcels that could be one, and who packs already.
extension BulkPlan {
    /// To the addresses that it ships to, but not marked.
    package var companions: [Companion] {
        let known = Set(candidates.map(\.key))
        var seen: Set<PurchaseKey> = []
        return included.flatMap(\.companions).filter {
            !known.contains($0.key) && seen.insert($0.key).inserted
        }
    }

    /// Sentences for people; none where there is nothing to say, or nothing is shipped.
    package func warnings(_ clock: Clock) -> [String] {
        guard verb != .undo else { return [] }
        var words = limits
        let claimed = included.compactMap { candidate in
            candidate.claim.flatMap { $0.stands(at: clock.now) ? (candidate.key, $0) : nil }
        }
        if !claimed.isEmpty {
            let who = claimed.prefix(4).map { "\($0.purchase) (\($1.author.station))" }
                .joined(separator: ", ")
            words.append(
                "\(counted(claimed.count, "purchase")) being packed by others: \(who)"
                    + (claimed.count > 4 ? ", …" : ""))
        }
        if !companions.isEmpty {
            let ids = companions.prefix(6).map(\.key.purchase.text).joined(separator: ", ")
            words.append(
                "\(counted(companions.count, "more purchase")) for the same people at the same addresses: "
                    + ids + (companions.count > 6 ? ", …" : ""))
        }
        return words
    }

    /// What only some of the stores can take, and is therefore not offered, or not for all.
    private var limits: [String] {
        func names(_ cannot: (BulkCandidate) -> Bool) -> String? {
            let names = Set(included.filter(cannot).map(\.storeName))
            return names.isEmpty ? nil : names.sorted().joined(separator: ", ")
        }
        var words: [String] = []
        if verb == .ship, takesTracking, let stores = names({ !$0.capabilities.tracking }) {
            words.append("no tracking numbers in \(stores)")
        }
        let days = included.filter(\.capabilities.deliveryDates)
        if !takesDay, !days.isEmpty {
            words.append(
                names { !$0.capabilities.deliveryDates }.map { "no day for all of them: \($0) takes none" }
                    ?? "no day for all of them: parcels are delivered on it, listings are here by it")
        }
        return words
    }

    /// Reasons of stores are sentences.
    private func withoutStop(_ words: String) -> String {
        words.hasSuffix(".") ? String(words.dropLast()) : words
    }

    /// `1043: address looks wrong; 1050: waits for the mug`: the first few of those held.
    func holdReasons(_ keys: [PurchaseKey]) -> String {
        let held = candidates.filter { keys.contains($0.key) }.prefix(3)
        let words = held.compactMap { held in
            held.holdReason.map { "\(held.key.purchase): \(withoutStop($0))" }
        }
        return words.isEmpty ? "" : " (" + words.joined(separator: "; ") + (keys.count > 3 ? "; …)" : ")")
    }
}
