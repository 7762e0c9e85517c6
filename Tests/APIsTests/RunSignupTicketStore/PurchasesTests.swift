import APIs
import Model
import Testing

@Suite struct PurchasesTests {
    @Test func theDocumentsSampleIsReadWholly() async throws {
        let page = try await page(Samples.purchases)
        #expect(page.setAside.isEmpty)
        #expect(page.purchases == [john, jane])
    }

    @Test func anEmptyListIsTheEndAndNoFailure() async throws {
        try #expect(await page(#"{"store_purchases": []}"#).rowCount == 0)
    }

    @Test(arguments: ["{}", "[]", #"{"store_purchases": null}"#, #"{"store_purchases": {}}"#, "", "null"])
    func anAnswerWithoutItsListIsAFailure(body: String) async {
        let answer = await ScriptedDoor(body: body).client().purchases(PurchasesRequest())
        guard case .lost(_, answered: true) = answer.failure else {
            Issue.record("\(String(describing: answer.failure)) for \(body)")
            return
        }
    }

    @Test func unknownKeysAreIgnored() async throws {
        let body = Samples.purchases.replacing("\"store_purchase_id\": 43", with: newKeys)
        try #expect(await page(body).purchases == [john, jane])
    }

    @Test func absentListsAndNullListsAreEmpty() async throws {
        let row = """
            {"store_purchase_id": 1, "store_purchase_ts": 10, "last_modified_ts": 20,
             "store_purchased_items": [{"quantity_purchased": 2, "store_item_id": 3, "purchased_item_num": 1,
               "item_transferred_to": null}],
             "store_purchase_fulfillments": null, "purchaser_last_name": null, "entered_shipping_address": []}
            """
        let item = PurchasedItem(num: 1, itemID: 3, quantity: 2)
        let purchase = Purchase(id: PurchaseID(1), purchasedAt: 10, lastModified: 20, items: [item])
        try #expect(await page("{\"store_purchases\": [\(row)]}").purchases == [purchase])
    }

    @Test func numbersWrittenAsTextAreRead() async throws {
        let quoted = Samples.purchases.replacing(#/": (\d+)/#) { "\": \"\($0.output.1)\"" }
        #expect(quoted.contains("\"quantity_purchased\": \"5\""))
        try #expect(await page(quoted).purchases == [john, jane])
    }

    @Test func textWrittenAsNumbersIsRead() async throws {
        let bare = Samples.purchases.replacing("\"ABC123\"", with: "123").replacing(
            "\"300 Mill St.\"", with: "7")
        let purchase = try #require(try await page(bare).purchases.first)
        #expect(purchase.ledger.first?.tracking == "123")
        #expect(purchase.address?.address1 == "7")
    }

    /// What stands in the sample's first purchase, what stands there instead, and the field that is named.
    static let broken: [(good: String, bad: String, field: String)] = [
        (
            "\"quantity_purchased\": 3", "\"quantity_purchased\": null",
            "store_purchased_items[1].quantity_purchased"
        ),
        (
            "\"quantity_purchased\": 3", "\"quantity_purchased\": -3",
            "store_purchased_items[1].quantity_purchased"
        ),
        ("\"quantity_purchased\": 3", "\"quantity\": 3", "store_purchased_items[1].quantity_purchased"),
        (
            "\"quantity_purchased\": 3", "\"quantity_purchased\": 1.5",
            "store_purchased_items[1].quantity_purchased"
        ),
        (
            "\"quantity_purchased\": 3", "\"quantity_purchased\": \"three\"",
            "store_purchased_items[1].quantity_purchased"
        ),
        (
            "\"quantity_purchased\": 3", "\"quantity_purchased\": 9223372036854775807",
            "store_purchased_items[1].quantity_purchased"
        ),
        (
            "\"quantity_purchased\": 3", "\"quantity_purchased\": 92233720368547758070",
            "store_purchased_items[1].quantity_purchased"
        ),
        ("\"purchased_item_num\": 4,", "\"purchased_item_num\": 3,", "store_purchased_items"),
        ("\"last_modified_ts\": 1637700119", "\"last_modified_ts\": null", "last_modified_ts"),
        ("\"last_modified_ts\": 1637700119", "\"last_modified_ts\": -1", "last_modified_ts"),
        (
            "\"transferred_quantity\": 5", "\"transferred_quantity\": []",
            "store_purchased_items[3].item_transferred_to[0].transferred_quantity"
        ),
        ("\"refund_id\": 2", "\"refund_id\": true", "store_purchase_refunds[1].refund_id"),
        ("\"2022-09-06\"", "\"2022-09-31\"", "store_purchase_fulfillments[0].expected_delivery_date"),
        (
            "\"quantity_cancelled\": 3", "\"quantity_cancelled\": {}",
            "store_purchase_cancelled_items[1].quantity_cancelled"
        ),
        (
            "\"store_purchased_items\": [", "\"store_purchased_items\": null, \"x\": [",
            "store_purchased_items"
        ),
    ]

    @Test(arguments: broken)
    func onePurchaseThatCannotBeReadLosesOnlyItself(good: String, bad: String, field: String) async throws {
        let body = try replacingFirst(good, with: bad)
        let page = try await page(body)
        #expect(page.purchases == [jane])
        #expect(page.setAside.map(\.id) == [PurchaseID(43)])
        #expect(page.setAside.map(\.row) == [0])
        #expect(page.setAside.map(\.field) == [field])
    }

    @Test(arguments: ["7", "null", "[]", "\"text\"", "{}"])
    func whatIsNoPurchaseAtAllIsSetAside(row: String) async throws {
        let body = Samples.purchases.replacing(
            "{\"store_purchases\": [", with: "{\"store_purchases\": [\(row),")
        let page = try await page(body)
        #expect(page.purchases == [john, jane])
        #expect(page.setAside.map(\.row) == [0])
        #expect(page.rowCount == 3)
    }

    @Test func aProblemSaysNothingOfTheFieldsValue() async throws {
        let body = try replacingFirst("\"2022-09-06\"", with: "\"Mill Street\"")
        let problem = try #require(try await page(body).setAside.first)
        #expect(problem.problem == "is no date")
    }

    @Test(arguments: [0, 1, 40, 2_000])
    func anAnswerThatIsCutOffIsAFailure(bytesKept: Int) async {
        let body = String(Samples.purchases.prefix(bytesKept))
        let answer = await ScriptedDoor(body: body).client().purchases(PurchasesRequest())
        guard case .lost(_, answered: true) = answer.failure else {
            Issue.record("\(String(describing: answer.failure))")
            return
        }
    }

    private func page(_ body: String) async throws -> PurchasesPage {
        let answer = await ScriptedDoor(body: body).client().purchases(PurchasesRequest())
        return try answer.result.get()
    }

    private func replacingFirst(_ good: String, with bad: String) throws -> String {
        try #require(Samples.purchases.contains(good))
        return Samples.purchases.replacing(good, with: bad, maxReplacements: 1)
    }

    private let newKeys = "\"new\": [{\"a\": null}], \"store_purchase_id\": 43"

    private let john = Purchase(
        id: PurchaseID(43), ticketEventPurchaseID: 334, purchasedAt: 1_578_434_161, firstName: "John",
        lastName: "Smith", lastModified: 1_637_700_119, confirmationCode: "SEk6NhDjJzA1",
        items: [
            PurchasedItem(
                num: 1, itemID: 32, variantID: 714, quantity: 1, paidInCents: 242, feeInCents: 42,
                ticketID: 1333),
            PurchasedItem(
                num: 2, itemID: 34, variantID: 708, quantity: 3, paidInCents: 2420, feeInCents: 420,
                ticketID: 1332),
            PurchasedItem(
                num: 3, itemID: 36, quantity: 4, paidInCents: 550, feeInCents: 50,
                transferredFrom: [Transfer(purchase: PurchaseID(44), item: 3, quantity: 4)]),
            PurchasedItem(
                num: 4, itemID: 38, quantity: 5, paidInCents: 550, feeInCents: 50,
                transferredFrom: [
                    Transfer(purchase: PurchaseID(22), item: 2, quantity: 1),
                    Transfer(purchase: PurchaseID(23), item: 2, quantity: 4),
                ],
                transferredTo: [Transfer(purchase: PurchaseID(55), item: 2, quantity: 5)]),
        ],
        refunds: [
            Refund(id: 1, amountInCents: 2420, at: 1_637_700_110),
            Refund(id: 2, amountInCents: 242, at: 1_637_700_119),
        ],
        cancelled: [
            CancelledItem(num: 1, kind: ItemKind(itemID: 32, variantID: 714), quantity: 1, at: 1_637_700_110),
            CancelledItem(num: 2, kind: ItemKind(itemID: 34, variantID: 708), quantity: 3, at: 1_637_700_119),
        ],
        ledger: [
            Fulfillment(
                item: 3, at: 1_662_040_675, quantity: 1, deliverBy: PlainDate("2022-09-06"),
                tracking: "ABC123", address: millStreet),
            Fulfillment(item: 4, at: 1_662_041_000, quantity: 1),
        ],
        address: millStreet)

    private let jane = Purchase(
        id: PurchaseID(44), ticketEventPurchaseID: 335, purchasedAt: 1_578_434_163, firstName: "Jane",
        lastName: "Smith", lastModified: 1_637_696_518,
        items: [
            PurchasedItem(
                num: 1, itemID: 32, variantID: 712, quantity: 1, paidInCents: 242, feeInCents: 42,
                ticketID: 1334)
        ],
        refunds: [Refund(id: 3, amountInCents: 242, at: 1_637_696_518)],
        cancelled: [
            CancelledItem(num: 1, kind: ItemKind(itemID: 32, variantID: 712), quantity: 1, at: 1_637_696_518)
        ],
        address: ShippingAddress(
            fullName: "Jane Smith", address1: "300 Mill St.", city: "Moorestown", state: "NJ",
            zipcode: "08057", countryCode: "US"))
}

/// The address of the documents' samples.
let millStreet = ShippingAddress(
    fullName: "Customer Name", address1: "300 Mill St.", address2: "Suite 200", city: "Moorestown",
    state: "NJ", zipcode: "08057", countryCode: "US")
