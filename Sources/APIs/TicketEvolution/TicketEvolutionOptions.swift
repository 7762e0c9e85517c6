/// What is not known for certain about Ticket Evolution, and so is a setting.
package struct TicketEvolutionOptions: Sendable, Hashable {
    /// The document's table spells `Eticket` and `Full`, its example `ETICKET` and `FULL`.
    package enum Spelling: String, Sendable, Hashable, CaseIterable {
        case table, capitals
    }

    /// Which call tells how a listing is.
    package enum Details: String, Sendable, Hashable, CaseIterable {
        /// `GET /v9/ticket_groups/:id?ticket_list=true`, where the credentials may.
        case ticketGroup
        /// `GET /v9/inventory/:id`, of which no page was found.
        case inventory
    }

    package var spelling = Spelling.table
    /// Amounts go out as text, as in the document's example, instead of as numbers.
    package var amountsAsText = false
    /// Attributes stand below `ticket`, as one seller sends them, instead of straight below `inventory`.
    package var nestsInTicket = false
    package var details = Details.ticketGroup
    /// On these nothing was done because we were too fast. An old client's table counts 503 among them.
    package var throttledStatuses: Set<Int> = [429]

    package init() {}
}

extension CallBudget {
    /// Five calls a second were seen to be safe; thirty at once were not.
    ///
    /// All stores at one address count together, each against its own figure.
    package static func ticketEvolution(
        perSecond limit: Int = 5, at baseURL: String, _ http: HTTPDoor
    ) -> CallBudget {
        CallBudget(limit: limit, seconds: 1, at: baseURL, tallies: http.tallies)
    }
}
