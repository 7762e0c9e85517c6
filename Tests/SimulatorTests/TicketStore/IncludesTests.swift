import Model
import Simulator
import Testing

/// Each part of a purchase is there when asked for and only then.
@Suite struct IncludesTests {
    private let simulator = Simulator(SimulatorOptions(purchases: 0, now: { 1_790_000_000 }))
    private var client: RouteClient { RouteClient(simulator: simulator) }

    init() {
        let address = ShippingAddress(
            fullName: "Zoë Müller", address1: "Am Mühlbach 3", city: "Köln", zipcode: "50667",
            countryCode: "DE")
        let kind = ItemKind(itemID: 36)
        simulator.store.put(
            Purchase(
                id: PurchaseID(43), purchasedAt: 1_789_000_000, firstName: "Zoë", lastName: "Müller",
                lastModified: 1_789_000_100,
                items: [
                    PurchasedItem(
                        num: 3, itemID: 36, quantity: 4,
                        transferredTo: [Transfer(purchase: PurchaseID(44), item: 1, quantity: 1)])
                ],
                refunds: [Refund(id: 1, amountInCents: 242, at: 1_789_000_050)],
                cancelled: [CancelledItem(num: 1, kind: kind, quantity: 1, at: 1_789_000_100)],
                ledger: [Fulfillment(item: 3, at: 1_789_500_000, quantity: 1, tracking: "ABC123")],
                address: address))
        simulator.store.put(
            Purchase(
                id: PurchaseID(44), purchasedAt: 1_789_000_200, lastModified: 1_789_000_200,
                items: [PurchasedItem(num: 1, itemID: 36, quantity: 1)], isCleared: true))
    }

    @Test(arguments: [
        ("", []),
        (
            "&include_fulfillment_info=T",
            ["store_purchase_fulfillments", "entered_shipping_address", "shipping_tracking_num"]
        ),
        ("&include_purchase_refunds=T", ["store_purchase_refunds", "store_purchase_cancelled_items"]),
        ("&include_transfer_info=T", ["item_transferred_from", "item_transferred_to"]),
        ("&include_transfer_info=F", []),
    ])
    func `only what was asked for comes`(_ query: String, _ wanted: [String]) async throws {
        let reply = try await client.get(StoreClient.keys + query)
        let optional = [
            "store_purchase_fulfillments", "entered_shipping_address", "shipping_tracking_num",
            "store_purchase_refunds", "store_purchase_cancelled_items", "item_transferred_from",
            "item_transferred_to",
        ]
        #expect(Set(optional.filter { reply.text.contains("\"\($0)\"") }) == Set(wanted))
    }

    @Test func `cleared purchases come only when asked for`() async throws {
        let without = try await client.get(StoreClient.keys)
        let with = try await client.get(StoreClient.keys + "&include_cleared_purchases=T")
        #expect(!without.text.contains("\"store_purchase_id\":44"))
        #expect(with.text.contains("\"store_purchase_id\":44"))
    }

    @Test func `what has no value is written as null`() async throws {
        let text = try await client.get(StoreClient.keys + StoreClient.everything).text
        for key in [
            "address2", "state", "expected_delivery_date", "shipping_address",
            "store_purchase_confirmation_code",
        ] {
            #expect(text.contains("\"\(key)\":null"), "\(key)")
        }
    }

    @Test func `the time of the last change is inclusive`() async throws {
        let since = StoreClient.keys + "&modified_since_timestamp="
        #expect(try await client.get(since + "1789000100").text.contains("\"store_purchase_id\":43"))
        #expect(try await client.get(since + "1789000101").text == "{\"store_purchases\":[]}")
    }

    @Test func `a page after the last is empty, however far`() async throws {
        #expect(try await client.get(StoreClient.keys + "&page=2").text == "{\"store_purchases\":[]}")
        let far = StoreClient.keys + "&page=9223372036854775807&num=1250"
        #expect(try await client.get(far).text == "{\"store_purchases\":[]}")
    }

    @Test(arguments: zip(StoreBehaviour.Remaining.allCases, [2, 1, 1, 0]))
    func `remaining is counted as the store was told to count`(
        _ rule: StoreBehaviour.Remaining, _ expected: Int
    ) async throws {
        let behaviour = StoreBehaviour(remaining: rule)
        let other = Simulator(SimulatorOptions(purchases: 0, behaviour: behaviour, now: { 1_790_000_000 }))
        other.store.put(try #require(simulator.store.purchase(43)))
        let reply = try await RouteClient(simulator: other).post(
            Form.body(Form.request(Form.line(43, item: 3))))
        #expect(reply.text.contains("\"new_quantity_remaining\":\(expected)"))
    }

    @Test(arguments: [false, true])
    func `a fulfillment moves the time of the last change only where the store does so`(
        _ moves: Bool
    ) async throws {
        let behaviour = StoreBehaviour(movesLastModified: moves)
        let other = Simulator(SimulatorOptions(purchases: 0, behaviour: behaviour, now: { 1_790_000_000 }))
        other.store.put(try #require(simulator.store.purchase(43)))
        _ = try await RouteClient(simulator: other).post(Form.body(Form.request(Form.line(43, item: 3))))
        #expect(other.store.purchase(43)?.lastModified == (moves ? 1_790_000_000 : 1_789_000_100))
    }

    @Test func `the names of items and variants can be looked up`() async throws {
        let path = "/v2/tickets/get-ticket-event-store-info.json"
        let text = try await client.get(StoreClient.keys, path: path).text
        let shirt = try #require(simulator.store.world.catalogue.items.first)
        #expect(text.contains("\"item_name\":\"\(shirt.name)\""))
        let entity = try await client.get("rsu_api_key=demo-key", path: "/v2/auth-info/entity-info.json")
        #expect(entity.text.contains("\"entity_specific_id\":7001"))
    }
}
