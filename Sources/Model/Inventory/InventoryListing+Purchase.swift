extension Purchase {
    /// A listing of an inventory: one item, the event, of as many as there are tickets; sections and rows are
    /// its variants. It has neither buyer nor address, and no day on which it was bought.
    ///
    /// - Parameters:
    ///   - values: as last told.
    ///   - kind: what its event, section and row are called in the cache.
    ///   - at: Unix seconds when it was first seen in hand; nil where it is not.
    package init(listing id: PurchaseID, values: Attributes, kind: ItemKind, shippedAt at: Int64?) {
        let quantity = values[ListingAttribute.quantity].flatMap { Int($0) } ?? 1
        self.init(
            id: id, purchasedAt: 0,
            items: [
                PurchasedItem(
                    num: 1, itemID: kind.itemID, variantID: kind.variantID, quantity: max(1, quantity))
            ],
            ledger: at.map { [Fulfillment(item: 1, at: $0, quantity: max(1, quantity))] } ?? [])
        attributes = values
    }
}

extension Purchase {
    /// Unix seconds: what lists sort it by and count its age from; nil where nothing is told.
    ///
    /// When it was bought. Nobody bought a listing: it stands at the day on which its tickets are to be in
    /// hand, else at the day of its event. A day is its noon in UTC, which is that day in nearly every zone.
    package var listedAt: Int64? {
        if purchasedAt != 0 { return purchasedAt }
        let days = [ListingAttribute.inHandOn, ListingAttribute.eventTime].compactMap { name in
            attributes[name].flatMap { PlainDate(String($0.prefix(10))) }
        }
        return days.first.map { Int64($0.dayNumber) * 86_400 + 43_200 }
    }
}

extension PurchaseDetail {
    /// What its seats are is known.
    package var tellsSeats: Bool { purchase.attributes.names.contains { InventoryTable.seat($0) != nil } }
}

extension Attributes {
    /// What the listing's item is called: its event, and its place where it has one: `101, row A`.
    package var listingName: (event: String, place: String) {
        let row = self["row"].map { "row \($0)" }
        let place = [self["section"], row].compactMap(\.self).joined(separator: ", ")
        let event = self[ListingAttribute.eventName] ?? self[ListingAttribute.eventID].map { "event \($0)" }
        return (event ?? "listing", place)
    }
}
