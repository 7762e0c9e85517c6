import Model
import Simulator
import TestKit
import Testing

/// Eight stations of one box mark at once, each by a process of its own.
@Suite(.serialized, .timeLimit(.minutes(2))) struct EightProcessesTests {
    private static let ids = Array(2001...2024)

    /// One of them leads and sends for all; some of the answers are lost on the way.
    @Test func disjointSetsAllGetThere() async throws {
        try await withBox(Self.ids.map { Made.purchase($0, 1) }) { box, simulator in
            simulator.faults.add(.close, .afterEffect, on: .fulfillment, .nth(2))
            simulator.faults.add(.html(status: 502), .beforeEffect, on: .fulfillment, .nth(3))
            let sets = (0..<8).map { station in Self.ids.filter { $0 % 8 == station } }
            for outcome in try await ship(sets, box) { #expect(outcome.has(0), "\(outcome)") }
            for id in Self.ids { #expect(simulator.store.ledger(id, item: 1).count == 1, "\(id)") }
            #expect(simulator.recorder.mostAtOnce <= 2)
        }
    }

    /// A command is accepted whole or not at all, and says which: what the accepted ones named is on the
    /// server, once, and nothing else is.
    @Test func ofOverlappingSetsNobodyIsToldALie() async throws {
        try await withBox(Self.ids.map { Made.purchase($0, 1) }) { box, simulator in
            simulator.faults.add(.reset, .afterEffect, on: .fulfillment, .next(1))
            let sets = (0..<8).map { station in (0..<6).map { Self.ids[(station * 3 + $0) % 24] } }
            let outcomes = try await ship(sets, box)
            var told: [Int] = []
            for (set, outcome) in zip(sets, outcomes) {
                #expect(outcome.has(0) || outcome.has(65), "\(outcome)")
                if outcome.has(0) { told += set }
                if outcome.has(65) { #expect(outcome.output.isEmpty) }
            }
            #expect(!told.isEmpty && Set(told).count == told.count)
            #expect(simulator.store.written.map(\.purchase).sorted() == told.sorted())
            #expect(Set(try await box.outbox().map(\.state)) == ["confirmed"])
        }
    }

    private func ship(_ sets: [[Int]], _ box: Box) async throws -> [Outcome] {
        let programs = try sets.enumerated().map { station, set in
            try box.start(["ship", "--json", "--station", "bench-\(station)"] + set.map(String.init))
        }
        var outcomes: [Outcome] = []
        for program in programs {
            let ending = await program.wait()
            outcomes.append(Outcome(ending: ending, output: program.output, errors: program.errors))
        }
        return outcomes
    }
}
