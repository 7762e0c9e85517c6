import FoundationEssentials
import Synchronization
import Testing

/// Thousands of worlds, one after another, each under its own seed.
///
/// `SHIPDESK_SEEDS=20000 swift test --filter Simulation` runs more of them; `SHIPDESK_SEED=123 swift test
/// --filter Simulation` runs one again and tells its story.
@Suite("Simulation")
struct SimulationTests {
    private static let seeds = Environment.number("SHIPDESK_SEEDS") ?? 1_000
    private static let only = Environment.number("SHIPDESK_SEED")

    @Test("In every world the ledger holds what people were told", arguments: [false, true])
    func everyWorld(isRace: Bool) throws {
        if let only = Self.only { return try tell(UInt64(only), isRace: isRace) }
        var tally = Tally()
        var failed = 0
        for seed in 1...UInt64(Self.seeds) {
            let world = try World(seed: seed, isRace: isRace)
            try world.run()
            let findings = try Checker(world).findings
            world.tally.worlds = 1
            tally.add(world.tally)
            guard !findings.isEmpty else { continue }
            failed += 1
            Issue.record(
                """
                seed \(seed)\(isRace ? " of a race" : ""): \(findings.joined(separator: "; "))
                SHIPDESK_SEED=\(seed) swift test --filter Simulation tells its story
                """
            )
            if failed == 10 { break }
        }
        print(isRace ? "races:" : "ticket stores:", tally.summary)
    }

    /// Told as a story, line by line.
    private func tell(_ seed: UInt64, isRace: Bool) throws {
        let world = try World(seed: seed, isRace: isRace, tells: true)
        try world.run()
        let findings = try Checker(world).findings
        print(world.story.lines.joined(separator: "\n"))
        #expect(findings == [], "seed \(seed)")
    }

    @Test("A broken step of the protocol is noticed", arguments: Mutation.ofTicketStores)
    func mutation(_ mutation: Mutation) throws { try notice(mutation, isRace: false) }

    @Test("A broken step is noticed where the ledger is the box's own", arguments: Mutation.ofRaces)
    func mutationOfARace(_ mutation: Mutation) throws { try notice(mutation, isRace: true) }

    private func notice(_ mutation: Mutation, isRace: Bool) throws {
        guard Self.only == nil else { return }
        for seed in 1...UInt64(1_500) {
            let world = try World(seed: seed, mutation: mutation, isRace: isRace)
            try world.run()
            let findings = try Checker(world).findings
            guard let first = findings.first else { continue }
            print("mutation \(mutation.rawValue) (step \(mutation.breaks)): caught by seed \(seed): \(first)")
            return
        }
        Issue.record("No world noticed \(mutation.rawValue).")
    }
}

enum Environment {
    static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }
}
