import Model

// What a bulk action says besides of what it takes in: parcels that could be one, and who packs already.
extension BulkPlan {
    /// Sentences for people; none where there is nothing to say, or nothing is shipped.
    package func warnings(_ clock: Clock) -> [String] {
        guard verb != .undo else { return [] }
        var words = limits
        let packing = claimed.filter { $0.claim?.stands(at: clock.now) == true }
        if !packing.isEmpty {
            let who = packing.prefix(4).map { "\($0.key.purchase) (\($0.claim?.author.station ?? ""))" }
                .joined(separator: ", ")
            words.append(
                "\(counted(packing.count, "purchase")) being packed by others: \(who)"
                    + (packing.count > 4 ? ", …" : ""))
        }
        if !companions.isEmpty {
            let ids = companions.prefix(6).map(\.key.purchase.text).joined(separator: ", ")
            words.append(
                "\(counted(companions.count, "more purchase")) for the same people at the same addresses: "
                    + ids + (companions.count > 6 ? ", …" : ""))
        }
        return words
    }
}
