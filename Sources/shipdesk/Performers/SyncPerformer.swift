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

    /// - Parameters:
    ///   - stores: those that this station shows.
    ///   - orders: of stores whose orders are read one by one.
    init(cache: Cache, stores: [Store], team: Team, orders: [StoreID: OrderFetch]) {
        self.cache = cache
        self.stores = stores
        self.team = team
        self.orders = orders
    }

    /// - Returns: what could not be asked for; nil where it could.
    func perform(
        _ effect: SyncEffect, _ answered: @escaping @MainActor @Sendable (Answer) -> Void
    ) -> Answer? {
        if case .fetch(let purchase, let store) = effect {
            guard let fetch = orders[store] else {
                return .failed("There are no credentials for this store here: another station must ask.")
            }
            Task { answered(await Self.answer(fetch, purchase, of: store)) }
            return nil
        }
        let idle = wanted(effect).filter { !ask($0, effect) }
        return idle.isEmpty ? nil : .failed(nobodyReads(idle))
    }

    private func wanted(_ effect: SyncEffect) -> [Store] {
        let only =
            switch effect {
            case .now(let store), .full(let store), .retryPaused(let store): store
            case .fetch(_, let store): store
            }
        return stores.filter { only == nil || $0.id == only }
    }

    /// - Returns: false where nobody on this box leads the store, or will.
    private func ask(_ store: Store, _ effect: SyncEffect) -> Bool {
        let ours = team.leaders.first { $0.store.id == store.id }
        guard let ours, ours.isLeading else { return askLeader(of: store, effect) || ours != nil }
        switch effect {
        case .now, .fetch: ours.syncNow()
        case .full: ours.syncNow(isFull: true)
        case .retryPaused: ours.tryAgain()
        }
        return true
    }

    private func askLeader(of store: Store, _ effect: SyncEffect) -> Bool {
        var isFull = false
        if case .full = effect { isFull = true }
        let leader = try? cache.write { writer in
            _ = try writer.askForPass(of: store.id, isFull: isFull)
            return try writer.facts(of: store.id).leader
        }
        return leader != nil
    }

    private func nobodyReads(_ stores: [Store]) -> String {
        let names = stores.map(\.name).joined(separator: ", ")
        return "Nobody on this box reads \(names): start a station or `shipdesk agent` with its credentials."
    }

    private static func answer(_ fetch: OrderFetch, _ id: PurchaseID, of store: StoreID) async -> Answer {
        switch await fetch(id) {
        case .order(let found): .found(id.text, [PurchaseKey(store: store, purchase: found)])
        case .none: .failed("\(fetch.storeName) has no order \(id).")
        case .failed(let words): .failed("\(fetch.storeName): \(words)")
        }
    }
}
