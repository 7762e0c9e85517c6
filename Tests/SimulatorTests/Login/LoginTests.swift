import Simulator
import Testing

/// RunSignup's OAuth 2 as far as it is known: codes once, proofs checked, tokens that open the race store.
@Suite struct LoginTests {
    private let simulator = Simulator(SimulatorOptions(purchases: 5, now: { 1_790_000_000 }))
    private var client: RouteClient {
        RouteClient(
            simulator: simulator, headers: ["Content-Type": "application/x-www-form-urlencoded"])
    }
    /// RFC 7636, appendix B.
    private static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    private static let page =
        "/Profile/OAuth2/RequestGrant?client_id=demo-desk&response_type=code"
        + "&redirect_uri=http%3A%2F%2Flocalhost%3A8400%2F&code_challenge_method=S256"
        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&state=s%26t"

    private func code() async throws -> String {
        let reply = try await client.call(Self.page)
        #expect(reply.status == 302)
        let location = try #require(reply.location)
        #expect(location.hasPrefix("http://localhost:8400/?code=") && location.hasSuffix("&state=s%26t"))
        return String(location.dropFirst("http://localhost:8400/?code=".count).prefix { $0 != "&" })
    }

    private func redeem(
        _ code: String, verifier: String = Self.verifier,
        redirect: String = "http%3A%2F%2Flocalhost%3A8400%2F",
        extra: String = ""
    ) async throws -> RouteClient.Reply {
        try await client.call(
            "/rest/v2/auth/auth-code-redemption.json",
            "grant_type=authorization_code&client_id=demo-desk&code=\(code)&redirect_uri=\(redirect)"
                + "&code_verifier=\(verifier)\(extra)")
    }

    private struct Tokens: Decodable {
        var access_token: String
        var refresh_token: String
        var expires_in: Int
    }

    private func opens(_ token: String) async throws -> Bool {
        let client = RouteClient(simulator: simulator, headers: ["Authorization": "Bearer \(token)"])
        let path = "/rest/v2/race-store/get-race-store-purchases.json?race_id=9001"
        return try await client.call(path).errorCode == nil
    }

    @Test func `a code becomes tokens once, and they open the race store for a month`() async throws {
        let code = try await code()
        let tokens: Tokens = try await redeem(code).json()
        #expect(tokens.expires_in == 2_592_000)
        #expect(try await opens(tokens.access_token))
        #expect(try await redeem(code).status == 400)
        simulator.clock.advance(seconds: 2_592_000)
        #expect(try await !opens(tokens.access_token))
        let path = "/rest/v2/auth/refresh-token.json"
        let form = "grant_type=refresh_token&client_id=demo-desk&refresh_token=\(tokens.refresh_token)"
        let fresh: Tokens = try await client.call(path, form).json()
        #expect(try await opens(fresh.access_token))
        #expect(try await client.call(path, form).status == 400)
    }

    @Test func `a proof, an address or a secret that does not fit is refused`() async throws {
        #expect(
            try await redeem(code(), verifier: String(repeating: "a", count: 43)).text.contains(
                "invalid_grant"))
        #expect(try await redeem(code(), redirect: "http%3A%2F%2Flocalhost%3A1%2F").status == 400)
        #expect(try await redeem(code(), extra: "&client_secret=no").status == 401)
        #expect(try await redeem(code(), extra: "&note=1").text.contains("invalid_request"))
        #expect(try await redeem(code(), extra: "&client_secret=demo-client-secret").status == 200)
    }

    @Test func `a code is too old after five minutes`() async throws {
        let code = try await code()
        simulator.clock.advance(seconds: 300)
        #expect(try await redeem(code).status == 400)
    }

    @Test(arguments: [
        ("S256", "plain"), ("demo-desk", "other"), ("localhost", "example.com"), ("=code&", "=token&"),
    ])
    func `the login page takes nothing less`(_ part: String, _ other: String) async throws {
        #expect([400, 401].contains(try await client.call(Self.page.replacing(part, with: other)).status))
    }

    @Test func `a form may be multipart, and nothing of it is remembered`() async throws {
        let code = try await code()
        var client = client
        client.headers["Content-Type"] = "multipart/form-data; boundary=parcel"
        let fields = [
            "grant_type": "authorization_code", "client_id": "demo-desk", "code": code,
            "redirect_uri": "http://localhost:8400/", "code_verifier": Self.verifier,
        ]
        let parts = fields.map { name, value in
            "--parcel\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        let path = "/rest/v2/auth/auth-code-redemption.json"
        #expect(try await client.call(path, parts.joined() + "--parcel--\r\n").status == 200)
        #expect(simulator.recorder.requests(to: .redemption).map(\.body) == ["…"])
    }
}
