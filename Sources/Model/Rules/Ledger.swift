/// The ledger as keys: the same entry has the same key in every read, however often it is read.
package func entryKeys(of ledger: [Fulfillment]) -> [EntryKey] {
    var seen: [EntryKey: Int] = [:]
    return ledger.map { entry in
        var key = EntryKey(
            item: entry.item, at: entry.at, quantity: entry.quantity,
            tracking: comparableTracking(entry.tracking), ordinal: 0)
        let ordinal = seen[key, default: 0]
        seen[key] = ordinal + 1
        key.ordinal = ordinal
        return key
    }
}

/// Trackings are compared trimmed and without case, and none equals an empty one.
package func comparableTracking(_ tracking: String?) -> String {
    guard let tracking else { return "" }
    let trimmed = tracking.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    return String(trimmed).lowercased()
}

extension Purchase {
    /// The ledger entries of one item.
    package func entries(of item: Int) -> [EntryKey] { entryKeys(of: ledger).filter { $0.item == item } }
}
