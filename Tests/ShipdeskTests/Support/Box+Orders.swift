import FoundationEssentials
import Model
import Simulator
import TestKit

extension Box {
    /// Tixstock of the configuration as YAML.
    static func ordersEntry(
        _ baseURL: String, name: String = "boxoffice",
        credentials: String = "{bearer_token: demo-tixstock-token}", more: String = ""
    ) -> String {
        """
          - name: \(name)
            api: tixstock
            base_url: \(baseURL)
            \(more)
            credentials: \(credentials)

        """
    }

    /// Another box for the same store.
    func with(token: String) throws -> Box {
        let whole = try String(contentsOfFile: configuration, encoding: .utf8)
        let entries = whole.split(separator: "stores:\n", maxSplits: 1).last.map(String.init) ?? ""
        return try Box(entries: entries.replacing("demo-tixstock-token", with: token))
    }

    /// A file with these lines in the box's folder.
    func file(_ lines: String..., named name: String = "ids.txt") throws -> String {
        try folder.write(lines.map { $0 + "\n" }.joined(), to: name)
        return "\(folder.path)/\(name)"
    }
}

extension Made {
    static let quay = ShippingAddress(
        address1: "1 Quay", address2: "", city: "Cork", zipcode: "T12", countryCode: "IE")

    /// Two seats beside each other, an hour old.
    static func order(
        _ id: String, _ status: OrderStatus = .approved, address: ShippingAddress? = Made.quay
    ) -> StockOrder {
        StockOrder(
            id: id, placedAt: Int64(Date().timeIntervalSince1970) - 3_600, status: status, address: address,
            tickets: ["4", "5"].map { .init(section: "Block 12", row: "C", seat: $0) })
    }
}

extension Simulator {
    /// The bodies of all updates that came, in order.
    var updates: [String] { recorder.requests(to: .orderUpdate).map(\.body) }
}

/// Orders at Tixstock, and a box that knows none of them yet.
func withOrders(
    _ orders: [StockOrder] = [Made.order("TX1")], _ settings: TixstockSettings = TixstockSettings(),
    more: String = "", _ body: (Box, Simulator) async throws -> Void
) async throws {
    try await withSimulator(SimulatorOptions(purchases: 0, tixstock: settings)) { baseURL, simulator in
        orders.forEach { simulator.orders.put($0) }
        let root = String(baseURL.dropLast("/rest".count)) + "/v1"
        try await body(try Box(entries: Box.ordersEntry(root, more: more)), simulator)
    }
}
