import APIs
import FoundationEssentials
import Testing

@Suite struct OAuthTests {
    /// RFC 7636, appendix B.
    private static let bytes: [UInt8] = [
        116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214,
        191, 240, 91, 88, 5, 88, 83, 132, 141, 121,
    ]
    private static let key = ProofKey(bytes: bytes)

    @Test func theProofKeyIsThatOfTheStandard() {
        #expect(Self.key.verifier == "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        #expect(Self.key.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
        #expect(ProofKey(verifier: Self.key.verifier) == Self.key)
        #expect(ProofKey(verifier: "short") == nil)
        #expect(ProofKey(verifier: String(repeating: "ä", count: 50)) == nil)
    }

    @Test func everyLoginHasAKeyOfItsOwn() {
        let keys = (1...50).map { _ in ProofKey() }
        #expect(Set(keys).count == 50)
        #expect(keys.allSatisfy { $0.verifier.count == 43 })
    }

    @Test func theLoginPageIsAskedWithS256() {
        #expect(
            Self.application().loginURL(Self.key, state: "s 1")
                == "https://runsignup.com/Profile/OAuth2/RequestGrant?response_type=code&client_id=desk"
                + "&redirect_uri=http%3A%2F%2Flocalhost%3A8400%2F&scope=rsu_api_read&state=s%201"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256")
    }

    @Test(
        arguments: [
            ("http://localhost:8400/?code=abc%2B1&state=st", .code("abc+1")),
            ("/?state=st&code=x", .code("x")),
            (" abc.DEF-1 \n", .code("abc.DEF-1")), ("/?code=x&state=other", .foreign), ("/?code=x", .foreign),
            ("/?error=access_denied&state=st", .refused(words: "access_denied")),
            ("/?error=a&error_description=Not+today&state=st", .refused(words: "Not today")),
            ("", .nothing), ("/?code=&state=st", .nothing), ("http://localhost/", .nothing),
            ("/?code=%zz&state=st", .nothing),
        ] as [(String, OAuthReturn)])
    func whatComesBackFromTheBrowserIsToldApart(text: String, meaning: OAuthReturn) {
        #expect(OAuthReturn(text, state: "st") == meaning)
    }

    @Test func aCodeIsRedeemedInAForm() async throws {
        let door = ScriptedDoor(
            headers: [HTTPHeader("Date", "Sun, 06 Nov 1994 08:49:37 GMT")],
            body:
                #"{"token_type": "Bearer", "expires_in": 2592000, "access_token": "a1", "refresh_token": "r1"}"#
        )
        let tokens = try await client(door).redeem(code: "c d", Self.key).result.get()
        #expect(tokens == OAuthTokens(access: "a1", refresh: "r1", expiresAt: 784_111_777 + 2_592_000))
        let call = try #require(door.calls.first)
        #expect(call.verb == .post)
        #expect(call.url == "http://127.0.0.1:1/rest/v2/auth/auth-code-redemption.json")
        #expect(call.headers == [HTTPHeader("Content-Type", "application/x-www-form-urlencoded")])
        #expect(
            text(call) == "grant_type=authorization_code&client_id=desk&code=c%20d"
                + "&redirect_uri=http%3A%2F%2Flocalhost%3A8400%2F"
                + "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    }

    @Test func theFormAndItsFieldsAreSettings() async throws {
        var application = Self.application(secret: "hush")
        application.form = .multipart
        application.repeatsChallengeMethod = true
        let door = ScriptedDoor(body: #"{"access_token": "a1"}"#)
        _ = await client(door, application).redeem(code: "c", Self.key)
        let call = try #require(door.calls.first)
        #expect(call.headers.first?.value.hasPrefix("multipart/form-data; boundary=") == true)
        for name in ["client_secret", "code_challenge_method", "code_verifier"] {
            #expect(text(call).contains("name=\"\(name)\""))
        }
    }

    @Test func aRefreshKeepsTheOldTokenWhereNoNewOneComes() async throws {
        let old = OAuthTokens(access: "a1", refresh: "r1", expiresAt: 100)
        let kept = ScriptedDoor(body: #"{"access_token": "a2", "expires_in": "60"}"#)
        let tokens = try await client(kept).refresh(old).result.get()
        #expect(tokens == OAuthTokens(access: "a2", refresh: "r1", expiresAt: 5_060))
        #expect(
            text(try #require(kept.calls.first)) == "grant_type=refresh_token&client_id=desk&refresh_token=r1"
        )
        let renewed = ScriptedDoor(body: #"{"access_token": "a2", "refresh_token": "r2"}"#)
        #expect(
            try await client(renewed).refresh(old).result.get() == OAuthTokens(access: "a2", refresh: "r2"))
        let never = ScriptedDoor(body: "{}")
        guard case .refused = await client(never).refresh(OAuthTokens(access: "a1")).failure else {
            Issue.record("a login without a refresh token was renewed")
            return
        }
        #expect(never.calls.isEmpty)
    }

    @Test func errorsOfTheTokenCallsAreToldWithoutSecrets() async {
        let spent = ScriptedDoor(
            status: 400, body: #"{"error": "invalid_grant", "error_description": "Code code-1 was used"}"#)
        #expect(
            await client(spent).redeem(code: "code-1", Self.key).failure
                == .named(words: "Code … was used", code: nil))
        let unknown = ScriptedDoor(status: 401, body: #"{"error": "invalid_client", "message": "hush?"}"#)
        #expect(
            await client(unknown, Self.application(secret: "hush")).redeem(code: "c", Self.key).failure
                == .refused(words: "…?"))
        for body in ["{}", #"{"access_token": ""}"#, #"{"access_token": "a", "token_type": "mac"}"#] {
            guard case .lost = await client(ScriptedDoor(body: body)).redeem(code: "c", Self.key).failure
            else {
                Issue.record("\(body) was taken for tokens")
                continue
            }
        }
    }

    @Test func tokensSayWhenTheyRunOutAndShowNothingOfThemselves() {
        let tokens = OAuthTokens(access: "hidden-1", refresh: "hidden-2", expiresAt: 100_000)
        #expect(tokens.needsRefresh(at: 13_600))
        #expect(!tokens.needsRefresh(at: 13_599))
        #expect(!OAuthTokens(access: "a").needsRefresh(at: 13_600))
        var dumped = ""
        dump(
            (
                tokens, ProofKey(verifier: String(repeating: "hidden", count: 9)),
                Self.application(secret: "hidden")
            ), to: &dumped)
        #expect(!"\(tokens) \(Self.application(secret: "hidden")) \(dumped)".contains("hidden"))
        #expect(tokens.credentials == .bearer("hidden-1"))
    }

    private static func application(secret: String? = nil) -> OAuthApplication {
        OAuthApplication(clientID: "desk", clientSecret: secret, redirectURI: "http://localhost:8400/")
    }

    private func client(_ door: ScriptedDoor, _ application: OAuthApplication? = nil) -> OAuthClient {
        OAuthClient(
            baseURL: "http://127.0.0.1:1/rest", application: application ?? Self.application(),
            registration: nil, now: { 5_000 }, http: door.door, gate: CallGate(limit: 2), lane: .inline)
    }

    private func text(_ call: HTTPCall) -> String { String(decoding: call.body ?? Data(), as: UTF8.self) }
}
