/// shipdesk as RunSignup's OAuth 2 knows it, and where its pages are.
///
/// The pages are settings, because RunSignup's own description names a host that does not answer.
package struct OAuthApplication: Sendable, Hashable {
    package var clientID: String
    /// Nil for a public client, which proves itself by its ``ProofKey`` alone.
    package var clientSecret: String?
    /// As registered, to the letter.
    package var redirectURI: String
    /// Reading is all that the race store needs.
    package var scopes = ["rsu_api_read"]
    /// Where a person consents, in a browser.
    package var loginPage = "https://runsignup.com/Profile/OAuth2/RequestGrant"
    /// Below the base URL.
    package var redemptionPath = "/v2/auth/auth-code-redemption.json"
    /// Below the base URL.
    package var refreshPath = "/v2/auth/refresh-token.json"
    /// The description says one, the vendor's own app does the other.
    package var form = FormEncoding.urlencoded
    /// The vendor's own app names the method again when it redeems a code.
    package var repeatsChallengeMethod = false

    package init(clientID: String, clientSecret: String? = nil, redirectURI: String) {
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.redirectURI = redirectURI
    }

    /// The address to open in a browser.
    ///
    /// - Parameter state: something that nobody can guess; comes back with the code.
    package func loginURL(_ key: ProofKey, state: String) -> String {
        let query = [
            QueryItem("response_type", "code"), QueryItem("client_id", clientID),
            QueryItem("redirect_uri", redirectURI), QueryItem("scope", scopes.joined(separator: " ")),
            QueryItem("state", state), QueryItem("code_challenge", key.challenge),
            QueryItem("code_challenge_method", "S256"),
        ]
        return loginPage + "?" + query.map(\.encoded).joined(separator: "&")
    }
}

extension OAuthApplication: CustomStringConvertible, CustomReflectable {
    package var description: String { "OAuth 2 client \(clientID)" }
    package var customMirror: Mirror { Mirror(self, children: ["clientID": clientID]) }
}
