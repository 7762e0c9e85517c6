import FoundationEssentials
import Model
import NIOHTTP1
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

    @Test func `one seed serves the same bytes, another seed others`() async throws {
        func page(seed: UInt64) async throws -> String {
            let options = SimulatorOptions(purchases: 40, seed: seed, now: { 1_790_000_000 })
            return try await withSimulator(options) { baseURL, _ in
                let query = StoreClient.keys + StoreClient.everything
                return try await StoreClient(baseURL: baseURL).get(StoreClient.purchases, query).text
            }
        }
        let first = try await page(seed: 5), again = try await page(seed: 5), other = try await page(seed: 6)
        #expect(first == again)
        #expect(first != other)
    }

    @Test func `the date that it answers with is its own time`() async throws {
        try await withSimulator(SimulatorOptions(purchases: 1, now: { 1_700_000_000 })) {
            baseURL, simulator in
            simulator.clock.advance(seconds: 61)
            let reply = try await StoreClient(baseURL: baseURL).get(StoreClient.purchases)
            #expect(reply.headers.first(name: "Date") == "Tue, 14 Nov 2023 22:14:21 GMT")
        }
    }

    @Test func `purchases that come in while it runs are listed`() async throws {
        let options = SimulatorOptions(purchases: 5, arrivesEvery: 60, now: { 1_790_000_000 })
        try await withSimulator(options) { baseURL, simulator in
            let client = StoreClient(baseURL: baseURL)
            simulator.clock.advance(seconds: 120)
            let query = StoreClient.keys + "&modified_since_timestamp=1790000060"
            let page = try await client.get(StoreClient.purchases, query).json(Page.self)
            #expect(page.store_purchases.map(\.store_purchase_id) == [1006, 1007])
        }
    }

    @Test func `a store that filters after paging has short pages and loses nobody`() async throws {
        let behaviour = StoreBehaviour(filtersAfterPaging: true)
        let options = SimulatorOptions(purchases: 10, behaviour: behaviour)
        try await withSimulator(options) { baseURL, simulator in
            for id in [1001, 1002, 1003] { simulator.store.clear(id) }
            var counts: [Int] = []
            for page in 1...5 {
                let query = StoreClient.keys + "&num=3&page=\(page)"
                let reply = try await StoreClient(baseURL: baseURL).get(StoreClient.purchases, query)
                counts.append(try reply.json(Page.self).store_purchases.count)
            }
            #expect(counts == [0, 3, 3, 1, 0])
        }
    }

    @Test func `stopping does not wait for a call that hangs, and calls at once are counted`() async throws {
        let lost = try await withSimulator(SimulatorOptions(purchases: 5)) { baseURL, simulator in
            simulator.faults.add(.hang(milliseconds: nil), .beforeEffect, .next(2))
            let client = StoreClient(baseURL: baseURL)
            let lost = (0..<2).map { _ in Task { try await client.get(StoreClient.purchases) } }
            while simulator.recorder.total < 2 { await Task.yield() }
            #expect(simulator.recorder.mostAtOnce == 2)
            return lost
        }
        for call in lost {
            let outcome = await call.result
            #expect(throws: (any Error).self) { try outcome.get() }
        }
    }
}
