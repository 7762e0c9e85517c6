import Model
import TestKit

@testable import ViewModels

extension Situation {
    /// An office's listings, which come in rather than go out.
    static let listings: [Situation] = [
        listed("listings", filter: .all) { desk in
            desk.surroundings.stores = [.office]
            desk.list.query.store = Store.office.id
            desk.list.rows = Array(rows.prefix(desk.surroundings.layout.listRows))
            desk.list.beside = desk.list.beside.map { _ in opened(listing()) }
        },
        office("listing-awaited") { [.detail(opened(listing()))] },
        office("listing-in-hand") { [.detail(opened(listing(["in_hand": "true"])))] },
        office("listing-ship") { [.ship(ShipForm(listing(), verb: .ship))] },
        office("listing-change") {
            guard var change = ChangeForm(listing()) else { return [] }
            _ = change.take(scan: "ABCD1234")
            return [.change(change)]
        },
        office("listing-change-invalid") {
            guard var change = ChangeForm(listing()) else { return [] }
            change.form.change(.value("price")) {
                $0.entry = TextEntry("2000000")
                $0.problem = "Write a price of at most 1,000,000."
            }
            change.form.focus(on: .value("price"))
            return [.change(change)]
        },
        office("listing-change-twice") {
            guard let change = ChangeForm(listing()) else { return [] }
            let request = MarkRequest(
                verb: .change, lines: [MarkLine(key: change.detail.key)], sets: ["quantity": "3"],
                author: Station.author)
            let words = ListingRules().finality(of: request.sets, on: change.detail.purchase) ?? ""
            return [
                .change(change), .confirm(.askingTwice(.changing(change.detail, request), words)),
            ]
        },
    ]

    private static func office(_ name: String, _ screens: @escaping @Sendable () -> [Screen]) -> Situation {
        listed(name) { desk in
            desk.surroundings.stores = [.office]
            desk.stack = screens()
        }
    }

    private static func opened(_ detail: PurchaseDetail) -> DetailScreen {
        DetailScreen(detail.key, detail: detail)
    }

    private static func listing(_ values: Attributes = [:]) -> PurchaseDetail {
        .listing(
            800_101,
            Attributes(["internal_notes": "shelf 4", "seats[0].barcode": "ABCD1111"]).setting(values))
    }

    private static let rows: [ListRow] = (0..<40).map { number in
        ListRow(
            key: PurchaseKey(store: Store.office.id, purchase: PurchaseID(800_101 + number)),
            position: RowPosition(row: Int64(number)), listedAt: Station.now + Int64(number - 6) * 86_400,
            purchaser: "",
            state: number % 3 == 0 ? .shipped : .toShip,
            contents: [
                ItemCount(count: 2 + number % 3, name: "Harbour Lights Tour, \(101 + number % 4), row A")
            ], hasUsableAddress: false)
    }
}
