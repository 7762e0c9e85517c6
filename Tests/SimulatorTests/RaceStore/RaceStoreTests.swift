import Simulator
import Testing

/// The race store serves what its document says, and nothing beside it.
@Suite struct RaceStoreTests {
    private let simulator = Simulator(SimulatorOptions(purchases: 1300, now: { 1_790_000_000 }))
    private var client: RouteClient {
        RouteClient(simulator: simulator, headers: ["X-RSU-API-SECRET": "demo-race-secret"])
    }
    private static let path = "/rest/v2/race-store/get-race-store-purchases.json?"
    private static let keys = "rsu_api_key=demo-race-key&race_id=9001"

    private struct Page: Decodable {
        struct Row: Decodable {
            var purchase_id: Int
            var purchase_ts: Int64
            var purchase_amount: String
        }
        var purchases: [Row]
        var next_url: String?
    }

    private func page(_ extra: String = "") async throws -> Page {
        try await client.call(Self.path + Self.keys + extra).json()
    }

    @Test func `the pages together are all that is listed, oldest first, each once`() async throws {
        var rows: [Page.Row] = []
        var next: String? = ""
        while let token = next {
            let page = try await page("&num=500" + token)
            rows += page.purchases
            #expect(page.purchases.count == 500 || page.next_url == nil)
            next = page.next_url?.split(separator: "&").last.map { "&" + $0 }
        }
        #expect(rows.map(\.purchase_id) == simulator.race.purchaseIDs)
        #expect(rows.map(\.purchase_ts) == rows.map(\.purchase_ts).sorted())
        #expect(rows.count > 1200 && rows.count < 1300)
        #expect(rows.allSatisfy { $0.purchase_amount.wholeMatch(of: /\$\d+\.\d{2}/) != nil })
    }

    @Test func `the next address names another host and no secret`() async throws {
        let url = try #require(try await page("&num=5").next_url)
        #expect(url.hasPrefix("https://example.com/rest/v2/race-store/"))
        #expect(!url.contains("key") && !url.contains("num="))
    }

    @Test func `no more than 500 a page, 100 where nothing is said`() async throws {
        #expect(try await page("&num=5000").purchases.count == 500)
        #expect(try await page().purchases.count == 100)
    }

    @Test func `both limits of time are inclusive`() async throws {
        let all = try await page("&num=500").purchases
        let (first, last) = (all[10].purchase_ts, all[20].purchase_ts)
        let some = try await page("&num=500&min_purchase_ts=\(first)&max_purchase_ts=\(last)").purchases
        #expect(
            some.map(\.purchase_id)
                == all.filter { (first...last).contains($0.purchase_ts) }.map(\.purchase_id))
        #expect(some.count >= 11)
    }

    @Test func `a cancelled purchase is gone, a lessened one has less`() async throws {
        let id = try #require(simulator.race.purchaseIDs.first)
        let line = RacePurchase.Line(itemID: 1, name: "Shirt", option: "L", quantity: 3)
        simulator.race.put(
            RacePurchase(id: 5, userID: 6, purchasedAt: 7, amount: 100, paid: 100, lines: [line]))
        #expect(try await page("&num=1").purchases.first?.purchase_id == 5)
        _ = try await client.control("race-cancellation", "{\"purchase\":5,\"line\":1,\"quantity\":2}")
        #expect(simulator.race.purchase(5)?.lines.first?.quantity == 1)
        _ = try await client.control("race-cancellation", "{\"purchase\":5}")
        #expect(simulator.race.purchase(5) == nil)
        #expect(try await page("&num=1").purchases.first?.purchase_id == id)
    }

    @Test(arguments: [
        ("&format=json", 3), ("&page=2", 3), ("&num=0", 3), ("&num=x", 3), ("&min_purchase_ts=-1", 3),
        ("&max_purchase_ts=2026-01-01", 3), ("&next_token=abc", 3), ("&race_id=9001", 3),
        ("&checkin_api_key=demo-checkin-key", 3),
    ])
    func `a parameter that the document does not allow is refused`(_ extra: String, _ code: Int) async throws
    {
        let reply = try await client.call(Self.path + Self.keys + extra)
        #expect(reply.status == 400)
        #expect(reply.errorCode == code)
    }

    @Test(
        arguments: [
            (Self.keys, ["X-RSU-API-SECRET": "demo-race-secret"], true),
            (Self.keys, ["X-RSU-API-SECRET": "demo-secret"], false),
            ("rsu_api_key=demo-key&race_id=9001", ["X-RSU-API-SECRET": "demo-secret"], false),
            ("sp_api_key=demo-partner-key&race_id=9001", ["X-RSU-API-SECRET": "demo-partner-secret"], true),
            ("api_key=demo-legacy-key&api_secret=demo-legacy-secret&race_id=9001", [:], true),
            ("race_id=9001", ["Authorization": "Bearer demo-access-token"], true),
            ("race_id=9001", ["Authorization": "Bearer other"], false),
            ("race_id=9001", ["Authorization": "demo-access-token"], false), ("race_id=9001", [:], false),
        ] as [(String, [String: String], Bool)])
    func `each kind of credentials opens the race store`(
        _ query: String, _ headers: [String: String], _ isAdmitted: Bool
    ) async throws {
        let client = RouteClient(simulator: simulator, headers: headers)
        let reply = try await client.call(Self.path + query)
        #expect(reply.errorCode == (isAdmitted ? nil : 6))
    }

    @Test func `the race must be named, and be ours`() async throws {
        #expect(try await client.call(Self.path + "rsu_api_key=demo-race-key").errorCode == 3)
        let wrong = Self.keys.replacing("9001", with: "9002")
        #expect(try await client.call(Self.path + wrong).errorCode == 15)
    }

    @Test func `a buyer is found by user and by registration, in JSON only`() async throws {
        let user = "/rest/user/50005?rsu_api_key=demo-race-key"
        #expect(try await client.call(user).errorCode == 10)
        #expect(try await client.call(user + "&format=json").text.contains("\"street\""))
        let people = "/rest/race/9001/participants?rsu_api_key=demo-race-key&format=json"
        #expect(try await client.call(people).errorCode == 3)
        let one = "&event_id=3&results_per_page=1&after_registration_id=900001"
        let reply = try await client.call(people + one)
        #expect(reply.text.contains("\"registration_id\":900002"))
        #expect(reply.text.components(of: "\"registration_id\"") == 1)
    }

    @Test func `a spoilt row spoils no other`() async throws {
        simulator.faults.add(.spoiltRow(at: 1), on: .racePurchases)
        let text = try await client.call(Self.path + Self.keys).text
        #expect(text.components(of: "\"purchase_ts\":{") == 1)
        #expect(text.components(of: "\"purchase_ts\":1") == 99)
    }

    @Test func `a race's key belongs to the race`() async throws {
        let path = "/rest/v2/auth-info/entity-info.json?"
        let race = try await client.call(path + "rsu_api_key=demo-race-key").text
        #expect(race.contains("\"entity_type\":\"race\"") && race.contains("9001"))
        let event = try await RouteClient(simulator: simulator).call(path + "rsu_api_key=demo-key").text
        #expect(event.contains("\"entity_type\":\"ticket_event\"") && event.contains("7001"))
    }
}
