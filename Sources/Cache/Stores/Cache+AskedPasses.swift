import Model

/// Somebody on this box wants a store read now; whoever leads the store does it.
package struct AskedPass: Sendable, Hashable {
    /// Counts up in each store: whoever reads for this one reads for all before it.
    package var number: Int64
    /// Everything is wanted, not only what changed.
    package var isFull: Bool

    package init(number: Int64, isFull: Bool) {
        self.number = number
        self.isFull = isFull
    }

    package enum Outcome: Sendable, Hashable {
        case open
        /// Tried, and it will be tried again; the store's phase says why.
        case failed
        case done
    }
}

extension CacheReader {
    /// The newest that was not read for yet; nil where there is none.
    package func askedPass(of store: StoreID) throws -> AskedPass? {
        try db.first(
            "SELECT asked, asked_full > done FROM asked_passes WHERE store = ? AND asked > done", store
        ) { AskedPass(number: $0[0], isFull: $0[1]) }
    }

    /// What came of one of ``CacheWriter/askForPass(of:isFull:)``.
    package func outcome(ofAskedPass number: Int64, of store: StoreID) throws -> AskedPass.Outcome {
        let outcome: AskedPass.Outcome? = try db.first(
            "SELECT done, failed FROM asked_passes WHERE store = ?", store
        ) { (row: Row) -> AskedPass.Outcome in
            let (done, failed): (Int64, Int64) = (row[0], row[1])
            return done >= number ? .done : failed >= number ? .failed : .open
        }
        return outcome ?? .open
    }
}

extension CacheWriter {
    /// - Returns: the number to look for its outcome with.
    package func askForPass(of store: StoreID, isFull: Bool = false) throws -> Int64 {
        upkeep.subjects.insert(.stores)
        try db.run(
            """
            INSERT INTO asked_passes (store, asked) VALUES (?, 1)
            ON CONFLICT (store) DO UPDATE SET asked = asked + 1
            """, store)
        if isFull { try db.run("UPDATE asked_passes SET asked_full = asked WHERE store = ?", store) }
        return try db.value("SELECT asked FROM asked_passes WHERE store = ?", store) ?? 0
    }

    /// The store was read after it was asked for.
    package func setDone(_ pass: AskedPass, of store: StoreID) throws {
        upkeep.subjects.insert(.stores)
        try db.run(
            "UPDATE asked_passes SET done = max(done, ?) WHERE store = ?", pass.number, store)
    }

    /// The store could not be read for it; it stays asked for.
    package func setFailed(_ pass: AskedPass, of store: StoreID) throws {
        upkeep.subjects.insert(.stores)
        try db.run(
            "UPDATE asked_passes SET failed = max(failed, ?) WHERE store = ?", pass.number, store)
    }
}
