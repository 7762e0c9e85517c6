import Model
import ViewModels

extension Store {
    /// An office whose listings come into the hand.
    package static let office = Store(
        id: StoreID(3), name: "box-office",
        identity: StoreIdentity(api: .ticketEvolution, baseURL: "http://127.0.0.1:1", place: "1234"))
}

extension PurchaseDetail {
    /// A listing of two seats that is awaited, with other values where given.
    package static func listing(
        _ id: Int = 801, _ values: Attributes = [:], marks: [Mark] = []
    ) -> PurchaseDetail {
        let usual: Attributes = [
            "in_hand": "false", "in_hand_on": "2026-12-03", "quantity": "2", "section": "101", "row": "A",
            "format": "Physical", "price": "120", "event.name": "Harbour Lights Tour",
            "event.time": "2027-05-02T19:30:00Z", "seats[0].seat": "11", "seats[1].seat": "12",
        ]
        let all = usual.setting(values)
        let at: Int64? = ListingRules().isShipped(all) ? Clock.sunday.now - 3600 : nil
        let purchase = Purchase(
            listing: PurchaseID(id), values: all, kind: ItemKind(itemID: 77, variantID: 1), shippedAt: at)
        let figures = Figures(purchase, marks: marks)
        return PurchaseDetail(
            store: .office, purchase: purchase, figures: figures,
            standing: Standing(purchase, figures: figures, marks: marks, needsAddress: false), marks: marks,
            names: [1: "Harbour Lights Tour, 101, row A"])
    }
}

extension Surroundings {
    /// A bench with an office beside the ticket store.
    package static var officeBench: Surroundings {
        var bench = Surroundings.bench
        bench.stores = [.office]
        return bench
    }
}
