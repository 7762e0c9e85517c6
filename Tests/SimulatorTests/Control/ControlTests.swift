import Model
import Simulator
import Testing

/// What other processes can do to the store, and see of it.
@Suite struct ControlTests {
    private let simulator = Simulator(SimulatorOptions(purchases: 20, now: { 1_790_000_000 }))
    private var client: RouteClient { RouteClient(simulator: simulator) }

    @Test func `somebody else ships, and the ledger tells their entry from a client's`() async throws {
        let shipped = try await client.control(
            "fulfillment", "{\"purchase\":1020,\"item\":1,\"quantity\":1,\"tracking\":\"X1\"}")
        #expect(shipped.status == 204)
        _ = try await client.post(Form.body(Form.request(Form.line(1019, tracking: "X2"))))
        let dump = try await client.control("ledger").text
        #expect(dump.components(of: "\"tracking\"") == 2)
        #expect(simulator.store.written.map(\.request) == [nil, 1])
        #expect(try await client.control("ledger?purchase=1019").text.contains("X2"))
    }

    @Test func `the office cancels and the customer clears`() async throws {
        _ = try await client.control("cancellation", "{\"purchase\":1020,\"item\":1,\"quantity\":1}")
        #expect(simulator.store.purchase(1020)?.cancelled.map(\.quantity) == [1])
        #expect(simulator.store.purchase(1020)?.lastModified == 1_790_000_000)
        _ = try await client.control("clearing", "{\"purchase\":1020}")
        #expect(try await !client.get(StoreClient.keys).text.contains("\"store_purchase_id\":1020"))
    }

    @Test func `time jumps ahead`() async throws {
        _ = try await client.control("time", "{\"seconds\":900}")
        #expect(simulator.clock.now == 1_790_000_900)
    }

    @Test func `a fault is asked for by name`() async throws {
        let order = "{\"fault\":\"html\",\"status\":503,\"endpoint\":\"purchases\",\"next\":1}"
        #expect(try await client.control("faults", order).status == 204)
        #expect(try await client.get(StoreClient.keys).status == 503)
        #expect(try await client.get(StoreClient.keys).status == 200)
        #expect(simulator.faults.struck == [FaultRule(.html(status: 503), on: .purchases)])
    }

    @Test func `what is misspelt or missing is told`() async throws {
        #expect(try await client.control("faults", "{\"fault\":\"gremlin\"}").status == 400)
        #expect(try await client.control("fulfillment", "{\"purchase\":1020}").status == 400)
        #expect(try await client.control("fulfillment", "nonsense").status == 400)
    }

    @Test func `control paths are not among the requests of clients`() async throws {
        _ = try await client.control("state")
        _ = try await client.get(StoreClient.keys)
        #expect(simulator.recorder.total == 1)
        #expect(try await client.control("state").text.contains("\"requests\":1"))
    }
}
