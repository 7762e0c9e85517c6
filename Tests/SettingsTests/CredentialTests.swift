import Dispatch
import Testing

@testable import Settings

@Suite struct CredentialTests {
    private let folder: Folder
    init() throws { folder = try Folder() }

    private func text(_ api: String, _ credentials: String) -> String {
        let id =
            [
                "runsignup-ticket-store": "ticket_event_id: 1", "runsignup-race-store": "race_id: 1",
                "ticket-evolution": "office_id: 1",
            ][api] ?? "name: a"
        let name = id == "name: a" ? "" : "name: a, "
        return
            "stores:\n  - { \(name)\(id), api: \(api), base_url: 'https://example.com',\n"
            + "      credentials: { \(credentials) } }\n"
    }

    @Test(arguments: [
        ("runsignup-ticket-store", "rsu_api_key: a, rsu_api_secret: b", CredentialKind.entityKey),
        ("runsignup-ticket-store", "api_key: a, api_secret: b", .accountKey),
        ("runsignup-ticket-store", "checkin_api_key: a, checkin_api_secret: b", .checkinKey),
        ("runsignup-race-store", "sp_api_key: a, sp_api_secret: b", .superPartnerKey),
        ("runsignup-race-store", "bearer_token: b", .bearerToken),
        ("tixstock", "bearer_token: b", .bearerToken),
        ("ticket-evolution", "token: a, secret: b", .signingSecret),
    ])
    func everyKindReadsWhereItsAPITakesIt(api: String, keys: String, kind: CredentialKind) throws {
        let source = try #require(try folder.load(text(api, keys)).stores[0].credentials)
        #expect(source.kind == kind)
        let resolved = try source.resolve(environment: [:])
        #expect(resolved.secret?.reveal() == "b")
        #expect(resolved.identifier?.reveal() == (kind == .bearerToken ? nil : "a"))
    }

    @Test func aLoginNeedsItsClientAloneAndTheRestIsOpen() throws {
        let short = try #require(
            try folder.load(text("runsignup-race-store", "client_id: desk")).stores[0].credentials)
        #expect(short.kind == .login && short.secret == nil && short.login == LoginPlaces())
        let long = try #require(
            try folder.load(
                text(
                    "runsignup-race-store",
                    "client_id: desk, client_secret: { env: S }, redirect_uri: 'http://localhost:8400/', "
                        + "login_page: 'https://Example.com/Grant', rsu_api_reg: a, rsu_api_reg_secret: b"
                )
            ).stores[0].credentials)
        let resolved = try long.resolve(environment: ["S": "hush"])
        #expect(resolved.identifier?.reveal() == "desk" && resolved.secret?.reveal() == "hush")
        #expect(resolved.login.redirectURI == "http://localhost:8400/")
        #expect(resolved.login.page == "https://example.com/Grant")
        #expect(resolved.registration != nil)
    }

    @Test(arguments: [
        ("runsignup-ticket-store", "client_id: b", "cannot use `client_id`"),
        ("runsignup-race-store", "client_secret: b", "`client_id` is missing: `client_secret` needs it"),
        ("runsignup-race-store", "redirect_uri: 'http://a/'", "`client_id` is missing: `redirect_uri` needs"),
        ("runsignup-race-store", "client_id: a, bearer_token: b", "`bearer_token` and `client_id` are diff"),
        ("runsignup-race-store", "client_id: a, redirect_uri: here", "`redirect_uri` must be an address"),
        ("runsignup-race-store", "client_id: a, redirect_uri: 'http://a/?b'", "`redirect_uri` must be"),
        ("runsignup-race-store", "client_id: a, login_page: 'http://a.com/'", "`login_page` must start with"),
        ("runsignup-ticket-store", "bearer_token: b", "cannot use `bearer_token`; it takes `rsu_api_key`"),
        ("runsignup-ticket-store", "sp_api_key: a, sp_api_secret: b", "cannot use `sp_api_key`"),
        ("runsignup-race-store", "checkin_api_key: a, checkin_api_secret: b", "cannot use `checkin_api_key`"),
        ("tixstock", "token: a, secret: b", "cannot use `token`; it takes `bearer_token`"),
        ("tixstock", "bearer_token: b, rsu_api_reg: a, rsu_api_reg_secret: b", "cannot use `rsu_api_reg`"),
        ("runsignup-ticket-store", "rsu_api_key: a", "`rsu_api_secret` is missing: `rsu_api_key` needs it"),
        ("runsignup-ticket-store", "api_secret: a", "`api_key` is missing: `api_secret` needs it"),
        (
            "runsignup-ticket-store", "rsu_api_key: a, rsu_api_secret: b, api_key: a, api_secret: b",
            "different kinds"
        ),
        (
            "runsignup-ticket-store", "rsu_api_reg: a, rsu_api_reg_secret: b",
            "`credentials` needs `rsu_api_key` + "
        ),
        (
            "runsignup-ticket-store", "rsu_api_key: a, rsu_api_secret: b, rsu_api_reg: a",
            "`rsu_api_reg_secret` is missing"
        ),
        ("tixstock", "", "`credentials` needs `bearer_token`."),
        ("tixstock", "bearer_token: { env: A, file: b }", "exactly one of `env`, `file`, `command`"),
        ("tixstock", "bearer_token: {}", "exactly one of"),
        ("tixstock", "bearer_token: { command: pass }", "must be a list such as [pass, show, rsu]"),
        ("tixstock", "bearer_token: { command: [] }", "must be a list such as"),
        ("tixstock", "bearer_token: { envv: A }", "has no key `envv`. Did you mean `env`?"),
    ])
    func wrongCredentialsSayWhatToDo(api: String, keys: String, words: String) throws {
        let complaints = try folder.complaints(text(api, keys))
        #expect(complaints.contains { $0.contains(words) }, "\(complaints)")
        #expect(complaints.allSatisfy { $0.hasPrefix("3: ") }, "\(complaints)")
    }

    @Test func aPlainSecretNeedsAPrivateFile() throws {
        let plain = text("tixstock", "bearer_token: hush")
        #expect(try folder.complaints(plain, mode: 0o600) == [])
        #expect(try folder.complaints(plain, mode: 0o400) == [])
        for mode: UInt32 in [0o644, 0o640, 0o604] {
            let complaints = try folder.complaints(plain, mode: mode)
            #expect(complaints.count == 1)
            #expect(complaints.first?.contains("chmod 600 \(folder.path)/config.yaml") == true)
            #expect(complaints.first?.contains("hush") == false)
        }
    }

    @Test func aSecretFromElsewhereMayStandInAFileThatOthersRead() throws {
        let text = text("ticket-evolution", "token: a, secret: { env: TEVO }")
        #expect(try folder.complaints(text, mode: 0o644) == [])
    }
}

@Suite struct SecretTests {
    private let folder: Folder
    init() throws { folder = try Folder() }

    private func source(_ origin: SecretSource.Origin) -> SecretSource {
        SecretSource(origin, store: "gala", key: "rsu_api_secret", file: "c.yaml", line: 7)
    }

    private static let environment = ["PATH": "/usr/bin:/bin", "RSU": "from-env", "EMPTY": ""]

    /// Fetches on a thread of its own, because a command is waited for.
    private func fetch(
        _ origin: SecretSource.Origin, limit: Duration = .seconds(20)
    ) async -> Result<Secret, ConfigError> {
        let source = source(origin)
        return await withCheckedContinuation { done in
            DispatchQueue(label: "secret").async {
                done.resume(
                    returning: Result { () throws(ConfigError) in
                        try source.resolve(environment: Self.environment, limit: limit)
                    })
            }
        }
    }

    private func complaint(_ origin: SecretSource.Origin, limit: Duration = .seconds(20)) async -> String? {
        guard case .failure(let error) = await fetch(origin, limit: limit) else { return nil }
        return error.description
    }

    @Test func aSecretNeverPrints() {
        let secret = Secret("hush")
        var dumped = ""
        dump([secret], to: &dumped)
        let all =
            "\(secret) \(String(reflecting: secret)) \([secret]) \(dumped)"
            + "\(SecretSource.Origin.plain(secret))"
        #expect(!all.contains("hush"))
        #expect("\(secret)" == "<secret>")
    }

    @Test func aSecretComesFromAVariableAFileOrACommand() async throws {
        let file = try folder.write("from-file\n", to: "secret")
        #expect(try await fetch(.environment("RSU")).get().reveal() == "from-env")
        #expect(try await fetch(.file(file)).get().reveal() == "from-file")
        let command = ["sh", "-c", "echo noise >&2; printf '%s\\r\\n' \"$RSU\""]
        #expect(try await fetch(.command(command)).get().reveal() == "from-env")
    }

    @Test func whatCannotBeFetchedNamesStoreKeyAndLine() async throws {
        let start = "c.yaml:7: Store gala, `rsu_api_secret`: "
        #expect(
            await complaint(.environment("NOPE"))
                == start + "the environment variable NOPE is not set; export it before starting shipdesk.")
        #expect(await complaint(.environment("EMPTY")) == start + "it is empty; it must hold the secret.")
        #expect(await complaint(.file("/nowhere"))?.hasPrefix(start + "/nowhere cannot be read") == true)
        let two = try folder.write("hush\nhush\n", to: "two")
        #expect(await complaint(.file(two))?.hasPrefix(start + "it holds a line break") == true)
    }

    @Test func aFailingCommandSaysItsStatusAndNothingThatItWrote() async {
        let words = await complaint(.command(["sh", "-c", "echo hush; echo hush >&2; exit 3"]))
        #expect(words?.contains("the command sh ended with status 3") == true)
        #expect(words?.contains("hush") == false)
        #expect(
            await complaint(.command(["shipdesk-no-such-program"]))?.contains("cannot be started") == true)
        #expect(
            await complaint(.command(["sh", "-c", "kill -9 $$"]))?.contains("killed by a signal") == true)
        #expect(await complaint(.command(["sh", "-c", "yes"]))?.contains("far more than a secret") == true)
    }

    @Test func aCommandThatHangsIsEndedWithAllThatItStarted() async {
        let hanging = await complaint(
            .command(["sh", "-c", "sleep 600 & sleep 600"]), limit: .milliseconds(50))
        #expect(hanging?.contains("gave nothing within 50ms") == true)
        let silent = await complaint(.command(["sh", "-c", "exec >&-; sleep 600"]), limit: .milliseconds(50))
        #expect(silent?.contains("gave nothing within 50ms") == true)
    }

    @Test func aCommandStartsWithNoSignalBlocked() async throws {
        let mask = ["sh", "-c", "grep SigBlk /proc/self/status | tr -d '\\t'"]
        let line = try await fetch(.command(mask)).get().reveal()
        #expect(line == "SigBlk:0000000000000000")
    }
}
