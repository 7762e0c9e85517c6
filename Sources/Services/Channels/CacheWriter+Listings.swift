import APIs
import Cache
import Model

/// What an answer told of one listing.
struct ToldListing {
    var id: PurchaseID
    var values: Attributes
    /// The answer says how it is, not only that it is.
    var isRead = true
}

extension CacheWriter {
    /// Listings as purchases: with what answers told put in place of what was known, and with the names of
    /// their events kept. What a mark sent and got no answer for is known by this answer alone.
    ///
    /// - Parameter now: Unix seconds.
    func shelve(_ told: [ToldListing], in store: StoreID, at now: Int64) throws -> [Purchase] {
        let rules = ListingRules()
        let awaited = try purchasesToReconcile(in: store)
        var names: [ItemKind: String] = [:]
        let purchases = try told.map { listing in
            let key = PurchaseKey(store: store, purchase: listing.id)
            let known = try purchase(key)
            let isDoubtful = listing.isRead && awaited.contains(listing.id)
            let values = (known?.attributes ?? Attributes()).told(
                listing.values, doubtful: isDoubtful ? try unansweredNames(of: key) : [])
            let kind = try kind(of: values, in: store, &names)
            var purchase = Purchase(listing: listing.id, values: values, kind: kind, shippedAt: nil)
            if rules.isShipped(values) { purchase.ledger = [inHand(purchase, since: known, at: now)] }
            return purchase
        }
        try addNames(names, of: store)
        return purchases
    }

    /// Since this box first saw it so.
    private func inHand(_ listing: Purchase, since known: Purchase?, at now: Int64) -> Fulfillment {
        let quantity = listing.items.first?.quantity ?? 1
        let before = known?.ledger.first { $0.quantity == quantity }
        return before ?? Fulfillment(item: 1, at: now, quantity: quantity)
    }

    private func unansweredNames(of key: PurchaseKey) throws -> Set<String> {
        let open = try marks(of: key).filter { $0.state == .sending || $0.state == .unknown }
        return Set(open.flatMap { $0.sets?.names ?? [] })
    }

    /// The event is the item, section and row are its variant.
    private func kind(
        of values: Attributes, in store: StoreID, _ names: inout [ItemKind: String]
    ) throws -> ItemKind {
        let (event, place) = values.listingName
        let item = values[ListingAttribute.eventID].flatMap { Int64($0) } ?? 0
        let kind = ItemKind(itemID: item, variantID: try variant(place, of: item, in: store))
        names[ItemKind(itemID: item)] = event
        names[kind] = place.isEmpty ? event : "\(event), \(place)"
        return kind
    }
}
