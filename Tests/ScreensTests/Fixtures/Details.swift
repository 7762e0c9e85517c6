import Model
import ViewModels

/// Invented purchases in full.
enum Details {
    /// Partly shipped, with everything that can happen to a purchase.
    static let eventful = detail(
        Purchase(
            id: PurchaseID(1043), purchasedAt: Station.now - 2 * 86_400, firstName: "Zoë", lastName: "Müller",
            lastModified: Station.now - 3600, confirmationCode: "R7K2PX",
            items: [
                PurchasedItem(
                    num: 1, itemID: 31, variantID: 702, quantity: 4, paidInCents: 9680,
                    transferredTo: [Transfer(purchase: PurchaseID(1051), item: 1, quantity: 1)]),
                PurchasedItem(num: 2, itemID: 32, quantity: 1, paidInCents: 1250),
            ],
            refunds: [Refund(id: 9, amountInCents: 2420, at: Station.now - 7200)],
            cancelled: [
                CancelledItem(
                    num: 1, kind: ItemKind(itemID: 31, variantID: 702), quantity: 1, at: Station.now - 7200)
            ],
            ledger: [
                Fulfillment(
                    item: 1, at: Station.now - 90_000, quantity: 2, deliverBy: PlainDate("2026-11-27"),
                    tracking: "1Z999AA10123456784", address: munich),
                Fulfillment(item: 1, at: Station.now - 88_000, quantity: -1),
            ],
            address: munich),
        marks: [
            mark(1, item: 2, quantity: 1, state: .unknown, tracking: "00340434161094042557", minutesAgo: 12)
        ], names: [1: "Shirt L", 2: "Mug"], serverRemaining: [1: 3, 2: 1])

    /// Nothing to go by where it should go.
    static let homeless = detail(
        Purchase(
            id: PurchaseID(1047), purchasedAt: Station.now - 86_400, firstName: "John", lastName: "O'Neil",
            items: [PurchasedItem(num: 1, itemID: 33, quantity: 3, paidInCents: 4500)],
            address: ShippingAddress(fullName: "John O'Neil", address1: " ", countryCode: "US")),
        names: [1: "Cap"])

    /// What strangers type into a shop.
    static let hostile = detail(
        Purchase(
            id: PurchaseID(1060), purchasedAt: Station.now - 300, firstName: "Two\nlines",
            lastName: "\u{202E}desrever",
            confirmationCode: "\u{1B}[31mRED",
            items: [
                PurchasedItem(num: 1, itemID: 34, quantity: 12, paidInCents: 1_234_500),
                PurchasedItem(num: 2, itemID: 35, variantID: 9, quantity: 1),
            ],
            address: ShippingAddress(
                fullName: "山田 太郎 👩‍👩‍👧", address1: "1 Main St\r\nSuite 5\t(rear)",
                address2:
                    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, second house on the left",
                city: "القاهرة", zipcode: "80331", countryCode: "EG")),
        names: [1: "Poster A1, signed, in a tube, with a certificate and a very long name"])

    static let munich = ShippingAddress(
        fullName: "Zoë Müller", address1: "Hauptstr. 5", address2: "Hinterhaus", city: "München",
        zipcode: "80331", countryCode: "DE")

    static func mark(
        _ id: Int64, purchase: Int = 1043, item: Int, quantity: Int, verb: Verb = .ship, state: MarkState,
        tracking: String? = nil, minutesAgo: Int64, reason: String? = nil, attempts: Int = 1,
        waits: Int64? = nil
    ) -> Mark {
        Mark(
            id: MarkID(id), action: ActionID(id), store: Station.gala.id, purchase: PurchaseID(purchase),
            item: item, quantity: quantity, verb: verb, tracking: tracking, address: munich,
            basis: Basis(net: 0, lastModified: nil, address: munich, entries: []), author: Station.author,
            madeAt: (Station.now - minutesAgo * 60) * 1000, state: state, reason: reason, attempts: attempts,
            notBefore: waits.map { (Station.now + $0) * 1000 })
    }

    private static func detail(
        _ purchase: Purchase, marks: [Mark] = [], names: [Int: String], serverRemaining: [Int: Int] = [:]
    ) -> PurchaseDetail {
        let figures = Figures(purchase, marks: marks, serverRemaining: serverRemaining)
        return PurchaseDetail(
            store: Station.gala, purchase: purchase, figures: figures,
            standing: Standing(purchase, figures: figures, marks: marks), marks: marks, names: names)
    }
}
