import APIs

/// What a person's login at a store left behind.
package struct Login: Sendable, Hashable, Codable {
    /// Who logged in, to RunSignup: tokens of another client are of no use.
    package var clientID: String
    package var tokens: OAuthTokens
    /// Unix seconds.
    package var obtainedAt: Int64
    /// Unix seconds; nil as long as nothing had to be renewed.
    package var renewedAt: Int64?
    /// In words, why it is not renewed any more.
    package var endedWhy: String?

    package init(clientID: String, tokens: OAuthTokens, obtainedAt: Int64) {
        self.clientID = clientID
        self.tokens = tokens
        self.obtainedAt = obtainedAt
    }

    /// - Parameter now: Unix seconds.
    package func holds(at now: Int64) -> Bool { tokens.expiresAt.map { $0 > now } ?? true }

    /// A day before its end; sooner where its whole life is short.
    func needsRenewal(at now: Int64) -> Bool {
        guard endedWhy == nil, let end = tokens.expiresAt else { return false }
        return tokens.needsRefresh(at: now, margin: min(86_400, max(0, end - obtainedAt) / 8))
    }

    /// What was renewed a moment ago is not refused for its age.
    func wasJustRenewed(at now: Int64) -> Bool { renewedAt.map { abs(now - $0) < 600 } ?? false }

    /// - Parameter at: Unix seconds.
    func renewed(_ tokens: OAuthTokens, at now: Int64) -> Login {
        var login = Login(clientID: clientID, tokens: tokens, obtainedAt: now)
        login.renewedAt = now
        return login
    }
}
