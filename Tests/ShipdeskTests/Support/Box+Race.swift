import FoundationEssentials
import Simulator

extension Box {
    /// A race's store of the configuration as YAML.
    static func raceEntry(
        _ baseURL: String,
        credentials: String = "{rsu_api_key: demo-race-key, rsu_api_secret: demo-race-secret}"
    ) -> String {
        """
          - name: city-run
            api: runsignup-race-store
            base_url: \(baseURL)
            race_id: 9001
            credentials: \(credentials)

        """
    }
}

extension Made {
    /// An hour old: 2 shirts, and 3 mugs.
    static func racePurchase(_ id: Int, age: Int64 = 3_600) -> RacePurchase {
        RacePurchase(
            id: id, userID: 50_001, purchasedAt: Int64(Date().timeIntervalSince1970) - age, amount: 2_500,
            paid: 2_500,
            lines: [
                .init(itemID: 501, name: "Shirt", option: "Large", quantity: 2),
                .init(itemID: 502, name: "Mug", quantity: 3),
            ])
    }
}

/// A race's store with purchases put in, and a box that has read it.
func withRaceBox(
    _ purchases: [RacePurchase], _ body: (Box, Simulator) async throws -> Void
) async throws {
    try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
        purchases.forEach { simulator.race.put($0) }
        let box = try Box(entries: Box.raceEntry(baseURL))
        let sync = try await box.run("sync")
        guard sync.has(0) else { throw SyncFailed(words: sync.errors) }
        try await body(box, simulator)
    }
}
