import APIs
import Model
import Settings

// An office's inventory, asked as the configuration says.

extension TicketEvolutionClient {
    init?(_ resolved: ResolvedCredentials, _ configuration: StoreConfiguration, http: HTTPDoor) {
        guard resolved.kind == .signingSecret, let token = resolved.identifier?.reveal(),
            let secret = resolved.secret?.reveal()
        else { return nil }
        self.init(
            baseURL: configuration.identity.baseURL, officeID: configuration.identity.place,
            credentials: TicketEvolutionCredentials(token: token, secret: secret),
            options: TicketEvolutionOptions(configuration.listingCalls), http: http,
            budget: .ticketEvolution(
                perSecond: configuration.listingCalls.callsPerSecond, at: configuration.identity.baseURL, http
            ))
    }
}

extension TicketEvolutionOptions {
    init(_ calls: ListingCalls) {
        self.init()
        spelling =
            switch calls.spelling {
            case .table: .table
            case .capitals: .capitals
            }
        details =
            switch calls.details {
            case .ticketGroups: .ticketGroup
            case .inventory: .inventory
            }
        amountsAsText = calls.amountsAsText
        nestsInTicket = calls.nestsInTicket
        throttledStatuses = calls.throttledStatuses
    }
}
