/// The kinds of credentials that the documents list for RunSignup's stores.
///
/// Secrets go into headers wherever there is a choice; a legacy key has none. Printing one shows its kind
/// and nothing else.
package enum RunSignupCredentials: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    /// `rsu_api_key` in the query, `X-RSU-API-SECRET` as a header.
    case key(String, secret: String)
    /// `api_key` and `api_secret`, both in the query.
    case legacyKey(String, secret: String)
    /// `checkin_api_key` in the query, `X-CHECKIN-API-SECRET` as a header. Ticket stores only.
    case checkInKey(String, secret: String)
    /// `sp_api_key` in the query, `X-RSU-API-SECRET` as a header. Race stores only.
    case superPartnerKey(String, secret: String)
    /// An access token of OAuth 2, as `Authorization: Bearer`. Race stores only.
    case bearer(String)

    var query: [QueryItem] {
        switch self {
        case .key(let key, _): [QueryItem("rsu_api_key", key)]
        case .legacyKey(let key, let secret): [QueryItem("api_key", key), QueryItem("api_secret", secret)]
        case .checkInKey(let key, _): [QueryItem("checkin_api_key", key)]
        case .superPartnerKey(let key, _): [QueryItem("sp_api_key", key)]
        case .bearer: []
        }
    }

    var headers: [HTTPHeader] {
        switch self {
        case .key(_, let secret), .superPartnerKey(_, let secret): [HTTPHeader("X-RSU-API-SECRET", secret)]
        case .legacyKey: []
        case .checkInKey(_, let secret): [HTTPHeader("X-CHECKIN-API-SECRET", secret)]
        case .bearer(let token): [HTTPHeader("Authorization", "Bearer \(token)")]
        }
    }

    var secrets: [String] {
        switch self {
        case .key(let key, let secret), .legacyKey(let key, let secret), .checkInKey(let key, let secret),
            .superPartnerKey(let key, let secret):
            [key, secret]
        case .bearer(let token): [token]
        }
    }

    package var description: String {
        switch self {
        case .key: "RunSignup key"
        case .legacyKey: "RunSignup legacy key"
        case .checkInKey: "RunSignup check-in key"
        case .superPartnerKey: "RunSignup super partner key"
        case .bearer: "RunSignup OAuth 2"
        }
    }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
