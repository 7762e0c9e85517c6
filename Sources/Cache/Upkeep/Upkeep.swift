import Model

/// What a transaction touched, so that everything derived from it is worked out once, at its end.
final class Upkeep {
    var subjects: Change.Subjects = []
    private var keys: Set<PurchaseKey> = []
    private var saved: [PurchaseKey: StoredPurchase] = [:]
    private(set) var new: Set<Int64> = []

    /// Its marks, alarms or hold changed.
    func touch(_ key: PurchaseKey) { keys.insert(key) }

    /// It was written as read; `isNew`: for the first time.
    func saved(_ stored: StoredPurchase, isNew: Bool) {
        saved[stored.key] = stored
        if isNew { new.insert(stored.row) }
    }

    /// Every purchase touched so far, each once, by row; forgets them.
    func takeTouched(load: (PurchaseKey) throws -> StoredPurchase?) rethrows -> [StoredPurchase] {
        let rest = try keys.filter { saved[$0] == nil }.compactMap(load)
        let touched = rest + saved.values
        keys = []
        saved = [:]
        return touched.sorted { $0.row < $1.row }
    }
}
