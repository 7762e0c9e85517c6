import Hummingbird
import Model

/// The endpoints of all stores. The raw value is the word of a fault's order.
package enum Endpoint: String, Sendable, Hashable, Codable, CaseIterable {
    // RunSignup's ticket store.
    case purchases, fulfillment, catalogue, entity
    // RunSignup's race store, and the people who bought there.
    case racePurchases = "race-purchases"
    case participants = "race-participants"
    case user = "race-user"
    // RunSignup's OAuth 2.
    case login
    case redemption = "login-redemption"
    case refresh = "login-refresh"
    // Tixstock.
    case order
    case orderUpdate = "order-update"
    // Ticket Evolution.
    case inventory
    case inventoryItem = "inventory-item"
    case inventoryUpdate = "inventory-update"
    case inventoryBulk = "inventory-bulk"
    case ticketGroup = "ticket-group"
    case ticketGroups = "ticket-groups"

    /// From the root. Names after a colon stand for anything.
    package var path: String {
        switch self {
        case .purchases: "/rest/v2/tickets/get-ticket-event-store-purchases.json"
        case .fulfillment: "/rest/v2/tickets/store/fulfillment.json"
        case .catalogue: "/rest/v2/tickets/get-ticket-event-store-info.json"
        case .entity: "/rest/v2/auth-info/entity-info.json"
        case .racePurchases: "/rest/v2/race-store/get-race-store-purchases.json"
        case .participants: "/rest/race/:id/participants"
        case .user: "/rest/user/:id"
        case .login: "/Profile/OAuth2/RequestGrant"
        case .redemption: "/rest/v2/auth/auth-code-redemption.json"
        case .refresh: "/rest/v2/auth/refresh-token.json"
        case .order: "/v1/orders/get/:id"
        case .orderUpdate: "/v1/orders/update/:id"
        case .inventory, .inventoryBulk: "/v9/inventory"
        case .inventoryItem, .inventoryUpdate: "/v9/inventory/:id"
        case .ticketGroup: "/v9/ticket_groups/:id"
        case .ticketGroups: "/v9/ticket_groups/mass_index"
        }
    }

    /// The verbs by which it can be reached.
    var verbs: [HTTPRequest.Method] {
        switch self {
        case .fulfillment, .redemption, .refresh: [.post]
        case .orderUpdate: [.post, .put, .patch]
        case .inventoryUpdate, .inventoryBulk: [.patch]
        default: [.get]
        }
    }

    var api: API {
        switch self {
        case .purchases, .fulfillment, .catalogue, .entity: .runsignupTicketStore
        case .racePurchases, .participants, .user, .login, .redemption, .refresh: .runsignupRaceStore
        case .order, .orderUpdate: .tixstock
        case .inventory, .inventoryItem, .inventoryUpdate, .inventoryBulk, .ticketGroup, .ticketGroups:
            .ticketEvolution
        }
    }
}
