import APIs
import Cache
import Model
import Services

/// Finds the purchases that a command names; what the cache does not know is looked for in the stores.
struct Lookup: Sendable {
    let bench: Bench

    /// - Returns: only those found.
    /// - Throws: ``Stop``: 65 for an id that stands in two stores, 69 where a store cannot be asked.
    func keys(of purchases: [PurchaseID]) async throws -> [PurchaseID: PurchaseKey] {
        let known = try known(purchases)
        if knowsAll(of: purchases) || bench.isReadOnly { return known }
        let stops = try await search(purchases)
        let found = try self.known(purchases)
        if let stop = stops.first, !knowsAll(of: purchases) { throw stop }
        return found
    }

    /// The lists, and a store that lists none, all at once: once everything is found, nobody waits for one
    /// that does not answer.
    /// - Returns: why some could not be asked.
    private func search(_ purchases: [PurchaseID]) async throws -> [Stop] {
        var hidesOrders = false
        let stops = try await withThrowingTaskGroup(of: Part.self) { group in
            group.addTask { Part(stop: try await readStores { knowsAll(of: purchases) }) }
            group.addTask {
                do {
                    return Part(hidesOrders: try await !fetchUnknown(purchases, keepingUnread: false))
                } catch let stop as Stop {
                    return Part(stop: stop)
                }
            }
            var stops: [Stop] = []
            for try await part in group {
                stops += [part.stop].compactMap(\.self)
                hidesOrders = hidesOrders || part.hidesOrders
                guard knowsAll(of: purchases) else { continue }
                group.cancelAll()
                break
            }
            return stops
        }
        // What no list shows is an order's, as it was typed.
        if hidesOrders { _ = try await fetchUnknown(purchases, keepingUnread: true) }
        return stops
    }

    private struct Part {
        var stop: Stop?
        var hidesOrders = false
    }

    /// An id that no list shows may be an order's of a store that lists none: where there is one such store,
    /// it is asked.
    /// - Parameter keepingUnread: where it tells no orders, as they were typed.
    /// - Returns: false where it tells no orders, and none was kept.
    /// - Throws: ``Stop``: 69 where it cannot be.
    private func fetchUnknown(_ purchases: [PurchaseID], keepingUnread: Bool) async throws -> Bool {
        let known = try known(purchases)
        let unknown = purchases.filter { known[$0] == nil && TrackSheet.fault(in: $0.text) == nil }
        let silent = bench.stores.filter(\.takesIDs)
        guard !unknown.isEmpty, silent.count == 1, let open = silent.first else { return true }
        return try await bench.withNetwork { network in
            let errand = try OrderErrand(bench: bench, open: open, network: network)
            do {
                for purchase in unknown { _ = try await errand.fetch(purchase, keepingUnread: keepingUnread) }
                return true
            } catch is OrderErrand.Untold {
                return false
            }
        }
    }

    private func knowsAll(of purchases: [PurchaseID]) -> Bool {
        guard let known = try? known(purchases) else { return false }
        return purchases.allSatisfy { known[$0] != nil }
    }

    /// Reads the stores where the cache knows one of these ids or codes not yet.
    /// - Throws: ``Stop``: 69 where a store cannot be asked.
    func readStores(unlessKnown names: [String]) async throws {
        if bench.isReadOnly { return }
        let stores = bench.stores.map(\.store.id)
        @Sendable func isKnown() throws -> Bool {
            try bench.cache.read { reader in
                try names.allSatisfy { name in
                    let plain = name.hasPrefix("#") ? String(name.dropFirst()) : name
                    return try !reader.purchases(named: plain, in: stores).isEmpty
                }
            }
        }
        if try isKnown() { return }
        let stop = try await readStores { (try? isKnown()) ?? false }
        if let stop, try !isKnown() { throw stop }
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

    /// - Parameter isEnough: the others are not waited for then.
    /// - Returns: why one could not be read; nil where all were, or enough.
    private func readStores(until isEnough: @escaping @Sendable () -> Bool) async throws -> Stop? {
        // One that lists nothing is asked for the order itself.
        var round = SyncRound(bench: bench, stores: bench.stores.filter { !$0.takesIDs })
        round.isEnough = isEnough
        return try await round.run().stop
    }
}
