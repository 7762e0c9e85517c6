import Crypto
import FoundationEssentials
import HTTPTypes
import Model
import Simulator
import Testing

/// The simulated office takes what its document says, and nothing beside it.
@Suite struct EvolutionTests {
    private let simulator = Self.make(EvolutionSettings())

    private static func make(_ settings: EvolutionSettings) -> Simulator {
        let simulator = Simulator(
            SimulatorOptions(purchases: 30, evolution: settings, now: { 1_790_000_000 }))
        var listing = Listing(id: 5, remoteID: 9, seats: [1, 2])
        listing.seats[0].barcode = "OLD"
        simulator.inventory.put(listing)
        return simulator
    }

    /// Signs as the vendor's page says, over what is sent.
    private func call(
        _ path: String, _ body: String? = nil, _ simulator: Simulator? = nil,
        secret: String = "demo-evolution-secret",
        token: String = "demo-evolution-token", type: String = "application/json"
    ) async throws -> RouteClient.Reply {
        let parts = path.split(separator: "?", maxSplits: 1)
        let tail = body ?? (parts.count > 1 ? String(parts[1]) : "")
        let text = "\(body == nil ? "GET" : "PATCH") localhost\(parts[0])?\(tail)"
        let key = SymmetricKey(data: Data(secret.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
        let client = RouteClient(
            simulator: simulator ?? self.simulator,
            headers: [
                "X-Token": token, "X-Signature": Data(code).base64EncodedString(), "Content-Type": type,
            ])
        return try await client.call(path, body, method: body == nil ? .get : .patch)
    }

    private struct Row: Decodable {
        var id: Int?
        var remote_id: Int
    }

    @Test func `the list is a bare array with a cursor of its own`() async throws {
        let all: [Row] = try await call("/v9/inventory?office_id=1234&state=ALL").json()
        #expect(all.count == 31)
        #expect(all.map(\.remote_id) == all.map(\.remote_id).sorted())
        #expect(all.count { $0.id == nil } == 3)
        var ids: [Int?] = []
        var cursor = 0
        while true {
            let query = "office_id=1234&page%5Bcursor%5D=\(cursor)&page%5Bitems%5D=10&state=MAPPED"
            let page: [Row] = try await call("/v9/inventory?" + query).json()
            guard let last = page.last else { break }
            ids += page.map(\.id)
            cursor = last.remote_id + 1
        }
        #expect(ids == simulator.inventory.listingIDs)
        let unmapped: [Row] = try await call("/v9/inventory?office_id=1234&state=UNMAPPED").json()
        #expect(unmapped.count == 3 && unmapped.allSatisfy { $0.id == nil })
    }

    @Test(arguments: [
        ("/v9/inventory", 400), ("/v9/inventory?office_id=77", 404), ("/v9/inventory?office_id=x", 400),
        ("/v9/inventory?office_id=1234&state=mapped", 400), ("/v9/inventory?office_id=1234&page=2", 400),
        ("/v9/inventory?office_id=1234&page%5Bcursor%5D=2", 400), ("/v9/inventory/5", 404),
        ("/v9/ticket_groups/5?ticket_list=true", 200), ("/v9/ticket_groups/5?per_page=2", 400),
        ("/v9/ticket_groups/6", 404), ("/v9/ticket_groups/mass_index", 200),
        ("/v9/ticket_groups/mass_index?section=1", 400),
    ])
    func `reads take their own parameters and no others`(_ path: String, _ status: Int) async throws {
        #expect(try await call(path).status == status)
    }

    @Test func `a signature or a token that does not fit is refused`() async throws {
        let path = "/v9/inventory?office_id=1234"
        #expect(try await call(path, secret: "other").text.contains("Your signature is incorrect"))
        #expect(try await call(path, token: "other").text == #"{"error":"Unauthorized"}"#)
        #expect(
            try await call("/v9/inventory/5", #"{"inventory":{"in_hand":true}}"#, secret: "other").status
                == 401)
    }

    @Test func `a change sets what it names and answers with the listing`() async throws {
        let reply = try await call(
            "/v9/inventory/5",
            #"{"inventory":{"in_hand":false,"in_hand_on":"2027-01-31","price":99.5,"internal_notes":"Box"}}"#)
        #expect(reply.status == 200, "\(reply.text)")
        #expect(reply.text.contains("\"price\":\"99.5\"") && reply.text.contains("\"id\":\"5\""))
        let listing = try #require(simulator.inventory.listing(5))
        #expect(listing.inHand == false)
        #expect(listing.inHandOn == "2027-01-31")
        #expect(listing.seats.first?.barcode == "OLD")
        #expect(simulator.inventory.written.map(\.request) == [1])
    }

    @Test func `a different quantity makes the tickets anew`() async throws {
        _ = try await call("/v9/inventory/5", #"{"inventory":{"in_hand":true,"quantity":2}}"#)
        #expect(simulator.inventory.listing(5)?.seats.first?.barcode == "OLD")
        _ = try await call("/v9/inventory/5", #"{"inventory":{"in_hand":true,"quantity":3}}"#)
        #expect(simulator.inventory.listing(5)?.seats.map(\.barcode) == [nil, nil, nil])
        #expect(simulator.inventory.listing(5)?.generation == 1)
    }

    @Test(arguments: [
        "{}", "[]", "", #"{"inventory":{}}"#, #"{"inventory":{"price":1}}"#,
        #"{"inventory":{"in_hand":false}}"#,
        #"{"inventory":{"in_hand":"true"}}"#, #"{"inventory":{"in_hand":true,"locked":false}}"#,
        #"{"inventory":{"in_hand":true,"id":"5"}}"#, #"{"inventory":{"in_hand":true},"ids":[5]}"#,
        #"{"inventory":{"in_hand":true,"external_notes":""}}"#, #"{"inventory":{"in_hand":true,"row":null}}"#,
        #"{"inventory":{"in_hand":true,"account_email":"desk"}}"#,
        #"{"inventory":{"in_hand":true,"format":"ETICKET"}}"#,
        #"{"inventory":{"in_hand":true,"view_type":"FULL"}}"#,
        #"{"inventory":{"in_hand":true,"type":"event"}}"#,
        #"{"inventory":{"in_hand":true,"discount":100.5}}"#,
        #"{"inventory":{"in_hand":true,"price":1000001}}"#,
        #"{"inventory":{"in_hand":true,"price":"12"}}"#, #"{"inventory":{"in_hand":true,"quantity":0}}"#,
        #"{"inventory":{"in_hand":true,"quantity":1.5}}"#, #"{"inventory":{"in_hand":true,"remote_id":0}}"#,
        #"{"inventory":{"in_hand":true,"remote_id":40001}}"#, #"{"inventory":{"in_hand":true,"seats":[]}}"#,
        #"{"inventory":{"in_hand":true,"seats":[{"barcode":"x"}]}}"#,
        #"{"inventory":{"in_hand":true,"seats":[{"seat":1},{"seat":1}]}}"#,
        #"{"inventory":{"in_hand":true,"seats":[{"seat":1,"note":"x"}]}}"#,
        #"{"inventory":{"in_hand":true,"quantity":2,"seats":[{"seat":1}]}}"#,
        #"{"inventory":{"in_hand":true,"split_type":"CUSTOM"}}"#,
        #"{"inventory":{"in_hand":true,"split_type":"CUSTOM","split_override":[]}}"#,
        #"{"inventory":{"in_hand":true,"split_override":["2"]}}"#,
        #"{"inventory":{"in_hand_on":"31.1.2027"}}"#, #"{"inventory":{"ticket":{"in_hand":true}}}"#,
    ])
    func `what the table does not allow is refused and changes nothing`(_ body: String) async throws {
        let reply = try await call("/v9/inventory/5", body)
        #expect(reply.status == 400, "\(reply.text)")
        #expect(reply.text.contains("\"code\":\"invalid_params\""))
        #expect(simulator.inventory.written.isEmpty)
    }

    @Test func `many are changed at once, or none`() async throws {
        let ids = simulator.inventory.listingIDs.map(String.init).joined(separator: ",")
        let reply = try await call("/v9/inventory", "{\"ids\":[\(ids)],\"inventory\":{\"in_hand\":true}}")
        #expect(reply.status == 200)
        #expect(simulator.inventory.written.count == 28)
        for body in [
            #"{"ids":[],"inventory":{"in_hand":true}}"#, #"{"ids":[5,5],"inventory":{"in_hand":true}}"#,
            #"{"inventory":{"in_hand":true}}"#, #"{"ids":[5],"inventory":{"in_hand":true,"quantity":2}}"#,
            "{\"ids\":\(Array(1...1001)),\"inventory\":{\"in_hand\":true}}",
        ] { #expect(try await call("/v9/inventory", body).status == 400, "\(body.prefix(60))") }
        #expect(try await call("/v9/inventory", #"{"ids":[5,6],"inventory":{"in_hand":true}}"#).status == 404)
        #expect(simulator.inventory.written.count == 28)
    }

    @Test func `too many calls a second are told to wait`() async throws {
        let simulator = Self.make(EvolutionSettings(callsPerSecond: 2))
        let path = "/v9/inventory?office_id=1234"
        let statuses = try await (1...3).asyncMap { _ in try await call(path, nil, simulator).status }
        #expect(statuses == [200, 200, 429])
        simulator.clock.advance(seconds: 1)
        #expect(try await call(path, nil, simulator).status == 200)
    }

    @Test func `what nobody knows for certain is a setting`() async throws {
        let simulator = Self.make(
            EvolutionSettings(showsTicketGroups: false, showsInventory: true, nestsInTicket: true))
        #expect(try await call("/v9/ticket_groups/5", nil, simulator).status == 401)
        #expect(try await call("/v9/inventory/5", nil, simulator).text.contains("\"id\":\"5\""))
        let nested = #"{"inventory":{"ticket":{"in_hand":true}}}"#
        #expect(try await call("/v9/inventory/5", nested, simulator).status == 200)
    }

    @Test func `faults strike changes in their own ways`() async throws {
        let body = #"{"ids":[5,800001,800002],"inventory":{"in_hand":false,"in_hand_on":"2027-01-31"}}"#
        simulator.faults.add(.halfApplied(purchases: 2), on: .inventoryBulk)
        #expect(try await call("/v9/inventory", body).status == 500)
        #expect(simulator.inventory.written.map(\.listing.id) == [5, 800_001])
        simulator.faults.add(.late(milliseconds: nil), on: .inventoryBulk)
        _ = try? await call("/v9/inventory", body)
        #expect(simulator.inventory.written.count == 2)
        _ = try await RouteClient(simulator: simulator).control("late", "{}")
        #expect(simulator.inventory.written.count == 5)
        simulator.faults.add(.staleReads(milliseconds: nil), on: .inventoryUpdate)
        _ = try await call("/v9/inventory/5", #"{"inventory":{"in_hand":true}}"#)
        #expect(try await call("/v9/ticket_groups/5").text.contains("\"in_hand\":false"))
        _ = try await RouteClient(simulator: simulator).control("reveal", "{}")
        #expect(try await call("/v9/ticket_groups/5").text.contains("\"in_hand\":true"))
        simulator.faults.add(.spoiltRow(at: 1), on: .inventory)
        let list = try await call("/v9/inventory?office_id=1234&state=ALL").text
        #expect(list.components(of: "\"id\":{") == 1)
    }

    @Test func `somebody else changes a listing`() async throws {
        let client = RouteClient(simulator: simulator)
        #expect(
            try await client.control("listing", #"{"listing":5,"in_hand_on":"2027-03-01"}"#).status == 204)
        #expect(simulator.inventory.listing(5)?.inHand == false)
        #expect(try await client.control("listing?id=5").text.contains("2027-03-01"))
        #expect(simulator.inventory.written.map(\.request) == [nil])
    }
}
