import APIs
import Cache
import Model

extension CacheWriter {
    /// An order as a purchase, with what its tickets are called; the names are kept.
    ///
    /// - Parameter now: Unix seconds: a shipment is seen for the first time.
    func shelve(_ reply: TixstockReply, in store: StoreID, now: Int64) throws -> Purchase {
        let order = reply.order
        if let mode = reply.mode?.word { try setMode(mode, of: store) }
        let listings = Set(order.items.map { $0.listingID.flatMap { Int64($0) } ?? 0 })
        let listing = listings.count == 1 ? listings.first ?? 0 : 0
        let contents = order.contents
        let kind = ItemKind(itemID: listing, variantID: try variant(contents, of: listing, in: store))
        try addNames(
            [kind: contents.isEmpty ? "Ticket" : contents, ItemKind(itemID: listing): "Ticket"], of: store)
        let known = try purchase(PurchaseKey(store: store, purchase: order.id))
        return order.purchase(
            attributes: order.attributes(
                mode: reply.mode?.word, label: order.label?.pdf.map { LabelShelf.name(of: $0) }),
            kind: kind, known: known, now: now)
    }
}
