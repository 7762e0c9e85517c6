import Model

extension CacheReader {
    /// The list narrowed to purchases with the same contents: every item of this one, or every variant.
    /// Nil where the purchase shows none, or is not known.
    package func query(
        alike key: PurchaseKey, sameVariant: Bool, in query: ListQuery
    ) throws -> ListQuery? {
        guard let row = try row(of: key),
            let contents: String = try db.value("SELECT contents FROM listing WHERE row = ?", row)
        else { return nil }
        let ids = Contents(text: contents).parts.map { part in
            let variant = sameVariant ? "/" + (part.kind.variantID.map(String.init) ?? "") : ""
            return "#\(part.kind.itemID)\(variant)"
        }
        if ids.isEmpty { return nil }
        var alike = query
        alike.conditions = alike.conditions + ListFilter(ids.map { FilterTerm(.item([$0])) })
        return alike
    }

    /// Which of the purchases a list does not hold; by store and id.
    package func hidden(_ keys: Set<PurchaseKey>, in query: ListQuery) throws -> [PurchaseKey] {
        let hidden = keys.count < Self.few ? try lookedUp(keys, query) : try passedThrough(keys, query)
        return hidden.sorted { ($0.store, $0.purchase.text) < ($1.store, $1.purchase.text) }
    }

    /// So few that each is looked up by itself; for more the list is gone through once.
    private static let few = 40

    private func lookedUp(_ keys: Set<PurchaseKey>, _ query: ListQuery) throws -> [PurchaseKey] {
        try keys.filter { try position(of: $0, in: query) == nil }
    }

    private func passedThrough(_ keys: Set<PurchaseKey>, _ query: ListQuery) throws -> [PurchaseKey] {
        var left = keys
        var query = query
        query.sort = ListSort()
        for statement in try statements(for: query) {
            try db.each(statement.select("id", ListSide(.first), limit: nil)) { row in
                left.remove(PurchaseKey(store: statement.store, purchase: row[0]))
            }
        }
        return Array(left)
    }

    /// What a filter's words may be in these stores.
    package func vocabulary(of stores: [StoreID]) throws -> FilterVocabulary {
        let names = try catalogue.names(db)
        var countries: Set<String> = []
        var items: Set<String> = []
        var variants: Set<String> = []
        for store in stores {
            countries.formUnion(try self.countries(of: store))
            let all = names[store] ?? [:]
            for kind in all.map({ NamedKind($0.key, $0.value, in: all) }) {
                items.insert(kind.written.item)
                variants.formUnion(kind.written.variants)
            }
        }
        let storeNames = try self.stores().filter { stores.contains($0.id) }.map(\.name)
        return FilterVocabulary(
            countries: countries.filter { $0.count == 2 }.sorted(), items: items.sorted(),
            variants: variants.sorted(), stores: storeNames.sorted())
    }

    /// Leaps from one to the next along the index.
    private func countries(of store: StoreID) throws -> [String] {
        var found: [String] = []
        while let next: String = try db.value(
            """
            SELECT country_key FROM listing INDEXED BY listing_by_country
            WHERE store = ? AND country_key > ? ORDER BY country_key LIMIT 1
            """, store, found.last ?? "")
        {
            found.append(next)
        }
        return found
    }
}
