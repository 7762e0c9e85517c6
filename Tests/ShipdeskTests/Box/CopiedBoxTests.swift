import FoundationEssentials
import Glibc
import Model
import Simulator
import TestKit
import Testing

/// A data directory copied while marks wait in it: from two places, nothing is sent twice.
@Suite(.serialized, .timeLimit(.minutes(2))) struct CopiedBoxTests {
    private static let ids = [1043, 1044, 1045]

    /// The copy is asked about first, while the original sleeps.
    @Test func aCopySendsNothingThatItInherited() async throws {
        try await withCopy { original, copy, simulator in
            let agent = try await copy.leadingAgent(simulator)
            try await eventually("a person is asked") {
                try await copy.outbox().allSatisfy { $0.state == "conflict" }
            }
            #expect(agent.errors.contains("copied or moved here"))
            #expect(simulator.store.written.isEmpty)
            let entry = try #require(try await copy.outbox().first)
            #expect(entry.error?.contains("data directory was copied") == true)

            // Retried, it leaves from here; what is marked here is the copy's own.
            try await copy.ends(0, "outbox", "retry", entry.id)
            try await copy.ends(0, "ship", "2001")
            try await eventually("it has left") { simulator.store.written.count == 2 }
            agent.send(signal: SIGTERM)
            #expect(await agent.wait() == .status(0))

            // And the original finds it on the server.
            let other = try await original.leadingAgent(simulator)
            try await eventually("all has settled") {
                try await original.outbox().map(\.state).sorted() == ["confirmed", "confirmed", "conflict"]
            }
            other.send(signal: SIGTERM)
            #expect(await other.wait() == .status(0))
            for id in Self.ids + [2001] { #expect(simulator.store.ledger(id, item: 1).count == 1) }
        }
    }

    @Test func bothAtOnceSendEverythingOnce() async throws {
        try await withCopy { original, copy, simulator in
            let agents = try [original, copy].map { try $0.start(["agent"]) }
            try await eventually("both have settled") {
                let here = try await original.outbox().map(\.state)
                let there = try await copy.outbox().map(\.state)
                return here == Array(repeating: "confirmed", count: 3)
                    && there.allSatisfy { $0 == "conflict" }
            }
            for agent in agents {
                agent.send(signal: SIGTERM)
                #expect(await agent.wait() == .status(0))
            }
            for id in Self.ids { #expect(simulator.store.ledger(id, item: 1).count == 1) }
        }
    }

    /// What was on the wire may have arrived: the copy looks, and finds it.
    @Test func whatHadLeftIsFoundByBoth() async throws {
        try await withBox([Made.purchase(1043, 1)]) { original, simulator in
            simulator.faults.add(.hang(milliseconds: nil), .afterEffect, on: .fulfillment)
            let ship = try original.start(["ship", "1043"])
            try await eventually("the request is at the server") { !simulator.faults.struck.isEmpty }
            ship.send(signal: SIGKILL)
            _ = await ship.wait()
            let copy = try original.copied()
            for box in [copy, original] {
                let agent = try box.start(["agent"])
                try await eventually("it is found") { try await box.outbox().map(\.state) == ["confirmed"] }
                agent.send(signal: SIGTERM)
                #expect(await agent.wait() == .status(0))
            }
            #expect(simulator.store.ledger(1043, item: 1).count == 1)
        }
    }

    private func withCopy(_ body: (Box, Box, Simulator) async throws -> Void) async throws {
        try await withBox((Self.ids + [2001]).map { Made.purchase($0, 1) }) { original, simulator in
            for id in Self.ids { try await original.ends(75, "ship", "--no-wait", String(id)) }
            try await body(original, try original.copied(), simulator)
        }
    }
}

extension Box {
    /// The same box once more, as `cp -r` makes it.
    fileprivate func copied() throws -> Box {
        var copy = self
        copy.folder = try TemporaryFolder("box")
        copy.environment = Program.environment(home: copy.folder.path)
        for name in ["config.yaml", "data"] {
            try FileManager.default.copyItem(
                atPath: "\(folder.path)/\(name)", toPath: "\(copy.folder.path)/\(name)")
        }
        return copy
    }
}
