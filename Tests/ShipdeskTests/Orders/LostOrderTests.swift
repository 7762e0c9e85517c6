import Model
import Simulator
import TestKit
import Testing

/// Whatever goes wrong with an update of an order, it ends as somebody wanted it last.
@Suite(.serialized, .timeLimit(.minutes(2))) struct LostOrderTests {
    static let mishaps: [Mishap] = [
        Mishap(.close), Mishap(.close, .afterEffect), Mishap(.reset, .afterEffect),
        Mishap(.hang(milliseconds: nil), .afterEffect), Mishap(.html(status: 502)),
        Mishap(.html(status: 500), .afterEffect), Mishap(.cutOff(bytes: nil), .afterEffect),
        Mishap(.serverError), Mishap(.halfApplied(purchases: 1)), Mishap(.late(milliseconds: 400)),
    ]

    @Test(arguments: mishaps)
    func everyMarkEndsConfirmed(mishap: Mishap) async throws {
        try await withOrders { box, simulator in
            simulator.faults.add(mishap.fault, mishap.moment, on: .orderUpdate)
            let ship = try await box.run("ship", "TX1", "--tracking", "1Z9", "--json")
            #expect(ship.has(0), "\(ship)")
            #expect(try ship.json(Entries.self).entries.map(\.state) == ["confirmed"])
            #expect(simulator.faults.struck.count == 1)
            #expect(simulator.orders.order("TX1")?.tracking == "1Z9")
        }
    }

    /// The first update closed the order; its answer was lost. That a second one is refused says nothing.
    @Test(arguments: [FaultMoment.beforeEffect, .afterEffect])
    func aFinalStatusWhoseAnswerIsLostIsConfirmed(moment: FaultMoment) async throws {
        try await withOrders { box, simulator in
            simulator.faults.add(.close, moment, on: .orderUpdate)
            try await box.ends(0, "ship", "TX1", "--status", "Commissionable", "--final")
            #expect(simulator.orders.order("TX1")?.status == .commissionable)
            #expect(simulator.orders.written.count == 1)
        }
    }

    /// Somebody else sets a newer number while ours is in doubt: nothing of ours is sent over it.
    @Test(arguments: [FaultMoment.beforeEffect, .afterEffect])
    func aNewerValueIsNeverFlippedBack(moment: FaultMoment) async throws {
        try await withOrders { box, simulator in
            simulator.faults.add(.close, moment, on: .orderUpdate)
            let ship = try box.start(["ship", "TX1", "--tracking", "1Z9", "--json"])
            try await eventually("the reply is lost") { simulator.faults.struck.count == 1 }
            simulator.orders.change("TX1") { $0.tracking = "NEWER" }
            let ending = await ship.wait()
            // Ours may have been seen before the newer one came.
            let endings: [Ending] = moment == .afterEffect ? [.status(76), .status(0)] : [.status(76)]
            #expect(endings.contains(ending), "\(ship.output) \(ship.errors)")
            #expect(simulator.updates.count == 1)
            #expect(simulator.orders.order("TX1")?.tracking == "NEWER")
        }
    }

    /// Nothing shows how the order is: a person settles it.
    @Test func withoutAWayToReadAPersonDecides() async throws {
        try await withOrders { box, simulator in
            try await box.ends(0, "show", "TX1")
            simulator.faults.add(FaultRule(.html(status: 405), on: .order, .always))
            simulator.faults.add(.close, .afterEffect, on: .orderUpdate)
            let ship = try await box.run("ship", "TX1", "--tracking", "1Z9")
            #expect(ship.has(76), "\(ship)")
            let entry = try #require(try await box.outbox().first)
            #expect(entry.state == "attention")
            try await box.ends(0, "outbox", "settle", entry.id, "--as", "confirmed")
            #expect(simulator.updates.count == 1)
        }
    }
}
