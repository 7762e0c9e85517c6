import Model

extension CacheWriter {
    /// The store of this identity, made where there is none yet; the name is the one last given.
    package func adopt(_ identity: StoreIdentity, name: String) throws -> Store {
        upkeep.subjects.insert(.stores)
        try db.run(
            """
            INSERT INTO stores (api, base_url, place, name) VALUES (?, ?, ?, ?)
            ON CONFLICT (api, base_url, place) DO UPDATE SET name = excluded.name
            """, identity.api.rawValue, identity.baseURL, identity.place, name)
        let id: StoreID? = try db.value(
            "SELECT id FROM stores WHERE api = ? AND base_url = ? AND place = ?", identity.api.rawValue,
            identity.baseURL, identity.place)
        guard let id else { throw CacheError.broken }
        return Store(id: id, name: name, identity: identity)
    }

    package func setFacts(_ facts: StoreFacts, of store: StoreID) throws {
        upkeep.subjects.insert(.stores)
        try db.run(StoreFacts.update, facts.columns + [store])
    }

    /// Reads, changes and writes back in one go.
    package func changeFacts(of store: StoreID, _ change: (inout StoreFacts) throws -> Void) throws {
        var facts = try facts(of: store)
        try change(&facts)
        try setFacts(facts, of: store)
    }

    /// Said on gaining the lead; returns the new epoch.
    package func raiseEpoch(of store: StoreID) throws -> Int64 {
        upkeep.subjects.insert(.stores)
        try db.run("UPDATE stores SET epoch = epoch + 1 WHERE id = ?", store)
        return try epoch(of: store)
    }

    /// The catalogue as the store gave it, in place of the one before.
    package func setNames(_ names: [ItemKind: String], of store: StoreID) throws {
        try replaceNames(names, of: store, isLocal: false)
    }

    /// Names that came with purchases, where the store has no catalogue: those known before stay.
    package func addNames(_ names: [ItemKind: String], of store: StoreID) throws {
        if names.isEmpty { return }
        let known = try storedNames(of: store, isLocal: false)
        try setNames(known.merging(names) { $1 }, of: store)
    }

    /// This box's own catalogue, which wins over the store's.
    package func setLocalNames(_ names: [ItemKind: String], of store: StoreID) throws {
        try replaceNames(names, of: store, isLocal: true)
    }

    /// Keeps word of a row that could not be read; said twice, it stands once. The words name no person.
    package func setAside(_ words: String, in store: StoreID) throws {
        upkeep.subjects.insert(.stores)
        try db.run(
            """
            INSERT INTO set_aside (store, words) SELECT ?1, ?2
            WHERE NOT EXISTS (SELECT 1 FROM set_aside WHERE store = ?1 AND words = ?2)
            """, store, words)
    }

    /// A new pass begins: what the last one set aside is told no longer.
    package func clearSetAside(of store: StoreID) throws {
        upkeep.subjects.insert(.stores)
        try db.run("DELETE FROM set_aside WHERE store = ?", store)
    }

    private func replaceNames(_ names: [ItemKind: String], of store: StoreID, isLocal: Bool) throws {
        if try names == storedNames(of: store, isLocal: isLocal) { return }
        upkeep.subjects.insert(.stores)
        try db.run("DELETE FROM names WHERE store = ? AND is_local = ?", store, isLocal)
        for (kind, name) in names {
            try db.run(
                "INSERT INTO names (store, is_local, item_id, variant_id, name) VALUES (?, ?, ?, ?, ?)",
                store,
                isLocal, kind.itemID, kind.variantID, name)
        }
        try db.run("UPDATE names_generation SET generation = generation + 1")
    }

    private func storedNames(of store: StoreID, isLocal: Bool) throws -> [ItemKind: String] {
        let rows = try db.rows(
            "SELECT item_id, variant_id, name FROM names WHERE store = ? AND is_local = ?", store, isLocal
        ) { (ItemKind(itemID: $0[0], variantID: $0[1]), $0[2] as String) }
        return Dictionary(rows) { $1 }
    }
}
