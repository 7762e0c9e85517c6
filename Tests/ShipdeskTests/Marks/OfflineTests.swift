import Model
import Simulator
import TestKit
import Testing

@Suite(.serialized, .timeLimit(.minutes(2))) struct OfflineTests {
    @Test func withoutWaitingAMarkIsAcceptedAndLeavesLater() async throws {
        try await withBox([Made.purchase(1043, 2), Made.purchase(1044, 1)]) { box, simulator in
            let ship = try await box.run("ship", "1043", "--no-wait", "--json")
            #expect(ship.has(75), "\(ship)")
            #expect(try ship.json(Entries.self).entries.map(\.state) == ["queued"])
            #expect(simulator.store.written.isEmpty)
            let waiting = try await box.purchase("1043")
            #expect(waiting.items[0].waiting == 2 && waiting.items[0].safe_to_ship == 0)
            #expect(waiting.state == "shipped")
            try await box.ends(65, "ship", "1043")

            try await box.ends(0, "ship", "1044")
            try await eventually("the older mark left with the newer") {
                simulator.store.written.count == 2
            }
        }
    }

    @Test func withTheNetworkGoneMarksAreKeptAndLeaveWhenItIsBack() async throws {
        let site = try Site([Made.purchase(1043, 2), Made.purchase(1044, 1)])
        let box = try Box(site.baseURL)
        try await site.open { try await box.ends(0, "sync") }

        let ship = try await box.run("ship", "1043", "--no-wait")
        #expect(ship.has(75) && ship.errors.contains("Do not repeat"), "\(ship)")
        let leader = try box.start(["ship", "1044"])
        try await eventually("the store is found unreachable") {
            try await box.outbox().count == 2
        }
        #expect(site.simulator.store.written.isEmpty)
        try await site.open {
            #expect(await leader.wait() == .status(0), "\(leader.errors)")
            try await eventually("both are confirmed") {
                try await box.outbox().map(\.state) == ["confirmed", "confirmed"]
            }
        }
        #expect(site.simulator.store.net(1043, item: 1) == 2)
        #expect(site.simulator.store.net(1044, item: 1) == 1)
        #expect(site.simulator.store.written.count == 2)
    }

    @Test func whatHasNotLeftIsTakenBackWithoutTheStore() async throws {
        let site = try Site([Made.purchase(1043, 2)])
        let box = try Box(site.baseURL)
        try await site.open { try await box.ends(0, "sync") }
        try await box.ends(75, "ship", "1043", "--no-wait")
        let undo = try await box.run("undo", "1043")
        #expect(undo.has(0), "\(undo)")
        #expect(Set(try await box.outbox().map(\.state)) == ["dropped"])
        #expect(try await box.purchase("1043").items[0].safe_to_ship == 2)
    }
}
