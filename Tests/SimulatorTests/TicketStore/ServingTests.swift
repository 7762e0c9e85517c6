import FoundationEssentials
import Model
import Simulator
import Testing

/// Over real HTTP, as any client would.
@Suite(.timeLimit(.minutes(1))) struct ServingTests {
    private struct Page: Decodable {
        struct Row: Decodable {
            var store_purchase_id: Int
            var store_purchased_items: [Item]
            var store_purchase_fulfillments: [Entry]?
        }
        struct Item: Decodable {
            var purchased_item_num: Int
            var quantity_purchased: Int
        }
        struct Entry: Decodable {
            var purchased_item_num: Int
            var quantity_fulfilled: Int
        }
        var store_purchases: [Row]
    }

    @Test func `pages hold every uncleared purchase once, in order, and end with an empty one`() async throws
    {
        try await withSimulator(SimulatorOptions(purchases: 230)) { baseURL, simulator in
            var ids: [Int] = []
            for page in 1...4 {
                let query = StoreClient.keys + "&num=100&page=\(page)"
                let reply = try await StoreClient(baseURL: baseURL).get(StoreClient.purchases, query)
                ids += try reply.json(Page.self).store_purchases.map(\.store_purchase_id)
            }
            let listed = simulator.store.purchaseIDs.filter {
                simulator.store.purchase($0)?.isCleared == false
            }
            #expect(ids == listed)
        }
    }

    @Test func `what a client fulfils is on the ledger and in the next read`() async throws {
        try await withSimulator(SimulatorOptions(purchases: 20)) { baseURL, simulator in
            let client = StoreClient(baseURL: baseURL)
            let before = simulator.store.net(1020, item: 1)
            let bought = try #require(simulator.store.purchase(1020)?.item(1)?.quantity)
            let reply = try await client.fulfill(Form.request(Form.line(1020, tracking: "T1")))
            #expect(reply.text.contains("\"new_quantity_remaining\":\(bought - before - 1)"))
            #expect(simulator.store.net(1020, item: 1) == before + 1)
            let query = StoreClient.keys + "&include_fulfillment_info=T&page=1&num=1250"
            let page = try await client.get(StoreClient.purchases, query).json(Page.self)
            let row = try #require(page.store_purchases.first { $0.store_purchase_id == 1020 })
            let net = row.store_purchase_fulfillments?.reduce(0) { $0 + $1.quantity_fulfilled }
            #expect(net == simulator.store.purchase(1020)?.ledger.reduce(0) { $0 + $1.quantity })
        }
    }
}
