import FoundationEssentials

/// The endpoints of the ticket store.
package enum Endpoint: String, Sendable, Hashable, Codable, CaseIterable {
    case purchases, fulfillment, catalogue, entity

    /// Below the base address.
    package var path: String {
        switch self {
        case .purchases: "/v2/tickets/get-ticket-event-store-purchases.json"
        case .fulfillment: "/v2/tickets/store/fulfillment.json"
        case .catalogue: "/v2/tickets/get-ticket-event-store-info.json"
        case .entity: "/v2/auth-info/entity-info.json"
        }
    }
}

/// One request, read to its end.
struct Call: Sendable {
    struct Parameter: Sendable {
        var name: String
        var value: String
    }

    var endpoint: Endpoint
    var method: String
    var path: String
    var query: [Parameter]
    /// By name in lower case.
    var headers: [String: String]
    var body: Data

    func parameter(_ name: String) -> String? { query.first { $0.name == name }?.value }
}
