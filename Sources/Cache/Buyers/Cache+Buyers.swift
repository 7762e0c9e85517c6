import Model

extension CacheReader {
    /// Nil where nobody was asked, or nothing is known.
    package func buyer(of key: PurchaseKey) throws -> Buyer? {
        try db.first(
            """
            SELECT first_name, last_name, address FROM buyers
            WHERE store = ? AND purchase = ? AND asked_at IS NOT NULL
            """, key.store, key.purchase
        ) { Buyer(firstName: $0[0], lastName: $0[1], address: fromJSON($0[2])) }
    }

    /// Whose buyers to ask for: of what is still to ship, those never asked for first, then the oldest.
    ///
    /// - Parameters:
    ///   - knownBefore, unknownBefore: Unix seconds: who was asked for since is not due, with an address or
    ///     without one.
    package func buyersToAsk(
        in store: StoreID, _ choice: BuyerChoice = .all, knownBefore: Int64, unknownBefore: Int64, limit: Int
    ) throws -> [BuyerReference] {
        let states = [PurchaseState.toShip, .partly, .held].map { "\($0.code)" }.joined(separator: ", ")
        return try db.rows(
            """
            SELECT buyers.purchase, user, registration FROM buyers
            JOIN listing ON listing.store = buyers.store AND listing.id = buyers.purchase
            WHERE buyers.store = ?1 AND state IN (\(states)) AND \(choice.condition)
                AND (asked_at IS NULL OR asked_at < iif(address IS NULL, ?3, ?2))
            ORDER BY asked_at IS NOT NULL, date, listing.row LIMIT ?4
            """, [store, knownBefore, unknownBefore, limit] + choice.values
        ) { BuyerReference(purchase: $0[0], user: $0[1], registration: $0[2]) }
    }

    /// With which credentials people could not be read, and since when (Unix seconds).
    package func buyersRefused(in store: StoreID) throws -> (credentials: String, at: Int64)? {
        try db.first("SELECT credentials, at FROM buyers_refused WHERE store = ?", store) { ($0[0], $0[1]) }
    }

    func addressSource(of key: PurchaseKey) throws -> AddressSource {
        let asked: Int64?? = try db.first(
            "SELECT asked_at FROM buyers WHERE store = ? AND purchase = ?", key.store, key.purchase
        ) { $0[0] as Int64? }
        guard let asked else { return .nowhere }
        if asked != nil { return .account }
        return try buyersRefused(in: key.store) == nil ? .unread : .refused
    }
}

extension CacheWriter {
    /// The list shows whom to ask for; who is another than before is not known any more.
    package func noteBuyer(_ reference: BuyerReference, in store: StoreID) throws {
        try db.run(
            """
            INSERT INTO buyers (store, purchase, user, registration) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET user = excluded.user, registration = excluded.registration,
                asked_at = NULL, first_name = '', last_name = '', address = NULL
            WHERE user <> excluded.user OR registration IS NOT excluded.registration
            """, store, reference.purchase, reference.user, reference.registration)
    }

    /// What the answer was; their other purchases have the same buyer.
    ///
    /// - Parameters:
    ///   - buyer: nil: nothing is known; what was known before stays.
    ///   - at: Unix seconds.
    package func setBuyer(_ buyer: Buyer?, of reference: BuyerReference, in store: StoreID, at: Int64) throws
    {
        let own = PurchaseKey(store: store, purchase: reference.purchase)
        try db.run(
            "UPDATE buyers SET asked_at = ? WHERE store = ? AND purchase = ?", at, store, reference.purchase)
        guard let buyer else { return }
        try db.run("DELETE FROM buyers_refused WHERE store = ?", store)
        let theirs: [PurchaseID] = try db.rows(
            "SELECT purchase FROM buyers WHERE store = ? AND user = ?", store, reference.user
        ) { $0[0] }
        let address = try jsonText(buyer.address)
        for key in Set(theirs.map { PurchaseKey(store: store, purchase: $0) } + [own]) {
            try db.run(
                """
                UPDATE buyers SET asked_at = ?, first_name = ?, last_name = ?, address = ?
                WHERE store = ? AND purchase = ?
                """, at, buyer.firstName, buyer.lastName, address, store, key.purchase)
            try write(buyer, to: key)
        }
    }

    private func write(_ buyer: Buyer, to key: PurchaseKey) throws {
        guard let row = try row(of: key) else { return }
        let columns = "first_name, last_name, \(ShippingAddress.columns)"
        let values: [any Storable] = [buyer.firstName, buyer.lastName]
        try db.run(
            "UPDATE purchases SET (\(columns)) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE row = ?",
            values + ShippingAddress.columns(of: buyer.address) + [row])
        upkeep.touch(key)
        upkeep.subjects.insert(.purchases)
    }

    /// - Parameter at: Unix seconds.
    package func noteBuyersRefused(in store: StoreID, credentials: String, at: Int64) throws {
        try db.run(
            "INSERT OR REPLACE INTO buyers_refused (store, credentials, at) VALUES (?, ?, ?)", store,
            credentials, at)
        upkeep.subjects.insert(.purchases)
    }
}

/// Among which purchases somebody to ask for is looked for.
package enum BuyerChoice: Sendable, Hashable {
    case all
    /// Those whose form somebody has open.
    case claimed
    case one(PurchaseID)

    fileprivate var condition: String {
        switch self {
        case .all: "TRUE"
        case .claimed: "buyers.purchase IN (SELECT purchase FROM claims WHERE store = ?1)"
        case .one: "buyers.purchase = ?5"
        }
    }

    fileprivate var values: [any Storable] {
        if case .one(let purchase) = self { [purchase] } else { [] }
    }
}
