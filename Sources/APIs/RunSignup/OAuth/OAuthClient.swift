import FoundationEssentials

/// The two token calls of RunSignup's OAuth 2. What happens in the browser, and where tokens are kept, is
/// not its business.
///
/// A failure is `named` where the server says why (a code that was used before), `refused` where it does not
/// know the client.
package struct OAuthClient: Sendable {
    private let baseURL: String
    private let application: OAuthApplication
    private let registration: CallerRegistration?
    private let now: @Sendable () -> Int64
    private let http: HTTPDoor
    private let gate: CallGate
    private let lane: DecodingLane

    /// - Parameters:
    ///   - baseURL: what stands before `/v2/…`.
    ///   - now: Unix seconds, for servers that do not tell the time.
    package init(
        baseURL: String, application: OAuthApplication, registration: CallerRegistration?,
        now: @escaping @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970) }, http: HTTPDoor,
        gate: CallGate = .runSignup, lane: DecodingLane = .shared
    ) {
        self.baseURL = baseURL
        self.application = application
        self.registration = registration
        self.now = now
        self.http = http
        self.gate = gate
        self.lane = lane
    }

    /// Of who asks: never to be shown.
    package var secrets: [String] {
        [application.clientSecret].compactMap(\.self) + (registration?.secrets ?? [])
    }

    /// Turns the code of a login into tokens. A code is good once: an answer that is lost means a new login.
    package func redeem(code: String, _ key: ProofKey) async -> Answer<OAuthTokens> {
        let method = application.repeatsChallengeMethod ? [("code_challenge_method", "S256")] : []
        let fields = [
            ("code", code), ("redirect_uri", application.redirectURI), ("code_verifier", key.verifier),
        ]
        return await tokens(
            application.redemptionPath, "authorization_code", fields + method, hiding: [code, key.verifier])
    }

    /// New tokens for old ones. Where the server sends no new refresh token, the old one stays good.
    package func refresh(_ tokens: OAuthTokens) async -> Answer<OAuthTokens> {
        guard let refresh = tokens.refresh else {
            return .failed(.refused(words: "This login cannot be renewed: log in again."))
        }
        var answer = await self.tokens(
            application.refreshPath, "refresh_token", [("refresh_token", refresh)],
            hiding: [refresh, tokens.access])
        answer.result = answer.result.map { fresh in
            var kept = fresh
            kept.refresh = fresh.refresh ?? refresh
            return kept
        }
        return answer
    }

    private func tokens(
        _ path: String, _ grant: String, _ fields: [(String, String)], hiding texts: [String]
    ) async -> Answer<OAuthTokens> {
        let secret = application.clientSecret.map { [("client_secret", $0)] } ?? []
        let client = [("grant_type", grant), ("client_id", application.clientID)] + secret
        let caller = Caller<RunSignupError>(
            http: http, gate: gate, lane: lane,
            budget: CallBudget(pausesAt: baseURL, tallies: http.tallies), secrets: secrets + texts)
        var answer = await caller.answer(call(path, client + fields), as: OAuthTokensWire.self)
        let moment = answer.serverTime?.unixSeconds ?? now()
        answer.result = answer.result.map { fresh in
            var dated = fresh
            dated.expiresAt = fresh.expiresAt.map { moment + $0 }
            return dated
        }
        return answer
    }

    private func call(_ path: String, _ fields: [(String, String)]) -> HTTPCall {
        var call = HTTPCall(
            .post, baseURL: baseURL, path: path, query: registration?.query ?? [],
            headers: registration?.headers ?? [])
        let form = application.form.encode(fields.map { ($0.0, Data($0.1.utf8)) })
        call.headers.append(form.header)
        call.body = form.body
        return call
    }
}
