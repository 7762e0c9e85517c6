import APIs
import Cache
import Model

// A PATCH of one listing, or of up to a thousand that all get the same.
extension TicketEvolutionChannel {
    /// What the document demands beside the values is added from the listing as just read; marks of one
    /// batch have the same of it.
    package func fulfill(_ batch: Batch) async -> Answer<FulfillmentReply> {
        guard let first = batch.lines.first?.mark, let sets = first.sets else {
            return .ok(FulfillmentReply())
        }
        let known: Purchase?
        do {
            known = try cache.read { try $0.purchase(PurchaseKey(store: store, purchase: first.purchase)) }
        } catch {
            return .failed(.nothingLeft(words: "The cache cannot be read."))
        }
        let values = known?.attributes ?? Attributes()
        let (change, faults) = InventoryChange.reading(sets.completed(for: values))
        if let fault = faults.first { return .failed(.named(words: fault.sentence, code: nil)) }
        if batch.lines.count > 1 { return await update(batch, change, sets) }
        return await update(
            first, change, quantity: values[ListingAttribute.quantity].flatMap { Int($0) })
    }

    private func update(
        _ mark: Mark, _ change: InventoryChange, quantity: Int?
    ) async -> Answer<FulfillmentReply> {
        guard let id = mark.purchase.number else { return .failed(Self.noListing(mark.purchase)) }
        let answer = await client.update(id, change, quantity: quantity)
        switch answer.result {
        case .success(let listing):
            return told([ToldListing(id: mark.purchase, values: listing.attributes)], at: answer.serverTime)
        case .failure(let failure):
            if case .named = failure, mark.attempts > 1, let found = await found(mark) { return found }
            return answer.passedOn(failure)
        }
    }

    /// A re-send is refused where the first did its work after all: then the listing shows what was wanted.
    private func found(_ mark: Mark) async -> Answer<FulfillmentReply>? {
        let page = await look(PurchasesRequest(), for: [mark.purchase]).value
        guard let listing = page?.purchases.first, page?.unread.isEmpty == true,
            Outcome(of: mark.sets ?? Attributes(), before: Attributes(), shown: listing.attributes) == .ours
        else { return nil }
        return .ok(FulfillmentReply(told: [listing]))
    }

    private func update(
        _ batch: Batch, _ change: InventoryChange, _ sets: Attributes
    ) async -> Answer<FulfillmentReply> {
        let purchases = batch.lines.map(\.mark.purchase)
        let ids = purchases.compactMap(\.number)
        if let other = purchases.first(where: { $0.number == nil }) { return .failed(Self.noListing(other)) }
        let answer = await client.update(ids, change)
        guard let listings = answer.value else {
            return answer.passedOn(answer.failure ?? Self.unkept)
        }
        let told = Dictionary(listings.compactMap { listing in listing.id.map { ($0, listing) } }) { $1 }
        let rows = purchases.compactMap { purchase -> ToldListing? in
            if let values = purchase.number.flatMap({ told[$0] })?.attributes {
                return ToldListing(id: purchase, values: values)
            }
            // Its 200 says that all were updated; where they can be read, a look shows it as well.
            return pass.mayNotRead ? ToldListing(id: purchase, values: sets) : nil
        }
        return self.told(rows, at: answer.serverTime)
    }

    private func told(_ rows: [ToldListing], at serverTime: ServerTime?) -> Answer<FulfillmentReply> {
        do {
            let purchases = try cache.write { try $0.shelve(rows, in: store, at: clock.now() / 1_000) }
            return .ok(FulfillmentReply(told: purchases), at: serverTime)
        } catch {
            return .failed(Self.unkept, at: serverTime)
        }
    }

    private static let unkept = CallFailure.lost(words: "The answer could not be kept.", answered: true)

    private static func noListing(_ purchase: PurchaseID) -> CallFailure {
        .named(words: "\(purchase) is no listing: listings have numbers.", code: nil)
    }
}
