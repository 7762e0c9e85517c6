import Model
import Simulator
import TestKit
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Whatever goes wrong on the way, an accepted mark takes effect exactly once.
@Suite(.serialized, .timeLimit(.minutes(2))) struct PausedStoreTests {
    /// The server asked to wait.
    static let busy: [Mishap] = [
        Mishap(.tooMany(retryAfter: 1)), Mishap(.tooMany(retryAfter: nil)),
        Mishap(.storeError(code: 14, status: 200)), Mishap(.storeError(code: 10, status: 400)),
    ]

    @Test(arguments: busy)
    func everyMarkEndsConfirmedOnce(mishap: Mishap) async throws { try await mishap.endsConfirmedOnce() }

    /// Where the credentials are refused on the way, the marks stay and leave once they are good again.
    @Test(arguments: [Fault.storeError(code: 6, status: 200), .storeError(code: 7, status: 403), .redirect])
    func aPausedStoreKeepsItsMarks(fault: Fault) async throws {
        try await withBox([Made.purchase(1043, 1), Made.purchase(1044, 1)]) { box, simulator in
            simulator.faults.add(fault, on: .fulfillment)
            let ship = try await box.run("ship", "1043", "--json")
            #expect(ship.has(0) || ship.has(75), "\(ship)")
            try await box.ends(0, "ship", "1044")
            try await eventually("both are confirmed") {
                try await box.outbox().map(\.state) == ["confirmed", "confirmed"]
            }
            #expect(simulator.store.ledger(1043, item: 1).count == 1)
            #expect(simulator.store.ledger(1044, item: 1).count == 1)
        }
    }

    /// A refusal that is over, and that no leader has seen end, is not held against the next mark.
    @Test func whatWasRefusedOnceIsFoundOutAnew() async throws {
        try await withBox([Made.purchase(1043, 1), Made.purchase(1044, 1)]) { box, simulator in
            try await box.ends(0, "sync")
            simulator.faults.add(.storeError(code: 6, status: 200), .beforeEffect, on: nil, .next(20))
            try await box.ends(75, "ship", "1043")
            simulator.faults.clear()
            try await box.ends(0, "sync")
            let agent = try await box.leadingAgent(simulator)
            defer { agent.send(signal: SIGTERM) }
            try await eventually("the first is confirmed") {
                try await box.outbox().map(\.state) == ["confirmed"]
            }
            try await box.ends(0, "ship", "1044")
        }
    }

    @Test(arguments: [Fault.close, .serverError, .html(status: 502), .tooMany(retryAfter: 1), .missingArray])
    func aReadThatFailsHoldsUpNothingForLong(fault: Fault) async throws {
        try await withBox([Made.purchase(1043, 1)]) { box, simulator in
            simulator.faults.add(fault, on: .purchases)
            try await box.ends(0, "ship", "1043")
            #expect(simulator.store.ledger(1043, item: 1).count == 1)
        }
    }
}
