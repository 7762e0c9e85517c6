import FoundationEssentials
import Model
import ViewModels

extension Store {
    /// Orders that it tells by their ids, and does not list.
    package static let boxoffice = Store(
        id: StoreID(4), name: "boxoffice",
        identity: StoreIdentity(api: .tixstock, baseURL: "http://127.0.0.1:1/v1", place: ""))
}

extension PurchaseDetail {
    /// An order of two seats, with other values where given.
    package static func order(
        _ id: String = "TX1", _ values: Attributes = [:], marks: [Mark] = []
    ) -> PurchaseDetail {
        let seats = ["4", "5"].map { seat in
            var item = OrderItem(
                listingID: "77", generalAdmission: false, type: "Paper", section: "Block 12", row: "C",
                seat: seat)
            item.holder = seat == "4" ? TicketHolder(firstName: "Zoë", lastName: "Müller") : nil
            return item
        }
        let status = values[OrderAttribute.status] ?? "Approved"
        let tracking = values[OrderAttribute.tracking]
        let order = TixstockOrder(
            id: PurchaseID(id), placedAt: Clock.sunday.now - 7_200,
            customer: OrderCustomer(id: "C1", firstName: "Zoë", lastName: "Müller"),
            shippingAddress: .munich, items: seats, quantity: 2, currency: "GBP", grandTotal: 180,
            statusText: status, tracking: tracking)
        let all = order.attributes(mode: "Sandbox", label: nil).setting(values)
        let purchase = order.purchase(
            attributes: all, kind: ItemKind(itemID: 77, variantID: 1), known: nil, now: Clock.sunday.now - 60)
        let figures = Figures(purchase, marks: marks)
        return PurchaseDetail(
            store: .boxoffice, purchase: purchase, figures: figures,
            standing: Standing(purchase, figures: figures, marks: marks), marks: marks,
            names: [1: "Paper, Block 12"])
    }
}

extension Surroundings {
    /// A bench with orders only.
    package static var ordersBench: Surroundings {
        var bench = Surroundings.bench
        bench.stores = [.boxoffice]
        var health = StoreHealth(store: Store.boxoffice.id, syncedAt: Clock.sunday.now - 60, isLeader: true)
        health.mode = "Sandbox"
        bench.health = [health]
        return bench
    }
}
