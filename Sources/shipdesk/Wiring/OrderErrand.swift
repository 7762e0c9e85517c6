import APIs
import Cache
import Model
import Services
import Settings

/// Reads orders by their ids from a store that lists none, and keeps them from then on.
struct OrderErrand {
    /// The store tells no orders, and the id was not to be kept as it was typed.
    struct Untold: Error {}

    let open: OpenStore
    let source: any OrderSource

    /// - Throws: ``Stop``: 78 for a store that lists its purchases, or that has no credentials here.
    init(bench: Bench, open: OpenStore, network: Network) throws {
        self.open = open
        guard let client = try bench.client(of: open, network) else {
            throw Stop(
                .configuration, "There are no credentials for \(open.store.name) in the configuration.")
        }
        guard
            let source = client.orderSource(
                of: open.store.id, in: bench.cache, directory: bench.configuration.dataDirectory)
        else {
            throw Stop(
                .usage, "\(open.store.name) lists its purchases by itself: `shipdesk sync` reads them.")
        }
        self.source = source
    }

    /// Waits where the store's call limit is reached, and says so.
    ///
    /// - Parameter keepingUnread: as it was typed, where the store tells no orders.
    /// - Returns: nil where the store has no such order.
    /// - Throws: ``Stop``: 69 where the store cannot be asked, 77 where it refuses the credentials;
    ///   ``Untold``.
    func fetch(_ id: PurchaseID, keepingUnread: Bool = true) async throws -> Purchase? {
        while true {
            let answer = await source.fetch(id, keepingUnread: keepingUnread)
            switch answer.result {
            case .success(let purchase):
                if let purchase, purchase.attributes.isEmpty {
                    Console.tell(
                        "\(open.store.name) does not tell orders: \(id) is kept as it was typed, and learned "
                            + "from the answer to its first update.")
                }
                return purchase
            case .failure(.named(_, code: 405)) where !keepingUnread: throw Untold()
            case .failure(.throttled(let seconds, let words)):
                let wait = max(1, min(120, seconds ?? 60))
                Console.tell("\(open.store.name): \(words) On in \(wait) s.")
                try await Task.sleep(for: .seconds(wait))
            case .failure(let failure):
                throw Stop(SyncFailure(failure: failure), open)
            }
        }
    }
}
