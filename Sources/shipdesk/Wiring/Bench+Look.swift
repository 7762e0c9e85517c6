import Cache
import Model
import Services
import Settings

extension Bench {
    /// A purchase with what only it by itself tells, where nothing of that is known yet: a listing's seats.
    /// Where it cannot be read, that is said, and it stays as it is known.
    func readWhole(_ detail: PurchaseDetail) async throws -> PurchaseDetail {
        guard detail.store.capabilities.readsOnOpening, !detail.tellsSeats, let open = store(detail.store.id)
        else { return detail }
        let whyNot = try await withNetwork { network -> String? in
            guard let client = try client(of: open, network) else { return nil }
            let channel = client.channel(
                of: open.store.id, in: cache, directory: configuration.dataDirectory)
            return await (channel as? any SingleReader)?.read(detail.purchase.id)
        }
        if let whyNot { Console.tell("\(open.store.name): \(detail.purchase.id) was not read: \(whyNot)") }
        return try cache.read { try $0.detail(detail.key) } ?? detail
    }
}
