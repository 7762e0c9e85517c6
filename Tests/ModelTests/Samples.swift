import Model

/// Purchases and marks for tests; the people are invented.
enum Samples {
    static let address = ShippingAddress(
        fullName: "Customer Name", address1: "300 Mill St.", address2: "Suite 200", city: "Moorestown",
        state: "NJ", zipcode: "08057", countryCode: "US")

    static func line(
        _ num: Int, _ quantity: Int, item: Int64? = nil, variant: Int64? = nil, movedOut: Int = 0
    ) -> PurchasedItem {
        let transfers = movedOut > 0 ? [Transfer(purchase: PurchaseID(55), item: 2, quantity: movedOut)] : []
        return PurchasedItem(
            num: num, itemID: item ?? Int64(30 + num), variantID: variant, quantity: quantity,
            transferredTo: transfers)
    }

    static func purchase(
        _ items: [PurchasedItem], cancelled: [CancelledItem] = [], ledger: [Fulfillment] = [],
        refunds: [Refund] = [], address: ShippingAddress? = Samples.address, isCleared: Bool = false
    ) -> Purchase {
        Purchase(
            id: PurchaseID(43), purchasedAt: 1_578_434_161, firstName: "John", lastName: "Smith",
            items: items,
            refunds: refunds, cancelled: cancelled, ledger: ledger, address: address, isCleared: isCleared)
    }

    static func cancelled(_ quantity: Int, item: Int64, variant: Int64? = nil) -> CancelledItem {
        CancelledItem(num: 1, kind: ItemKind(itemID: item, variantID: variant), quantity: quantity, at: 1)
    }

    static func shipped(_ item: Int, _ quantity: Int, at: Int64 = 1, tracking: String? = nil) -> Fulfillment {
        Fulfillment(item: item, at: at, quantity: quantity, tracking: tracking)
    }

    static func mark(
        _ item: Int, _ quantity: Int, _ state: MarkState, claimed: EntryKey? = nil
    ) -> Mark {
        Mark(
            id: MarkID(1), action: ActionID(1), store: StoreID(1), purchase: PurchaseID(43), item: item,
            quantity: quantity, verb: quantity < 0 ? .undo : .ship,
            basis: Basis(net: 0, lastModified: nil, address: nil, entries: []),
            author: Author(person: "ann", station: "bench-1"), madeAt: 0, state: state, claimed: claimed)
    }

    /// Purchase 43 of the ticket store purchases document.
    static let documented = purchase(
        [
            line(1, 1, item: 32, variant: 714), line(2, 3, item: 34, variant: 708), line(3, 4, item: 36),
            line(4, 5, item: 38, movedOut: 5),
        ],
        cancelled: [cancelled(1, item: 32, variant: 714), cancelled(3, item: 34, variant: 708)],
        ledger: [
            Fulfillment(
                item: 3, at: 1_662_040_675, quantity: 1, deliverBy: PlainDate("2022-09-06"),
                tracking: "ABC123", address: address),
            shipped(4, 1, at: 1_662_041_000),
        ],
        refunds: [Refund(id: 1, amountInCents: 2420, at: 1_637_700_110)])
}
