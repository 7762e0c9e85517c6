import Model
import Simulator
import TestKit
import Testing

/// What the box shows is what the server knows, item by item.
@Suite(.serialized, .timeLimit(.minutes(2))) struct TruthTests {
    static let behaviours: [StoreBehaviour] = [
        StoreBehaviour(), StoreBehaviour(movesLastModified: true), StoreBehaviour(filtersAfterPaging: true),
    ]

    @Test(arguments: behaviours.indices)
    func afterASyncTheListIsTheServersTruth(behaviour: Int) async throws {
        let options = SimulatorOptions(
            purchases: 750, seed: 7, behaviour: Self.behaviours[behaviour], hostilePermille: 60)
        try await withSimulator(options) { baseURL, simulator in
            let box = try Box(baseURL, figures: "sync_overlap: 0s\n")
            let sync = try await box.run("sync")
            #expect(sync.has(0) && sync.errors.isEmpty, "\(sync)")
            try await compare(box, simulator)

            simulator.store.shipElsewhere(1200, item: 1, quantity: 1)
            simulator.store.cancel(1300, item: 1, quantity: 1, refundInCents: 100)
            simulator.store.readdress(1301, to: Made.address)
            simulator.store.put(Made.purchase(5000, 3, 2))
            try await box.ends(0, "sync", "--full")
            try await compare(box, simulator)
        }
    }

    private func compare(_ box: Box, _ simulator: Simulator) async throws {
        let listing = try await box.list("--state", "all")
        let truth = Truth(simulator)
        #expect(listing.total == truth.purchases.count)
        #expect(listing.purchases.map(\.id) == truth.purchases.map(\.id))
        for (shown, wanted) in zip(listing.purchases, truth.purchases) where shown != wanted {
            Issue.record("\(shown)\n  is not\n\(wanted)")
        }
        let hostile = simulator.store.world
        #expect((0..<hostile.count).contains { Truth.isHostile(hostile.purchase($0)) }, "nothing was hostile")
    }

    @Test func whatWasClearedOrVanishedIsNothingToShip() async throws {
        try await withBox([Made.purchase(1043, 1), Made.purchase(1044, 1)]) { box, simulator in
            simulator.store.clear(1043)
            for _ in 0..<2 { try await box.ends(0, "sync", "--full") }
            try await box.ends(65, "ship", "1043")
            #expect(try await box.purchase("1043").state == "nothing")
            #expect(try await box.list("--state", "to-ship").purchases.map(\.id) == ["1044"])
        }
    }

    @Test(arguments: [0, 10, 39])
    func onePurchaseThatCannotBeReadLosesOnlyItself(place: Int) async throws {
        try await withSimulator(SimulatorOptions(purchases: 40, hostilePermille: 0)) { baseURL, simulator in
            simulator.faults.add(.spoiltRow(at: place), on: .purchases, .always)
            let box = try Box(baseURL)
            let sync = try await box.run("sync")
            #expect(sync.has(0), "\(sync)")
            let truth = Truth(simulator).purchases.map(\.id)
            let shown = try await box.list().purchases.map(\.id)
            let lost = Set(truth).subtracting(shown)
            #expect(lost.count <= 1 && shown.count == truth.count - lost.count)
            if let id = lost.first { #expect(sync.errors.contains(id), "\(sync)") }
            #expect(!sync.errors.isEmpty)
            // Without the fault it comes back.
            simulator.faults.clear()
            let second = try await box.run("sync", "--full")
            #expect(second.errors.isEmpty)
            #expect(try await box.list().purchases.map(\.id) == truth)
        }
    }

    @Test func everyRequestCarriesOnlyWhatTheDocumentsList() async throws {
        try await withBox([Made.purchase(1043, 2)]) { box, simulator in
            try await box.ends(0, "ship", "1043:1=1")
            try await box.ends(0, "undo", "1043")
            try await box.ends(0, "sync", "--full")
            let keys: Set = ["ticket_event_id", "rsu_api_key"]
            let known: [Endpoint: Set<String>] = [
                .purchases: keys.union([
                    "page", "num", "modified_since_timestamp", "include_purchase_refunds",
                    "include_fulfillment_info", "include_transfer_info", "include_cleared_purchases",
                ]),
                .fulfillment: keys, .catalogue: keys, .entity: ["rsu_api_key"],
            ]
            for request in simulator.recorder.requests {
                let extra = Set(request.parameters.map(\.name)).subtracting(known[request.endpoint] ?? [])
                #expect(extra.isEmpty, "\(request.path): \(extra)")
            }
            let bodies = simulator.recorder.requests(to: .fulfillment).map(\.body)
            #expect(bodies.count == 2)
            #expect(bodies.allSatisfy { $0.contains("\"expected_delivery_date\":null") }, "\(bodies)")
            #expect(bodies.allSatisfy { $0.contains("\"shipping_tracking_num\":null") }, "\(bodies)")
            #expect(bodies.last?.contains("\"shipping_address\":null") == true, "\(bodies)")
        }
    }
}
