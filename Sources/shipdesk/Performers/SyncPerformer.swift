import Cache
import Model
import Services
import ViewModels

/// Asks whoever leads to read, or to try again.
@MainActor
final class SyncPerformer {
    private let cache: Cache
    private let stores: [Store]
    private let team: Team
    private let orders: [StoreID: OrderFetch]
    private let looks: [StoreID: any SingleReader]
    private let isLed: (StoreID) -> Bool

    /// - Parameters:
    ///   - stores: those that this station shows.
    ///   - orders: of stores whose orders are read one by one.
    ///   - looks: of stores whose lists do not tell everything.
    ///   - isLed: whether a process of this box leads a store.
    init(
        cache: Cache, stores: [Store], team: Team, orders: [StoreID: OrderFetch],
        looks: [StoreID: any SingleReader], isLed: @escaping (StoreID) -> Bool
    ) {
        self.isLed = isLed
        self.cache = cache
        self.stores = stores
        self.team = team
        self.orders = orders
        self.looks = looks
    }

    /// - Returns: what could not be asked for; nil where it could.
    func perform(
        _ effect: SyncEffect, _ answered: @escaping @MainActor @Sendable (Answer) -> Void
    ) -> Answer? {
        switch effect {
        case .fetch(let purchase, let store):
            guard let fetch = orders[store] else {
                return .failed("There are no credentials for this store here: another station must ask.")
            }
            Task { answered(await Self.answer(fetch, purchase, of: store)) }
            return nil
        case .look(let key):
            Task { answered(.looked(key, whyNot: await Self.whyNot(looks[key.store], key.purchase))) }
            return nil
        case .now(let store): return ask(store) { $0.syncNow() }
        case .full(let store): return ask(store, isFull: true) { $0.syncNow(isFull: true) }
        case .retryPaused(let store): return ask(store) { $0.tryAgain() }
        }
    }

    /// - Parameters:
    ///   - store: nil: all of them.
    ///   - order: what a leader of our own is told; another's is asked by way of the cache.
    private func ask(_ store: StoreID?, isFull: Bool = false, _ order: (Leader) -> Void) -> Answer? {
        let idle = stores.filter { store == nil || $0.id == store }.filter { store in
            let ours = team.leaders.first { $0.store.id == store.id }
            if let ours, ours.isLeading {
                order(ours)
                return false
            }
            return !askLeader(of: store, isFull) && ours == nil
        }
        return idle.isEmpty ? nil : .failed(nobodyReads(idle))
    }

    /// - Returns: false where nobody on this box leads the store.
    private func askLeader(of store: Store, _ isFull: Bool) -> Bool {
        let asked: Void? = try? cache.write { writer in
            _ = try writer.askForPass(of: store.id, isFull: isFull)
        }
        return asked != nil && isLed(store.id)
    }

    private func nobodyReads(_ stores: [Store]) -> String {
        let names = stores.map(\.name).joined(separator: ", ")
        return "Nobody on this box reads \(names): start a station or `shipdesk agent` with its credentials."
    }

    private static func whyNot(_ reader: (any SingleReader)?, _ id: PurchaseID) async -> String? {
        guard let reader else { return "There are no credentials for this store here." }
        return await reader.read(id)
    }

    private static func answer(_ fetch: OrderFetch, _ id: PurchaseID, of store: StoreID) async -> Answer {
        switch await fetch(id) {
        case .order(let found): .found(id.text, [PurchaseKey(store: store, purchase: found)])
        case .none: .failed("\(fetch.storeName) has no order \(id).")
        case .failed(let words): .failed("\(fetch.storeName): \(words)")
        }
    }
}
