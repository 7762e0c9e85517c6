import Glibc
import Model
import Simulator
import TestKit
import Testing

/// Ends the program without warning at many moments; the next one finishes what it accepted.
@Suite(.serialized, .timeLimit(.minutes(2))) struct CrashTests {
    /// Milliseconds after the start.
    @Test(arguments: [20, 40, 60, 80, 100, 130, 160, 200, 250, 320])
    func killedWhileShippingTwenty(after milliseconds: Int) async throws {
        let purchases = (1...20).map { Made.purchase(2000 + $0, 1) }
        try await withBox(purchases + [Made.purchase(3000, 1)]) { box, simulator in
            let ship = try box.start(["ship", "--tracking", "T"] + ["2001"])
            let batch = try box.start(["ship"] + purchases.dropFirst().map { "\($0.id)" })
            try await Task.sleep(for: .milliseconds(milliseconds))
            ship.send(signal: SIGKILL)
            batch.send(signal: SIGKILL)
            _ = await ship.wait()
            _ = await batch.wait()

            let accepted = try await box.outbox()
            let agent = try await box.leadingAgent(simulator)
            try await eventually("nothing is open") {
                try await box.outbox().allSatisfy { $0.state == "confirmed" }
            }
            agent.send(signal: SIGTERM)
            #expect(await agent.wait() == .status(0))
            let shipped = Set(accepted.map(\.purchase))
            #expect([0, 1, 19, 20].contains(shipped.count), "a command is accepted whole or not at all")
            for purchase in purchases {
                let count = simulator.store.ledger(Int(purchase.id.number ?? 0), item: 1).count
                #expect(count == (shipped.contains(purchase.id.text) ? 1 : 0), "\(purchase.id)")
            }
        }
    }

    /// The moments that a clock does not find: exactly while the server holds the request.
    @Test(arguments: [FaultMoment.beforeEffect, .afterEffect])
    func killedWhileTheServerHoldsTheRequest(moment: FaultMoment) async throws {
        let purchases = (1...20).map { Made.purchase(2000 + $0, 1) }
        try await withBox(purchases) { box, simulator in
            simulator.faults.add(.hang(milliseconds: nil), moment, on: .fulfillment)
            let ship = try box.start(["ship"] + purchases.map { "\($0.id)" })
            try await eventually("the request is at the server") { !simulator.faults.struck.isEmpty }
            ship.send(signal: SIGKILL)
            #expect(await ship.wait() == .signal(SIGKILL))
            #expect(Set(try await box.outbox().map(\.state)) == ["sending"])

            let agent = try await box.leadingAgent(simulator)
            try await eventually("everything is confirmed") {
                try await box.outbox().allSatisfy { $0.state == "confirmed" }
            }
            agent.send(signal: SIGTERM)
            #expect(await agent.wait() == .status(0))
            for purchase in purchases {
                #expect(simulator.store.ledger(Int(purchase.id.number ?? 0), item: 1).count == 1)
            }
        }
    }
}
