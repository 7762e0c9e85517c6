import Model

extension CacheReader {
    /// Every store that this cache ever held, by number.
    package func stores() throws -> [Store] {
        try db.rows("SELECT id, name, api, base_url, place FROM stores ORDER BY id", read: Store.init)
            .compactMap(\.self)
    }

    package func store(_ id: StoreID) throws -> Store? {
        try db.first("SELECT id, name, api, base_url, place FROM stores WHERE id = ?", id, read: Store.init)
            ?? nil
    }

    package func facts(of store: StoreID) throws -> StoreFacts {
        try db.first(StoreFacts.select, store, read: StoreFacts.init) ?? StoreFacts()
    }

    /// Raised by whoever gains the lead; an attempt of an older epoch may not be written any more.
    package func epoch(of store: StoreID) throws -> Int64 {
        try db.value("SELECT epoch FROM stores WHERE id = ?", store) ?? 0
    }

    /// What the items of a store are called: local names win over the store's own.
    package func names(of store: StoreID) throws -> [ItemKind: String] {
        try catalogue.names(db)[store] ?? [:]
    }

    /// Rows of this store's pages that could not be read, in words without personal data.
    package func setAsideRows(of store: StoreID) throws -> [String] {
        try db.rows("SELECT words FROM set_aside WHERE store = ? ORDER BY id", store) { $0[0] }
    }
}

extension Store {
    fileprivate init?(_ row: Row) {
        guard let api = API(rawValue: row[2]) else { return nil }
        self.init(
            id: row[0], name: row[1], identity: StoreIdentity(api: api, baseURL: row[3], place: row[4]))
    }
}
