/// The pairs that the server lets in. Only invented ones: nothing here opens a real store.
package struct AcceptedCredentials: Sendable {
    /// A name and what proves it.
    package struct Pair: Sendable, Hashable {
        package var key: String
        package var secret: String
        package init(key: String, secret: String) {
            self.key = key
            self.secret = secret
        }
    }

    /// `rsu_api_key` and the header `X-RSU-API-SECRET`.
    package var rsu: Pair?
    /// `api_key` and `api_secret`, both in the query.
    package var legacy: Pair?
    /// `checkin_api_key` and the header `X-CHECKIN-API-SECRET`.
    package var checkin: Pair?
    /// The race store's own `rsu_api_key`: a key belongs to one race or one ticket event.
    package var race: Pair?
    /// `sp_api_key` and the header `X-RSU-API-SECRET`. Race store only.
    package var superPartner: Pair?
    /// An access token that never runs out, beside those that a login brings. Race store only.
    package var bearer: String?
    /// Who may log in; its secret must fit where sent.
    package var client: Pair?
    /// `rsu_api_reg` and the header `X-RSU-API-REG-SECRET`: must fit where sent.
    package var registration: Pair?
    /// As from 2027 on: a call without a registration is refused.
    package var demandsRegistration: Bool

    package init(
        rsu: Pair?, legacy: Pair? = nil, checkin: Pair? = nil, race: Pair? = nil,
        superPartner: Pair? = nil, bearer: String? = nil, client: Pair? = nil, registration: Pair? = nil,
        demandsRegistration: Bool = false
    ) {
        self.rsu = rsu
        self.legacy = legacy
        self.checkin = checkin
        self.race = race
        self.superPartner = superPartner
        self.bearer = bearer
        self.client = client
        self.registration = registration
        self.demandsRegistration = demandsRegistration
    }

    package static let demo = AcceptedCredentials(
        rsu: Pair(key: "demo-key", secret: "demo-secret"),
        legacy: Pair(key: "demo-legacy-key", secret: "demo-legacy-secret"),
        checkin: Pair(key: "demo-checkin-key", secret: "demo-checkin-secret"),
        race: Pair(key: "demo-race-key", secret: "demo-race-secret"),
        superPartner: Pair(key: "demo-partner-key", secret: "demo-partner-secret"),
        bearer: "demo-access-token", client: Pair(key: "demo-desk", secret: "demo-client-secret"),
        registration: Pair(key: "12.demo", secret: "demo-registration-secret"))
}
