import Model

extension CacheReader {
    /// Sums up what is safe to ship of many purchases. Walks through all of them, in the list's order: off
    /// the key path. Nil where it was called off.
    ///
    /// - Parameters:
    ///   - stores: the others' purchases are passed over.
    ///   - now: Unix seconds.
    ///   - mostSources: how many of the purchases behind a line are named.
    ///   - isWanted: asked now and then; false calls it off.
    package func pickList(
        _ scope: PickScope, of stores: [Store], now: Int64, mostSources: Int = 200,
        isWanted: () -> Bool = { true }
    ) throws -> PickList? {
        var walk = Walk(
            picking: Picking(now: now, mostSources: mostSources),
            aisles: try stores.reduce(into: [:]) {
                $0[$1.id] = Aisle(
                    needsAddress: $1.capabilities.addresses, clears: $1.capabilities.clears,
                    clockOffset: try clockOffset(of: $1.id))
            })
        switch scope {
        case .purchases(let keys): try pick(keys, &walk, isWanted)
        case .list(let query): try pick(query, &walk, isWanted)
        }
        return isWanted() ? walk.picking.list(names: try catalogue.names(db)) : nil
    }

    private func pick(_ keys: [PurchaseKey], _ walk: inout Walk, _ isWanted: () -> Bool) throws {
        for key in keys {
            guard isWanted() else { return }
            guard let row = try row(of: key) else {
                walk.picking.skip(key, .gone)
                continue
            }
            let found = try db.first("SELECT \(Self.pickColumns) FROM listing WHERE row = ?", row) {
                Picked($0)
            }
            if let found { try add(found, to: &walk) }
        }
    }

    /// A stretch at a time, so that it can be called off.
    private func pick(_ query: ListQuery, _ walk: inout Walk, _ isWanted: () -> Bool) throws {
        for statement in try statements(for: query) where walk.aisles[statement.store] != nil {
            var anchor = WindowAnchor.first
            while isWanted() {
                let order = statement.order
                let part = statement.select(
                    "\(Self.pickColumns), \(order.selected)", ListSide(anchor), limit: Self.stretch)
                let rows = try db.rows(part.sql, part.values) { row in
                    (Picked(row), order.position(row, row: row[0], from: 10))
                }
                for (found, _) in rows { try add(found, to: &walk) }
                guard let last = rows.last?.1, rows.count == Self.stretch else { break }
                anchor = .after(last)
            }
        }
    }

    private static let stretch = 5_000
    private static let pickColumns = """
        row, store, id, state, date, is_waiting, attention, has_usable_address, purchaser, contents
        """

    private func add(_ found: Picked, to walk: inout Walk) throws {
        guard let aisle = walk.aisles[found.key.store] else { return }
        let isUnsettled =
            try found.mayBeUnsettled
            && db.exists(
                """
                SELECT 1 FROM marks WHERE store = ? AND purchase = ? AND state IN ('unknown', 'attention')
                """, found.key.store, found.key.purchase)
        walk.picking.add(
            PickCandidate(
                key: found.key, purchaser: found.purchaser,
                purchasedAt: aisle.clears ? found.date - aisle.clockOffset : nil,
                state: found.state, isUnsettled: isUnsettled,
                lacksAddress: aisle.needsAddress && !found.hasUsableAddress, contents: found.contents))
    }

    /// Every purchase in the order of a list, whatever the list is narrowed to.
    package func sorted(_ keys: [PurchaseKey], as query: ListQuery) throws -> [PurchaseKey] {
        let all = ListQuery(sort: query.sort)
        let placed = try keys.map { ($0, try position(of: $0, in: all)) }
        let known = placed.compactMap { key, place in place.map { (key: key, place: $0) } }
        let up = !query.sort.descending
        return known.sorted { up ? $0.place.isBefore($1.place) : $1.place.isBefore($0.place) }.map(\.key)
    }
}

/// A walk along the shelves, and what it has to know of each store.
private struct Walk {
    var picking: Picking
    var aisles: [StoreID: Aisle]
}

private struct Aisle {
    var needsAddress: Bool
    /// Buyers may still clear what is young.
    var clears: Bool
    /// Seconds: the server's clock minus ours.
    var clockOffset: Int64
}

/// What the list's line says of a purchase. Words are read only where something is to be fetched.
private struct Picked {
    var key: PurchaseKey
    var state: PurchaseState
    var date: Int64
    var mayBeUnsettled: Bool
    var hasUsableAddress: Bool
    var purchaser: String
    var contents: [(kind: ItemKind, count: Int)]

    init(_ row: Row) {
        key = PurchaseKey(store: row[1], purchase: row[2])
        state = row[3]
        date = row[4]
        let isWaiting: Bool = row[5]
        let attention: String? = row[6]
        mayBeUnsettled = isWaiting || attention != nil
        hasUsableAddress = row[7]
        let hasSafe = state == .toShip || state == .partly
        purchaser = hasSafe ? row[8] : ""
        contents = hasSafe ? Contents(text: row[9]).parts : []
    }
}
