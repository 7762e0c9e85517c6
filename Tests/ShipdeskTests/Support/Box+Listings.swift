import Simulator

extension Box {
    /// An office of the configuration as YAML.
    static func officeEntry(_ baseURL: String, secret: String = "demo-evolution-secret") -> String {
        """
          - name: box-office
            api: ticket-evolution
            base_url: \(baseURL)
            office_id: 1234
            credentials: {token: demo-evolution-token, secret: \(secret)}

        """
    }

    /// What every PATCH so far wanted, each as its body.
    static func patches(_ simulator: Simulator) -> [String] {
        simulator.recorder.requests
            .filter { $0.method == "PATCH" }.map { String(decoding: $0.body, as: UTF8.self) }
    }
}

/// An office with listings put in, and a box that has read it.
func withOffice(
    _ listings: [Simulator.Listing], settings: EvolutionSettings = EvolutionSettings(),
    _ body: (Box, Simulator) async throws -> Void
) async throws {}
