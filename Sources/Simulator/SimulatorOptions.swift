import FoundationEssentials

/// What is simulated, and how the server behaves where nobody knows how the real one does.
package struct SimulatorOptions: Sendable {
    /// 0 takes a free one.
    package var port: Int
    package var purchases: Int
    package var seed: UInt64
    package var ticketEventID: Int
    package var credentials: AcceptedCredentials
    package var behaviour: StoreBehaviour
    /// Seconds between purchases that come in while it runs; nil where none do.
    package var arrivesEvery: Int64?
    /// Purchases in a thousand that carry text which does not belong there.
    package var hostilePermille: Int
    /// Unix seconds.
    package var now: @Sendable () -> Int64

    package init(
        port: Int = 0, purchases: Int = 200, seed: UInt64 = 1, ticketEventID: Int = 7001,
        credentials: AcceptedCredentials = .demo, behaviour: StoreBehaviour = StoreBehaviour(),
        arrivesEvery: Int64? = nil, hostilePermille: Int = 4,
        now: @escaping @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970) }
    ) {
        self.port = port
        self.purchases = purchases
        self.seed = seed
        self.ticketEventID = ticketEventID
        self.credentials = credentials
        self.behaviour = behaviour
        self.arrivesEvery = arrivesEvery
        self.hostilePermille = hostilePermille
        self.now = now
    }
}

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
    /// `rsu_api_reg` and the header `X-RSU-API-REG-SECRET`: must fit where sent.
    package var registration: Pair?
    /// As from 2027 on: a call without a registration is refused.
    package var demandsRegistration: Bool

    package init(
        rsu: Pair?, legacy: Pair? = nil, checkin: Pair? = nil, registration: Pair? = nil,
        demandsRegistration: Bool = false
    ) {
        self.rsu = rsu
        self.legacy = legacy
        self.checkin = checkin
        self.registration = registration
        self.demandsRegistration = demandsRegistration
    }

    package static let demo = AcceptedCredentials(
        rsu: Pair(key: "demo-key", secret: "demo-secret"),
        legacy: Pair(key: "demo-legacy-key", secret: "demo-legacy-secret"),
        checkin: Pair(key: "demo-checkin-key", secret: "demo-checkin-secret"),
        registration: Pair(key: "12.demo", secret: "demo-registration-secret"))
}

/// The choices that the documents leave open. Defaults are what the documents' samples show.
package struct StoreBehaviour: Sendable {
    /// What `new_quantity_remaining` leaves out besides what was fulfilled.
    package enum Remaining: String, Sendable, CaseIterable {
        case nothing, cancelled, transferredOut, both
    }

    package var remaining: Remaining
    /// A fulfillment moves `last_modified_ts` of its purchase.
    package var movesLastModified: Bool
    /// More may be fulfilled than was bought.
    package var acceptsOvershipping: Bool
    /// More may be taken back than was fulfilled.
    package var acceptsNegativeNet: Bool
    /// Cleared purchases take up their places on a page before they are left out, so pages come out short.
    package var filtersAfterPaging: Bool

    package init(
        remaining: Remaining = .nothing, movesLastModified: Bool = false, acceptsOvershipping: Bool = true,
        acceptsNegativeNet: Bool = false, filtersAfterPaging: Bool = false
    ) {
        self.remaining = remaining
        self.movesLastModified = movesLastModified
        self.acceptsOvershipping = acceptsOvershipping
        self.acceptsNegativeNet = acceptsNegativeNet
        self.filtersAfterPaging = filtersAfterPaging
    }
}
