import Model
import Simulator

extension Box {
    /// An office of the configuration as YAML.
    static func officeEntry(
        _ baseURL: String,
        credentials: String = "{token: demo-evolution-token, secret: demo-evolution-secret}"
    ) -> String {
        """
          - name: box-office
            api: ticket-evolution
            base_url: \(baseURL)
            office_id: 1234
            credentials: \(credentials)

        """
    }
}

extension Simulator {
    /// The bodies of all changes that came, in order.
    var patches: [String] { recorder.requests.filter { $0.method == "PATCH" }.map(\.body) }

    /// How a listing stands: in hand, or the day on which it will be.
    func hand(_ id: Int) -> String? {
        guard let listing = inventory.listing(id) else { return nil }
        return listing.inHand == true ? "here" : listing.inHandOn
    }

    /// Somebody else says when it will be here.
    func expect(_ id: Int, on day: String) {
        inventory.change(id) { listing in
            listing.values["in_hand"] = .flag(false)
            listing.values["in_hand_on"] = .text(day)
        }
    }
}

/// An office with listings of two seats that are awaited, and a box that has read it.
func withOffice(
    _ ids: ClosedRange<Int> = 801...802, awaitedOn day: String? = "2030-01-31",
    _ settings: EvolutionSettings = EvolutionSettings(), figures: String = Box.quick,
    _ body: (Box, Simulator) async throws -> Void
) async throws {
    try await withSimulator(SimulatorOptions(purchases: 0, evolution: settings)) { baseURL, simulator in
        for id in ids {
            simulator.inventory.put(.init(id: id, remoteID: id * 2))
            if let day { simulator.expect(id, on: day) }
        }
        let root = String(baseURL.dropLast("/rest".count))
        let box = try Box(entries: Box.officeEntry(root), figures: figures)
        let sync = try await box.run("sync")
        guard sync.has(0) else { throw SyncFailed(words: sync.errors) }
        try await body(box, simulator)
    }
}
