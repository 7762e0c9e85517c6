import FoundationEssentials
import Testing

/// Worlds whose store has values instead of a ledger, each under its own seed.
///
/// `SHIPDESK_SEEDS=20000 swift test --filter OrderSimulation` runs more of them; `SHIPDESK_SEED=123 swift
/// test --filter OrderSimulation` runs one again and tells its story.
@Suite("Order simulation")
struct OrderSimulationTests {
    private static let seeds = Environment.number("SHIPDESK_SEEDS") ?? 1_000
    private static let only = Environment.number("SHIPDESK_SEED")

    @Test("In every world the orders are as people were told")
    func everyWorld() throws {
        var tally = Tally()
        var failed = 0
        for seed in Self.only.map({ UInt64($0)...UInt64($0) }) ?? 1...UInt64(Self.seeds) {
            let world = try OrderWorld(seed: seed, tells: Self.only != nil)
            try world.run()
            let findings = try OrderChecker(world).findings
            tally.add(world.tally)
            if Self.only != nil { print(world.story.lines.joined(separator: "\n")) }
            guard !findings.isEmpty else { continue }
            failed += 1
            Issue.record(
                """
                seed \(seed): \(findings.joined(separator: "; "))
                SHIPDESK_SEED=\(seed) swift test --filter OrderSimulation tells its story
                """
            )
            if failed == 10 { break }
        }
        print("orders, " + tally.summary)
    }

    @Test("A broken step of the protocol is noticed", arguments: OrderMutation.allCases)
    func mutation(_ mutation: OrderMutation) throws {
        guard Self.only == nil else { return }
        for seed in 1...UInt64(1_500) {
            let world = try OrderWorld(seed: seed, mutation: mutation)
            try world.run()
            guard let first = try OrderChecker(world).findings.first else { continue }
            print("mutation \(mutation.rawValue) (\(mutation.breaks)): caught by seed \(seed): \(first)")
            return
        }
        Issue.record("No world noticed \(mutation.rawValue).")
    }
}
