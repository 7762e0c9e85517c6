import APIs
import Cache
import Model

/// A store whose list does not tell everything: one purchase by itself tells more.
package protocol SingleReader: Sendable {
    /// Reads it and keeps what it tells.
    /// - Returns: why that did not work, for people; nil where it did.
    func read(_ id: PurchaseID) async -> String?
}

extension TicketEvolutionChannel: SingleReader {
    /// Seats and barcodes are told of one listing at a time.
    package func read(_ id: PurchaseID) async -> String? {
        let began = clock.now()
        let details = await details(of: [id])
        if let failure = details.failure { return failure.words }
        if details.isRefused { return "These credentials may not read ticket groups." }
        guard let told = id.number.flatMap({ details.told[$0] }) else {
            return "The store tells of no such listing."
        }
        do {
            try keep(ToldListing(id: id, values: told.attributes), began: began)
            return nil
        } catch {
            return "The cache cannot be written."
        }
    }

    /// Whoever sends marks of it reads it as they need it: what is told meanwhile must not settle any.
    private func keep(_ listing: ToldListing, began: Int64) throws {
        try cache.write { writer in
            let marks = try writer.marks(of: PurchaseKey(store: store, purchase: listing.id))
            if marks.contains(where: \.state.isOpen) { return }
            let purchases = try writer.shelve([listing], in: store, at: began / 1_000)
            try writer.save(purchases, in: store, readBegan: began, now: clock.now())
        }
    }
}
