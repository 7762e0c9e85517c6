import FoundationEssentials
import HTTPTypes
import Model
import Simulator
import Testing

/// The simulated Tixstock takes what its document says, and nothing beside it.
@Suite struct TixstockTests {
    private let simulator = Self.make(TixstockSettings())
    private var client: RouteClient { Self.client(simulator) }

    private static func make(_ settings: TixstockSettings) -> Simulator {
        let simulator = Simulator(
            SimulatorOptions(purchases: 20, tixstock: settings, now: { 1_790_000_000 }))
        let seat = StockOrder.Ticket(row: "B", seat: "1")
        simulator.orders.put(StockOrder(id: "A 1", placedAt: 1_789_000_000, tickets: [seat, seat]))
        return simulator
    }

    private static func client(_ simulator: Simulator) -> RouteClient {
        RouteClient(
            simulator: simulator,
            headers: ["Authorization": "Bearer demo-tixstock-token", "Content-Type": "application/json"])
    }

    private func update(_ body: String, id: String = "A%201") async throws -> RouteClient.Reply {
        try await client.call("/v1/orders/update/\(id)", body)
    }

    private static let address =
        #""shipping_address":{"address_line_1":"1 Quay","town":"Cork","postcode":"T12","#
        + #""country":"IE"}"#

    @Test func `an order is read by the partner's own id`() async throws {
        let reply = try await client.call("/v1/orders/get/A%201")
        #expect(reply.status == 200)
        for part in [
            #""id":"A 1""#, #""mode":"Sandbox""#, #""status":"Approved""#, #""quantity":2"#,
            #""date":"2026-09-10T00:26:40+0000""#, #""general_admission":"false""#,
            #""shipping_tracking_id":null"#, #""sub_total":"180.00""#,
        ] { #expect(reply.text.contains(part), "\(part)") }
        #expect(try await client.call("/v1/orders/get/A2").status == 404)
        #expect(try await client.call("/v1/orders/get/TX100001").status == 200)
    }

    @Test func `an update sets what it names and answers with the order`() async throws {
        let reply = try await update(#"{"order_status":"Approved","shipping_tracking_id":"1Z9"}"#)
        #expect(reply.status == 200)
        #expect(reply.text.contains("The order has been successfully updated."))
        #expect(simulator.orders.order("A 1")?.tracking == "1Z9")
        _ = try await update("{\(Self.address),\"shipping_tracking_id\":null}")
        #expect(simulator.orders.order("A 1")?.tracking == nil)
        #expect(simulator.orders.order("A 1")?.address?.city == "Cork")
        #expect(simulator.orders.written.map(\.request) == [1, 2])
        let pdf = Data("%PDF-1.4 %%EOF".utf8).base64EncodedString()
        let all =
            #"{"order_status":"Pending Review","ticket_type":"eTicket","datetime":"2020-03-10T17:30:00-0400","#
            + #""customer":{"id":"9","first_name":"I","last_name":"O","email_address":"i@example.com","#
            + #""dob":"1993-06-24","contact_number":null},"items":[{"general_admission":false,"row":"B","seat":"1","#
            + #""price":9.5,"customer":{"first_name":"I","dob":"1993-06-24","contact_number":null}},"#
            + #"{"general_admission":false}],"shipping_label":"https://a.example/l","shipping_label_raw":"\#(pdf)"}"#
        let whole = try await update(all)
        #expect(whole.status == 200, "\(whole.text)")
        let order = try #require(simulator.orders.order("A 1"))
        #expect(order.placedAt == 1_583_875_800)
        #expect(order.tickets[0].holder["dob"] == "1993-06-24")
        #expect(order.labelFile == pdf)
    }

    @Test(arguments: [
        "", "[]", "{}", #"{"shipping_tracking_id":"1Z9"}"#, #"{"order_status":"Shipped"}"#,
        #"{"order_status":"approved"}"#, #"{"order_status":"Approved","note":"x"}"#,
        #"{"order_status":"Approved","shipping_tracking_id":""}"#,
        #"{"order_status":"Approved","shipping_tracking_id":7}"#,
        #"{"order_status":"Approved","ticket_type":null}"#,
        #"{"order_status":"Approved","datetime":"2020-03-10"}"#,
        #"{"order_status":"Approved","customer":{"first_name":"I"}}"#,
        #"{"order_status":"Approved","customer":{"id":"1","dob":"24.6.1993"}}"#,
        #"{"order_status":"Approved","customer":{"id":"1","name":"x"}}"#,
        #"{"shipping_address":{"address_line_1":"1 Quay","town":"Cork","postcode":"T12"}}"#,
        #"{"shipping_address":{"address_line_1":"1 Quay","town":"Cork","postcode":"T12","country":"IRL"}}"#,
        #"{"shipping_address":{"address_line_1":"1","town":"C","postcode":"T","country":"IE","county":"x"}}"#,
        #"{"order_status":"Approved","items":[{"general_admission":false}]}"#,
        #"{"order_status":"Approved","items":[{"general_admission":true},{"general_admission":false}]}"#,
        #"{"order_status":"Approved","items":[{"row":"B"},{"general_admission":false}]}"#,
        #"{"order_status":"Approved","items":[{"general_admission":false,"row":"C"},{"general_admission":false}]}"#,
        #"{"order_status":"Approved","shipping_label":"a.example"}"#,
        #"{"order_status":"Approved","shipping_label_raw":"aGVsbG8="}"#,
        #"{"order_status":"Approved","shipping_label_raw":"%%"}"#,
    ])
    func `what the document does not allow is refused and changes nothing`(_ body: String) async throws {
        let reply = try await client.call("/v1/orders/update/A%201", body, method: .post)
        #expect(reply.status == 422, "\(reply.text)")
        #expect(reply.text.contains("\"errors\":[\""))
        #expect(simulator.orders.written.isEmpty)
    }

    @Test(arguments: ["Commissionable", "Rejected", "Cancelled", "Refunded"])
    func `a final status closes the order`(_ status: String) async throws {
        #expect(try await update("{\"order_status\":\"\(status)\"}").status == 200)
        let again = try await update(#"{"order_status":"Approved"}"#)
        #expect(again.text.contains("can no longer be updated"))
        #expect(simulator.orders.written.count == 1)
    }

    @Test func `a token is needed, the right one, and no parameter`() async throws {
        let path = "/v1/orders/get/A%201"
        #expect(
            try await RouteClient(simulator: simulator, headers: [:]).call(path).text.contains(
                "\"code\":\"100\""))
        let other = RouteClient(simulator: simulator, headers: ["Authorization": "Bearer x"])
        #expect(try await other.call(path).status == 401)
        #expect(try await client.call(path + "?page=1").status == 422)
        var form = client
        form.headers["Content-Type"] = "application/x-www-form-urlencoded"
        #expect(try await form.call("/v1/orders/update/A%201", "order_status=Approved").status == 422)
    }

    @Test func `only one verb updates, whichever it is`() async throws {
        for verb in ["POST", "PUT", "PATCH"] {
            let simulator = Self.make(TixstockSettings(updateVerb: verb))
            let replies = try await [.post, .put, .patch].asyncMap {
                try await Self.client(simulator)
                    .call("/v1/orders/update/A%201", #"{"order_status":"Approved"}"#, method: $0).status
            }
            #expect(replies == ["POST", "PUT", "PATCH"].map { $0 == verb ? 200 : 405 })
        }
    }

    @Test func `above 300 calls a minute there are no more until it is over`() async throws {
        let simulator = Self.make(TixstockSettings(callsPerMinute: 3))
        let client = Self.client(simulator)
        let statuses = try await (1...5).asyncMap { _ in try await client.call("/v1/orders/get/A%201").status
        }
        #expect(statuses == [200, 200, 200, 429, 429])
        simulator.clock.advance(seconds: 60)
        #expect(try await client.call("/v1/orders/get/A%201").status == 200)
    }

    @Test func `errors may come with status 200`() async throws {
        let simulator = Self.make(TixstockSettings(errsWith200: true))
        let reply = try await Self.client(simulator).call("/v1/orders/get/none")
        #expect(reply.status == 200)
        #expect(
            reply.text == #"{"data":[],"errors":{"code":"404","title":"The order was not found."},"meta":{}}"#
        )
    }

    @Test func `a late update lands when told to, a stale read shows what was before`() async throws {
        simulator.faults.add(.late(milliseconds: nil), on: .orderUpdate)
        _ = try? await update(#"{"order_status":"Approved","shipping_tracking_id":"L1"}"#)
        #expect(simulator.orders.order("A 1")?.tracking == nil)
        _ = try await client.control("late", "{}")
        #expect(simulator.orders.order("A 1")?.tracking == "L1")
        simulator.faults.add(.staleReads(milliseconds: nil), on: .orderUpdate)
        _ = try await update(#"{"order_status":"Approved","shipping_tracking_id":"S1"}"#)
        #expect(try await client.call("/v1/orders/get/A%201").text.contains("L1"))
        _ = try await client.control("reveal", "{}")
        #expect(try await client.call("/v1/orders/get/A%201").text.contains("S1"))
    }

    @Test func `faults come in the vendor's own shape`() async throws {
        simulator.faults.add(.storeError(code: 503, status: 200), on: .order)
        #expect(try await client.call("/v1/orders/get/A%201").text.contains("\"code\":\"503\""))
        simulator.faults.add(.refusePurchase(at: 0), on: .orderUpdate)
        #expect(try await update(#"{"order_status":"Approved"}"#).status == 422)
        #expect(simulator.orders.written.isEmpty)
    }

    @Test func `somebody else changes an order`() async throws {
        let order = #"{"id":"A 1","status":"Sale on Hold","tracking":"E1"}"#
        #expect(try await client.control("order", order).status == 204)
        #expect(simulator.orders.order("A 1")?.status == .saleOnHold)
        #expect(try await client.control("order?id=A%201").text.contains("E1"))
        #expect(try await client.control("order-updates").text.contains("\"status\":\"Sale on Hold\""))
        #expect(simulator.orders.written.map(\.request) == [nil])
    }
}

extension Sequence {
    /// One after the other.
    func asyncMap<Value>(_ make: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await make(element)) }
        return values
    }
}
