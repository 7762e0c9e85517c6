import Model
import Simulator
import TestKit
import Testing

/// Whatever goes wrong with a change of a listing, it ends as somebody wanted it last.
@Suite(.serialized, .timeLimit(.minutes(2))) struct LostListingTests {
    static let mishaps: [Mishap] = [
        Mishap(.close), Mishap(.close, .afterEffect), Mishap(.reset, .afterEffect),
        Mishap(.hang(milliseconds: nil), .afterEffect), Mishap(.html(status: 502)),
        Mishap(.html(status: 500), .afterEffect), Mishap(.cutOff(bytes: nil), .afterEffect),
        Mishap(.serverError), Mishap(.tooMany(retryAfter: 1)), Mishap(.late(milliseconds: 400)),
    ]

    @Test(arguments: mishaps)
    func everyMarkEndsConfirmed(mishap: Mishap) async throws {
        try await withOffice { box, simulator in
            simulator.faults.add(mishap.fault, mishap.moment, on: .inventoryUpdate)
            let ship = try await box.run("ship", "801", "--json")
            #expect(ship.has(0), "\(ship)")
            #expect(try ship.json(Entries.self).entries.map(\.state) == ["confirmed"])
            #expect(simulator.faults.struck.count == 1)
            #expect(simulator.hand(801) == "here")
        }
    }

    @Test(arguments: [
        Mishap(.close), Mishap(.close, .afterEffect), Mishap(.halfApplied(purchases: 3)),
        Mishap(.refusePurchase(at: 0)),
    ])
    func aBulkThatFailsEndsConfirmedToo(mishap: Mishap) async throws {
        try await withOffice(801...806) { box, simulator in
            simulator.faults.add(mishap.fault, mishap.moment, on: .inventoryBulk)
            let ids = (801...806).map(String.init)
            let ship = try await box.run(["ship"] + ids + ["--json"])
            #expect(ship.has(0), "\(ship)")
            #expect((801...806).allSatisfy { simulator.hand($0) == "here" })
            #expect(try await box.outbox().allSatisfy { $0.state == "confirmed" })
        }
    }

    /// Somebody else sets a newer day while ours is in doubt: nothing of ours is sent over it.
    @Test(arguments: [FaultMoment.beforeEffect, .afterEffect])
    func aNewerValueIsNeverFlippedBack(moment: FaultMoment) async throws {
        try await withOffice { box, simulator in
            simulator.faults.add(.close, moment, on: .inventoryUpdate)
            let ship = try box.start(["ship", "801", "--json"])
            try await eventually("the reply is lost") { simulator.faults.struck.count == 1 }
            simulator.expect(801, on: "2031-05-05")
            let ending = await ship.wait()
            // What took effect may be found before somebody else comes, and is confirmed then.
            let ends: [Ending] = moment == .afterEffect ? [.status(0), .status(76)] : [.status(76)]
            #expect(ends.contains(ending), "\(ship.output) \(ship.errors)")
            #expect(simulator.patches.count == 1)
            #expect(simulator.hand(801) == "2031-05-05")
        }
    }

    /// A newer mark of ours waits until the lost one can no longer land, and then has the last word.
    @Test func aNewerMarkOfOursComesLast() async throws {
        try await withOffice { box, simulator in
            simulator.faults.add(.late(milliseconds: 600), on: .inventoryUpdate)
            try await box.ends(75, "ship", "801", "--deliver-by", "2030-06-06", "--no-wait")
            try await box.ends(75, "ship", "801", "--no-wait")
            let agent = try box.start(["agent"])
            try await eventually("both are settled") {
                try await box.outbox().allSatisfy { $0.state == "confirmed" }
            }
            #expect(simulator.hand(801) == "here")
            agent.send(signal: 15)
            _ = await agent.wait()
        }
    }

    /// What somebody else changed since the mark was made is not overwritten unseen.
    @Test func aChangeElsewhereIsAConflict() async throws {
        try await withOffice { box, simulator in
            try await box.ends(75, "ship", "801", "--deliver-by", "2030-06-06", "--no-wait")
            simulator.expect(801, on: "2031-05-05")
            try await box.ends(0, "sync")
            #expect(try await box.outbox().map(\.state) == ["conflict"])
            #expect(simulator.patches.isEmpty && simulator.hand(801) == "2031-05-05")
        }
    }
}
