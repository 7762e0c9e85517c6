import Model

extension CacheWriter {
    /// Brings the list, the tabs' counts and the search up to date with what this transaction touched.
    func finish() throws {
        let touched = try upkeep.takeTouched { try stored($0) }
        guard !touched.isEmpty else { return }
        var counts = CountChanges()
        let needsAddress = try stores().reduce(into: [:]) { $0[$1.id] = $1.capabilities.addresses }
        for stored in touched {
            let kept = try kept(with: stored.key)
            let new = listing(of: stored, kept, needsAddress: needsAddress[stored.store] ?? true)
            let old = upkeep.new.contains(stored.row) ? nil : try listing(atRow: stored.row)
            if new != old {
                try db.run(Listing.write, [stored.row] + new.values)
                counts.replace(old, with: new)
            }
            try keepSearchable(stored, kept, isNew: old == nil)
        }
        try counts.apply(to: db)
    }

    private func listing(of stored: StoredPurchase, _ kept: Kept, needsAddress: Bool) -> Listing {
        let figures = Figures(stored.purchase, marks: kept.marks, isGone: stored.isGone)
        let standing = Standing(
            stored.purchase, figures: figures, marks: kept.marks, alarms: kept.alarms,
            isHeld: kept.hold != nil, needsAddress: needsAddress)
        return Listing(stored, figures: figures, standing: standing, kept: kept)
    }

    private func listing(atRow row: Int64) throws -> Listing? {
        try db.first(Listing.select, row, read: Listing.init)
    }

    private func keepSearchable(_ stored: StoredPurchase, _ kept: Kept, isNew: Bool) throws {
        let words = searchWords(of: stored.purchase, marks: kept.marks, memos: kept.memos)
        if isNew {
            return try db.run("INSERT INTO search (rowid, words) VALUES (?, ?)", stored.row, words)
        }
        let old: String? = try db.value("SELECT words FROM search WHERE rowid = ?", stored.row)
        if old != words { try db.run("UPDATE search SET words = ? WHERE rowid = ?", words, stored.row) }
    }
}
