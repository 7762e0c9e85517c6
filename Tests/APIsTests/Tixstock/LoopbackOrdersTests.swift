import APIs
import FoundationEssentials
import Model
import Simulator
import Testing

/// Tixstock's client against the simulator, over real HTTP.
@Suite struct LoopbackOrdersTests {
    @Test func everyOrderIsReadAsItIs() async throws {
        try await withOrders(SimulatorOptions(purchases: 40, hostilePermille: 300)) { client, simulator in
            for id in simulator.orders.orderIDs {
                let truth = try #require(simulator.orders.order(id))
                let reply = try await client.order(id).result.get()
                #expect(reply.mode == .sandbox)
                let order = reply.order
                #expect(order.id.text == truth.id)
                #expect(order.placedAt == truth.placedAt)
                #expect(order.status == truth.status)
                #expect(order.quantity == truth.tickets.count)
                #expect(order.tracking == truth.tracking)
                #expect(
                    order.shippingAddress?.address1.map { Array($0.utf8) }
                        == truth.address.map { Array(($0.address1 ?? "").utf8) })
                #expect(order.items.map(\.generalAdmission) == truth.tickets.map(\.generalAdmission))
            }
            guard case .named(_, code: 404) = await client.order("none").failure else {
                Issue.record("an order that is not there")
                return
            }
        }
    }

    @Test func anOrderThatIsSentBackWholeIsTakenByAStrictServer() async throws {
        try await withOrders { client, simulator in
            let id = try #require(
                simulator.orders.orderIDs.first { id in
                    simulator.orders.order(id)?.status == .approved
                        && simulator.orders.order(id)?.address?.zipcode != nil
                })
            let order = try await client.order(id).result.get().order
            var update = OrderUpdate(
                status: .approved, address: order.shippingAddress, tracking: .set("1Z 9"))
            update.ticketType = "eTicket"
            update.placedAt = order.placedAt
            update.customer = .init(id: "9")
            update.customer?.contactNumber = .clear
            update.items = order.items.map { item in
                var sent = OrderUpdate.Item(generalAdmission: item.generalAdmission ?? false)
                sent.row = item.row
                sent.seat = item.seat
                sent.price = 12
                sent.holder = TicketHolder(firstName: "Ines")
                return sent
            }
            update.label = .pdf(try PDFFile(Data("%PDF-1.4 %%EOF".utf8)))
            let reply = try await client.update(order.id, update).result.get()
            #expect(reply.order.tracking == "1Z 9")
            #expect(reply.order.label?.pdf != nil)
            #expect(reply.message == "The order has been successfully updated.")
            #expect(simulator.orders.order(id)?.address?.city == order.shippingAddress?.city)
            #expect(await client.update(order.id, update).value?.order == reply.order)
        }
    }

    static let faults: [(Fault, String)] = [
        (.close, "lost"), (.reset, "lost"), (.late(milliseconds: nil), "lost"), (.cutOff(bytes: nil), "lost"),
        (.html(status: 200), "lost"), (.html(status: 503), "lost"), (.serverError, "lost"),
        (.halfApplied(purchases: 0), "lost"), (.missingArray, "lost"),
        (.storeError(code: 107, status: 200), "lost"), (.storeError(code: 401, status: 200), "refused"),
        (.redirect, "refused"), (.refusePurchase(at: 0), "named"),
        (.storeError(code: 404, status: 200), "named"),
        (.tooMany(retryAfter: nil), "throttled"),
    ]

    @Test func everyFaultIsToldForWhatItIsAndNothingIsSentTwice() async throws {
        try await withSimulator(SimulatorOptions(purchases: 5)) { baseURL, simulator in
            try await withNetwork { network in
                simulator.orders.put(StockOrder(id: "A", placedAt: 5))
                for (fault, expected) in Self.faults {
                    simulator.faults.add(fault, on: .orderUpdate)
                    let before = simulator.recorder.total
                    let client = orders(baseURL, network)
                    let update = OrderUpdate(status: .approved, tracking: .set("1Z"))
                    let failure = await client.update(PurchaseID("A"), update).failure
                    #expect(name(failure) == expected, "\(fault)")
                    #expect(simulator.recorder.total == before + 1, "\(fault)")
                }
                #expect(simulator.orders.written.isEmpty)
            }
        }
    }

    private func name(_ failure: CallFailure?) -> String {
        switch failure {
        case .lost: "lost"
        case .refused: "refused"
        case .named: "named"
        case .throttled: "throttled"
        case .nothingLeft: "nothing left"
        case nil: "none"
        }
    }

    private func withOrders(
        _ options: SimulatorOptions = SimulatorOptions(purchases: 40),
        _ body: (TixstockClient, Simulator) async throws -> Void
    ) async throws {
        try await withSimulator(options) { baseURL, simulator in
            try await withNetwork { network in try await body(orders(baseURL, network), simulator) }
        }
    }

    private func orders(_ baseURL: String, _ network: Network) -> TixstockClient {
        TixstockClient(
            baseURL: baseURL.replacing("/rest", with: "/v1"), token: TixstockToken("demo-tixstock-token"),
            http: network.door, budget: CallBudget(limit: 300, seconds: 60))
    }
}
