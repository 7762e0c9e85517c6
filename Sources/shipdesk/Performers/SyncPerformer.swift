import Model
import Services
import ViewModels

/// Asks whoever leads to read, or to try again.
@MainActor
final class SyncPerformer {
    private let team: Team
    private let orders: [StoreID: OrderFetch]
    private let looks: [StoreID: any SingleReader]

    /// - Parameters:
    ///   - orders: of stores whose orders are read one by one.
    ///   - looks: of stores whose lists do not tell everything.
    init(team: Team, orders: [StoreID: OrderFetch], looks: [StoreID: any SingleReader]) {
        self.team = team
        self.orders = orders
        self.looks = looks
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
        if case .look(let key) = effect {
            Task { answered(.looked(key, whyNot: await Self.whyNot(looks[key.store], key.purchase))) }
            return nil
        }
        let (store, order): (StoreID?, (Leader) -> Void) =
            switch effect {
            case .now(let store): (store, { $0.syncNow() })
            case .full(let store): (store, { $0.syncNow(.full) })
            case .retryPaused(let store): (store, { $0.tryAgain() })
            case .fetch(_, let store): (store, { _ in })
            case .look(let key): (key.store, { _ in })
            }
        let leaders = team.leaders.filter { $0.isLeading && (store == nil || $0.store.id == store) }
        leaders.forEach(order)
        return leaders.isEmpty ? .failed("Another station leads this store; it reads by itself.") : nil
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
