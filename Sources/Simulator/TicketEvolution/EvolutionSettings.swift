/// How the simulated Ticket Evolution behaves where nobody knows how the real one does.
package struct EvolutionSettings: Sendable {
    /// Only invented ones: they open nothing real.
    package var token: String
    package var secret: String
    package var officeID: Int
    /// In any second by the server's clock.
    package var callsPerSecond: Int
    /// The credentials may read ticket groups.
    package var showsTicketGroups: Bool
    /// There is a `GET /v9/inventory/:id`.
    package var showsInventory: Bool
    /// Attributes stand below `ticket`.
    package var nestsInTicket: Bool

    package init(
        token: String = "demo-evolution-token", secret: String = "demo-evolution-secret",
        officeID: Int = 1234, callsPerSecond: Int = 30, showsTicketGroups: Bool = true,
        showsInventory: Bool = false, nestsInTicket: Bool = false
    ) {
        self.token = token
        self.secret = secret
        self.officeID = officeID
        self.callsPerSecond = callsPerSecond
        self.showsTicketGroups = showsTicketGroups
        self.showsInventory = showsInventory
        self.nestsInTicket = nestsInTicket
    }
}
