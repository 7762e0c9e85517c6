import Model
import Simulator
import Testing

/// What the documents demand is demanded.
@Suite struct StrictnessTests {
    private let simulator = Simulator(SimulatorOptions(purchases: 1300, now: { 1_790_000_000 }))
    private var client: RouteClient { RouteClient(simulator: simulator) }
    private static let keys = StoreClient.keys

    @Test(arguments: [
        ("&format=json", 3), ("&num=0", 3), ("&num=ten", 3), ("&page=0", 3), ("&page=-1", 3), ("&page=", 3),
        ("&include_fulfillment_info=true", 3), ("&include_fulfillment_info=1", 3), ("&num=5&num=6", 3),
        ("&modified_since_timestamp=2026-01-01", 3),
    ])
    func `a parameter that no document allows is refused`(_ extra: String, _ code: Int) async throws {
        let reply = try await client.get(Self.keys + extra)
        #expect(reply.status == 400)
        #expect(reply.errorCode == code)
    }

    @Test func `the event must be named, and be ours`() async throws {
        let missing = try await client.get("rsu_api_key=demo-key")
        #expect(missing.errorCode == 3)
        let wrong = try await client.get("rsu_api_key=demo-key&ticket_event_id=7002")
        #expect(wrong.errorCode == 15)
    }

    @Test(arguments: [
        ("rsu_api_key=demo-key", "X-RSU-API-SECRET", "demo-secret", true),
        ("rsu_api_key=demo-key", "X-RSU-API-SECRET", "other", false),
        ("rsu_api_key=demo-key", "X-CHECKIN-API-SECRET", "demo-checkin-secret", false),
        ("checkin_api_key=demo-checkin-key", "X-CHECKIN-API-SECRET", "demo-checkin-secret", true),
        ("api_key=demo-legacy-key&api_secret=demo-legacy-secret", "Accept", "*/*", true),
        ("api_key=demo-legacy-key&api_secret=no", "Accept", "*/*", false),
        ("num=5", "Accept", "*/*", false),
    ])
    func `each kind of credentials opens the door, and only with its own secret`(
        _ query: String, _ header: String, _ value: String, _ isAdmitted: Bool
    ) async throws {
        let client = RouteClient(simulator: simulator, headers: [header: value])
        let reply = try await client.get(query + "&ticket_event_id=7001")
        #expect(reply.status == 200)
        #expect(reply.errorCode == (isAdmitted ? nil : 6))
    }

    @Test func `a caller registration must fit where it is sent`() async throws {
        var client = client
        client.headers["X-RSU-API-REG-SECRET"] = "demo-registration-secret"
        #expect(try await client.get(Self.keys + "&rsu_api_reg=12.demo").errorCode == nil)
        let wrong = try await client.get(Self.keys + "&rsu_api_reg=13.demo")
        #expect(wrong.status == 400)
        #expect(wrong.errorCode == 17)
    }

    @Test func `more than 1250 a page are not to be had`() async throws {
        let reply = try await client.get(Self.keys + "&num=5000&include_cleared_purchases=T")
        #expect(reply.text.components(of: "\"store_purchase_ts\"") == 1250)
    }

    @Test func `nobody gets through the wrong door`() async throws {
        let reply = try await client.get(Self.keys, path: StoreClient.fulfillment)
        #expect(reply.status == 404)
    }

    @Test(arguments: [
        ("{}", 11), ("[]", 11), ("not json", 11), ("{\"store_purchases\":[]}", 11),
        ("{\"store_purchases\":[],\"dry_run\":true}", 11),
        ("{\"store_purchases\":[{\"store_purchase_id\":1001,\"store_purchase_fulfillments\":[]}]}", 11),
        (Form.request(Form.line(99_999)), 15), (Form.request(Form.line(1001, item: 77)), 15),
        (Form.request(Form.line(1001, quantity: 0)), 11), (Form.request(Form.line(1300, quantity: -5)), 11),
        (Form.request(Form.line(1300), Form.line(1300)), 11),
        (Form.request(Form.line(1300).replacing("null", with: "\"soon\"")), 11),
        (Form.request(Form.line(1300).replacing(",\"shipping_address\":null", with: "")), 11),
        (
            Form.request(
                Form.line(1300).replacing("\"shipping_address\"", with: "\"note\":1,\"shipping_address\"")),
            11
        ),
        (
            Form.request(
                Form.line(1300).replacing("\"shipping_address\":null", with: "\"shipping_address\":{}")), 11
        ),
    ])
    func `a request that leaves the document is refused and writes nothing`(
        _ json: String, _ code: Int
    ) async throws {
        let reply = try await client.post(Form.body(json))
        #expect(reply.status == 400)
        #expect(reply.errorCode == code, "\(reply.text)")
        #expect(simulator.store.written.isEmpty)
    }

    @Test func `a hundred purchases go in one request and no more`() async throws {
        let ids = simulator.store.purchaseIDs.filter { simulator.store.purchase($0)?.isCleared == false }
        let hundred = ids.prefix(100).map { Form.line($0) }.joined(separator: ",")
        #expect(try await client.post(Form.body(Form.request(hundred))).errorCode == nil)
        let more = ids.prefix(101).map { Form.line($0) }.joined(separator: ",")
        #expect(try await client.post(Form.body(Form.request(more))).errorCode == 11)
        #expect(simulator.store.written.count == 100)
    }

    @Test func `the form has one field and its name is request`() async throws {
        let line = Form.request(Form.line(1300))
        #expect(try await client.post(Form.body(line, name: "data")).errorCode == 3)
        #expect(try await client.post("request=" + line).errorCode == 3)
        var client = client
        client.headers["Content-Type"] = "application/x-www-form-urlencoded"
        #expect(try await client.post("request=" + line).errorCode == 3)
        #expect(simulator.store.written.isEmpty)
    }

    @Test func `what was asked is remembered, secrets are not`() async throws {
        _ = try await client.get("api_key=demo-legacy-key&api_secret=demo-legacy-secret&ticket_event_id=7001")
        let seen = try #require(simulator.recorder.requests.first)
        #expect(seen.parameter("ticket_event_id") == "7001")
        #expect(seen.parameters.map(\.name) == ["api_key", "api_secret", "ticket_event_id"])
        #expect(!"\(seen)".contains("demo-legacy"))
    }
}
