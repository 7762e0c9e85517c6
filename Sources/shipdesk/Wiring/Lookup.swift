import APIs
import Cache
import Model
import Services

/// Finds the purchases that a command names; what the cache does not know is looked for in the stores.
struct Lookup {
    let bench: Bench

    /// - Returns: only those found.
    /// - Throws: ``Stop``: 65 for an id that stands in two stores, 69 where a store cannot be asked.
    func keys(of purchases: [PurchaseID]) async throws -> [PurchaseID: PurchaseKey] {
        let known = try known(purchases)
        if purchases.allSatisfy({ known[$0] != nil }) || bench.isReadOnly { return known }
        let stop = try await readStores()
        try await fetchUnknown(purchases)
        let found = try self.known(purchases)
        if let stop, !purchases.allSatisfy({ found[$0] != nil }) { throw stop }
        return found
    }

    /// An id that no list shows may be an order's of a store that lists none: where there is one such store,
    /// it is asked.
    /// - Throws: ``Stop``: 69 where it cannot be.
    private func fetchUnknown(_ purchases: [PurchaseID]) async throws {
        let known = try known(purchases)
        let unknown = purchases.filter { known[$0] == nil && TrackSheet.fault(in: $0.text) == nil }
        let silent = bench.stores.filter(\.takesIDs)
        guard !unknown.isEmpty, silent.count == 1, let open = silent.first else { return }
        try await bench.withNetwork { network in
            let errand = try OrderErrand(bench: bench, open: open, network: network)
            for purchase in unknown { _ = try await errand.fetch(purchase) }
        }
    }

    /// Reads the stores where the cache knows one of these ids or codes not yet.
    /// - Throws: ``Stop``: 69 where a store cannot be asked.
    func readStores(unlessKnown names: [String]) async throws {
        if bench.isReadOnly { return }
        let stores = bench.stores.map(\.store.id)
        func isKnown() throws -> Bool {
            try bench.cache.read { reader in
                try names.allSatisfy { name in
                    let plain = name.hasPrefix("#") ? String(name.dropFirst()) : name
                    return try !reader.purchases(named: plain, in: stores).isEmpty
                }
            }
        }
        if try isKnown() { return }
        if let stop = try await readStores(), try !isKnown() { throw stop }
    }

    /// What a command's targets name.
    /// - Throws: ``Stop`` where a purchase is not known, not even to its store.
    func lines(_ targets: [Target]) async throws -> [MarkLine] {
        let keys = try await keys(of: targets.map(\.purchase))
        let unknown = targets.map(\.purchase).filter { keys[$0] == nil }
        if !unknown.isEmpty {
            throw Stop(.badData, unknown.map { Refusal.unknownPurchase($0).sentence })
        }
        return targets.compactMap { target in
            keys[target.purchase].map { MarkLine(key: $0, item: target.item, quantity: target.quantity) }
        }
    }

    private func known(_ purchases: [PurchaseID]) throws -> [PurchaseID: PurchaseKey] {
        var found: [PurchaseID: PurchaseKey] = [:]
        try bench.cache.read { reader in
            for purchase in purchases {
                let holders = try bench.stores.filter {
                    try reader.purchase(PurchaseKey(store: $0.store.id, purchase: purchase)) != nil
                }
                if holders.count > 1 {
                    throw Stop(
                        .badData,
                        Refusal.ambiguous(purchase, stores: holders.map(\.store.name)).sentence)
                }
                if let only = holders.first {
                    found[purchase] = PurchaseKey(store: only.store.id, purchase: purchase)
                }
            }
        }
        return found
    }

    /// - Returns: why one could not be read; nil where all were.
    private func readStores() async throws -> Stop? {
        // One that lists nothing is asked for the order itself.
        let listing = bench.stores.filter { !$0.takesIDs }
        return try await SyncRound(bench: bench, stores: listing).run().stop
    }
}
