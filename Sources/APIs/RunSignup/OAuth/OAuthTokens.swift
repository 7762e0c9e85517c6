/// What a login brings. A refresh token is good for twenty years: whoever keeps it, keeps it 0600.
package struct OAuthTokens: Sendable, Hashable, Codable, CustomStringConvertible, CustomReflectable {
    package var access: String
    /// Nil where the server gave none: then the person logs in again once the access token has run out.
    package var refresh: String?
    /// Unix seconds, by the server's clock where it told the time; nil where it did not say.
    package var expiresAt: Int64?

    package init(access: String, refresh: String? = nil, expiresAt: Int64? = nil) {
        self.access = access
        self.refresh = refresh
        self.expiresAt = expiresAt
    }

    package var credentials: RunSignupCredentials { .bearer(access) }

    /// It has run out, or will within `margin` seconds.
    package func needsRefresh(at now: Int64, margin: Int64 = 86_400) -> Bool {
        expiresAt.map { $0 - margin <= now } ?? false
    }

    package var description: String { "OAuth 2 tokens" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// The answer of both token calls.
struct OAuthTokensWire: WireAnswer {
    /// `expiresAt` is still a length of time: the answer's body does not know when it was sent.
    let meaning: OAuthTokens

    /// A code is spent and a token is out.
    var tellsOfAnEffect: Bool { true }

    private enum Keys: String, CodingKey {
        case access = "access_token"
        case refresh = "refresh_token"
        case lifetime = "expires_in"
        case type = "token_type"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Keys.self)
        let access = try fields.decode(String.self, forKey: .access)
        guard !access.isEmpty else { throw fields.fault(.access, "is empty") }
        let type = try fields.decodeIfPresent(String.self, forKey: .type)
        guard type.map({ $0.lowercased() == "bearer" }) ?? true else {
            throw fields.fault(.type, "is not Bearer")
        }
        let refresh = try fields.decodeIfPresent(String.self, forKey: .refresh)
        meaning = OAuthTokens(
            access: access, refresh: refresh.flatMap { $0.isEmpty ? nil : $0 },
            expiresAt: try fields.numberIfPresent(.lifetime, in: 0...Int64(Int32.max)))
    }
}
