/// How the simulated Tixstock behaves where nobody knows how the real one does.
package struct TixstockSettings: Sendable {
    /// Only an invented one: it opens nothing real.
    package var token: String
    /// The one verb that updates an order: `POST`, `PUT` or `PATCH`.
    package var updateVerb: String
    /// `Sandbox` or `Production`: what every answer calls itself.
    package var mode: String
    /// In any minute by the server's clock.
    package var callsPerMinute: Int
    /// Errors come with status 200, as the vendor says it likes to.
    package var errsWith200: Bool

    package init(
        token: String = "demo-tixstock-token", updateVerb: String = "POST", mode: String = "Sandbox",
        callsPerMinute: Int = 300, errsWith200: Bool = false
    ) {
        self.token = token
        self.updateVerb = updateVerb
        self.mode = mode
        self.callsPerMinute = callsPerMinute
        self.errsWith200 = errsWith200
    }
}
