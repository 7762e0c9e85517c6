import Glibc
import Model
import Simulator
import TestKit
import Testing

/// The process that sends is killed again and again while most of what it sends goes wrong. Once the faults
/// stop, every mark settles by itself, and stands on the server once.
@Suite(.serialized, .timeLimit(.minutes(2))) struct KilledLeaderTests {
    struct Storm: Sendable, CustomTestStringConvertible {
        var seed: UInt64
        var behaviour: StoreBehaviour
        var testDescription: String {
            "seed \(seed), last_modified_ts \(behaviour.movesLastModified ? "moves" : "never moves")"
        }
    }

    @Test(arguments: [
        Storm(seed: 1, behaviour: StoreBehaviour(movesLastModified: true)),
        Storm(seed: 2, behaviour: StoreBehaviour(movesLastModified: false)),
    ])
    func everyMarkIsOnTheServerOnce(storm: Storm) async throws {
        let ids = Array(2001...2060)
        let options = SimulatorOptions(purchases: 0, seed: storm.seed, behaviour: storm.behaviour)
        try await withSimulator(options) { baseURL, simulator in
            ids.forEach { simulator.store.put(Made.purchase($0, 1)) }
            let box = try Box(baseURL)
            try await box.ends(0, "sync")
            Self.spoil(simulator.faults)
            try await markAndKill(ids, box)

            simulator.faults.clear()
            simulator.faults.landLate()
            let agent = try box.start(["agent"])
            try await eventually("everything has settled") {
                try await box.outbox().allSatisfy { $0.state == "confirmed" }
            }
            agent.send(signal: SIGTERM)
            #expect(await agent.wait() == .status(0))
            #expect(try await box.outbox().count == ids.count)
            #expect(!simulator.faults.struck.isEmpty)
            for id in ids {
                #expect(simulator.store.ledger(id, item: 1).map(\.quantity) == [1], "\(id)")
            }
        }
    }

    /// Marks come in six at a time while one agent after another is killed, each a little later.
    private func markAndKill(_ ids: [Int], _ box: Box) async throws {
        var agent = try box.start(["agent"])
        for (round, start) in stride(from: 0, to: ids.count, by: 6).enumerated() {
            let some = ids[start..<min(start + 6, ids.count)].map(String.init)
            try await box.ends(75, "ship", "--no-wait", some[0], some[1], some[2])
            try await Task.sleep(for: .milliseconds(60 + 25 * round))
            agent.send(signal: SIGKILL)
            #expect(await agent.wait() == .signal(SIGKILL))
            agent = try box.start(["agent"])
            try await box.ends(75, "ship", "--no-wait", some[3], some[4], some[5])
        }
        agent.send(signal: SIGKILL)
        _ = await agent.wait()
    }

    /// Two of three fulfillments go wrong in one way or another, and some of the reads.
    private static func spoil(_ faults: FaultPlan) {
        let ways: [(Fault, FaultMoment)] = [
            (.close, .beforeEffect), (.close, .afterEffect), (.reset, .afterEffect),
            (.hang(milliseconds: 300), .beforeEffect), (.hang(milliseconds: nil), .afterEffect),
            (.serverError, .beforeEffect), (.serverError, .afterEffect), (.html(status: 502), .afterEffect),
            (.html(status: 200), .beforeEffect), (.cutOff(bytes: nil), .afterEffect),
            (.halfApplied(purchases: 1), .beforeEffect), (.tooMany(retryAfter: nil), .beforeEffect),
            (.storeError(code: 14, status: 200), .beforeEffect),
            (.storeError(code: 5, status: 200), .afterEffect),
            (.storeError(code: 7, status: 200), .beforeEffect),
            (.late(milliseconds: 500), .beforeEffect), (.staleReads(milliseconds: 700), .beforeEffect),
            (.slow(milliseconds: 300), .beforeEffect),
        ]
        for (fault, moment) in ways { faults.add(fault, moment, on: .fulfillment, .permille(60)) }
        for fault in [Fault.html(status: 503), .cutOff(bytes: nil), .tooMany(retryAfter: nil)] {
            faults.add(fault, .beforeEffect, on: .purchases, .permille(50))
        }
    }
}
