import Model

extension CacheWriter {
    /// Puts purchases as read in place of what was stored; a row that was read later stays.
    ///
    /// - Parameters:
    ///   - readBegan: Unix milliseconds: when the read began that showed them. Rows are ordered by this.
    ///   - pass: the pass that showed them, if any; rows that stay count as shown too.
    ///   - now: Unix milliseconds; a row that was read later than that, by a clock that went back since, does
    ///     not stay.
    @discardableResult
    package func save(
        _ purchases: [Purchase], in store: StoreID, readBegan: Int64, pass: Int64? = nil, now: Int64 = .max
    ) throws -> SaveOutcome {
        upkeep.subjects.insert(.purchases)
        var outcome = SaveOutcome()
        for purchase in purchases {
            let key = PurchaseKey(store: store, purchase: purchase.id)
            guard let stored = try stored(key) else {
                try insert(purchase, in: store, readBegan: readBegan, pass: pass)
                outcome.new.append(purchase.id)
                outcome.newInPass += 1
                continue
            }
            if try noteSeen(stored, pass: pass) { outcome.newInPass += 1 }
            guard try applies(to: stored.row, readBegan: readBegan, now: now) else {
                outcome.kept.append(purchase.id)
                continue
            }
            try db.run(
                "UPDATE readings SET began = ?, fresh_after = min(fresh_after, ?) WHERE purchase = ?",
                readBegan,
                now, stored.row)
            if stored.purchase == purchase { continue }
            try replace(stored, with: purchase)
            outcome.changed.append(purchase.id)
        }
        return outcome
    }

    /// A pass listed it in a form that cannot be read: not missing, and not replaced.
    package func noteListed(_ key: PurchaseKey, pass: Int64) throws {
        if let stored = try stored(key) { _ = try noteSeen(stored, pass: pass) }
    }

    /// An answer to one of our marks came: reads that began before it no longer replace this purchase.
    ///
    /// - Parameter at: Unix milliseconds.
    package func markAnswered(_ key: PurchaseKey, at: Int64) throws {
        guard let row = try row(of: key) else { return }
        try db.run("UPDATE readings SET fresh_after = max(fresh_after, ?) WHERE purchase = ?", at, row)
    }

    private func insert(_ purchase: Purchase, in store: StoreID, readBegan: Int64, pass: Int64?) throws {
        try db.run(PurchaseColumns.insert, try PurchaseColumns.values(purchase, in: store))
        let row = db.lastRow
        try db.run("INSERT INTO readings (purchase, began, pass) VALUES (?, ?, ?)", row, readBegan, pass)
        try insertParts(of: purchase, row: row)
        upkeep.saved(StoredPurchase(row: row, store: store, isGone: false, purchase: purchase), isNew: true)
    }

    /// Listed again, whatever else becomes of the row. Returns whether this pass shows it for the first time.
    private func noteSeen(_ stored: StoredPurchase, pass: Int64?) throws -> Bool {
        let isNew =
            try pass != nil
            && !db.exists("SELECT 1 FROM readings WHERE purchase = ? AND pass = ?", stored.row, pass)
        try db.run(
            "UPDATE readings SET missed = 0, pass = ifnull(?, pass) WHERE purchase = ?", pass, stored.row)
        guard stored.isGone else { return isNew }
        try db.run("UPDATE purchases SET is_gone = 0 WHERE row = ?", stored.row)
        upkeep.touch(stored.key)
        return isNew
    }

    private func applies(to row: Int64, readBegan: Int64, now: Int64) throws -> Bool {
        try db.exists(
            """
            SELECT 1 FROM readings WHERE purchase = ?1
                AND (max(began, fresh_after) <= ?2 OR max(began, fresh_after) > ?3)
            """, row, readBegan, now)
    }

    private func replace(_ stored: StoredPurchase, with purchase: Purchase) throws {
        try db.run(
            PurchaseColumns.update, try PurchaseColumns.values(purchase, in: stored.store) + [stored.row])
        try deleteParts(PurchaseParts(of: stored.purchase), row: stored.row)
        try insertParts(of: purchase, row: stored.row)
        upkeep.saved(
            StoredPurchase(row: stored.row, store: stored.store, isGone: false, purchase: purchase),
            isNew: false)
    }
}

private enum PurchaseColumns {
    private static let names = """
        store, id, event_purchase, purchased_at, first_name, last_name, last_modified, code, is_cleared, parts,
        attributes, store_hold, \(ShippingAddress.columns)
        """
    private static let marks = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
    static let insert = "INSERT INTO purchases (\(names)) VALUES (\(marks))"
    static let update = "UPDATE purchases SET (\(names)) = (\(marks)) WHERE row = ?"

    static func values(_ purchase: Purchase, in store: StoreID) throws -> [any Storable] {
        let own: [any Storable] = [
            store, purchase.id, purchase.ticketEventPurchaseID, purchase.purchasedAt, purchase.firstName,
            purchase.lastName, purchase.lastModified, purchase.confirmationCode, purchase.isCleared,
            PurchaseParts(of: purchase), try jsonText(of: purchase.attributes), purchase.storeHold,
        ]
        return own + ShippingAddress.columns(of: purchase.address)
    }
}
