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

    var query: [QueryItem] {
        switch self {
        case .key(let key, _): [QueryItem("rsu_api_key", key)]
        case .legacyKey(let key, let secret): [QueryItem("api_key", key), QueryItem("api_secret", secret)]
        case .checkInKey(let key, _): [QueryItem("checkin_api_key", key)]
        }
    }

    var headers: [HTTPHeader] {
        switch self {
        case .key(_, let secret): [HTTPHeader("X-RSU-API-SECRET", secret)]
        case .legacyKey: []
        case .checkInKey(_, let secret): [HTTPHeader("X-CHECKIN-API-SECRET", secret)]
        }
    }

    var secrets: [String] {
        switch self {
        case .key(let key, let secret), .legacyKey(let key, let secret), .checkInKey(let key, let secret):
            [key, secret]
        }
    }

    package var description: String {
        switch self {
        case .key: "RunSignup key"
        case .legacyKey: "RunSignup legacy key"
        case .checkInKey: "RunSignup check-in key"
        }
    }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
