import FoundationEssentials
import Glibc
import Model
import Simulator
import TestKit
import Testing

/// Every kind of credentials, from everywhere that they may come from, stands nowhere but there: not in what
/// is said, not in a command line, not in the data directory with its audit.
@Suite(.serialized, .timeLimit(.minutes(5))) struct EveryCredentialTests {
    @Test(arguments: Kind.allCases, Origin.allCases)
    func noneIsToldToAnybody(kind: Kind, origin: Origin) async throws {
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            simulator.store.put(Made.purchase(2001, 2))
            simulator.race.put(Made.racePurchase(2001))
            let box = try origin.box(kind, baseURL)
            var said = ""
            if kind == .login {
                let login = try await box.logIn()
                #expect(login.has(0), "\(login)")
                // The address that is shown holds no more than the browser may know.
                said += login.output + login.errors
            }
            for command in [["sync"], ["ship", "2001:1=1", "--hand-over"], ["undo", "2001"], ["doctor"]] {
                let outcome = try await box.run(command)
                #expect(outcome.has(0), "\(command): \(outcome)")
                said += outcome.output + outcome.errors
            }
            said += try await refused(box, simulator, kind)
            for secret in kind.secrets {
                #expect(!said.contains(secret), "\(kind) from \(origin): \(said)")
                #expect(try Self.files(in: box.data, holding: secret) == [])
            }
        }
    }

    /// What an agent says of a refusal, and what anybody can see of it meanwhile.
    private func refused(_ box: Box, _ simulator: Simulator, _ kind: Kind) async throws -> String {
        simulator.faults.add(.storeError(code: 6, status: 200), on: kind.endpoint, .always)
        if kind == .login { simulator.clock.advance(seconds: 3_000_000) }
        let agent = try box.start(["agent"])
        try await eventually("the refusal is told") { agent.errors.contains("a pass broke off") }
        for pid in [agent.pid] + ProcessTable.children(of: agent.pid) {
            let line = ProcessTable.commandLine(of: pid).joined(separator: " ")
            for secret in kind.secrets { #expect(!line.contains(secret)) }
        }
        let show = try await box.run("list", "--json")
        let sync = try await box.run("doctor")
        #expect(sync.has(77), "\(sync)")
        agent.send(signal: SIGTERM)
        _ = await agent.wait()
        return agent.output + agent.errors + show.output + show.errors + sync.output + sync.errors
    }

    /// Where a login's tokens are kept is not asked: they belong there.
    private static func files(in folder: String, holding text: String) throws -> [String] {
        let all = try FileManager.default.contentsOfDirectory(atPath: folder)
        return try all.filter { $0 != "logins-\(geteuid())" }.flatMap { name -> [String] in
            let path = folder + "/" + name
            var isFolder = false
            if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder {
                return try files(in: path, holding: text)
            }
            return try Data(contentsOf: URL(filePath: path)).firstRange(of: Data(text.utf8)) == nil
                ? [] : [path]
        }
    }
}

enum Kind: CaseIterable {
    case entityKey, accountKey, checkInKey, superPartnerKey, bearerToken, login

    /// Of the store itself; the registration has one beside it.
    var secret: String {
        switch self {
        case .entityKey: "demo-secret"
        case .accountKey: "demo-legacy-secret"
        case .checkInKey: "demo-checkin-secret"
        case .superPartnerKey: "demo-partner-secret"
        case .bearerToken: "demo-access-token"
        case .login: "demo-client-secret"
        }
    }

    static let registration = "demo-registration-secret"

    var secrets: [String] {
        let tokens = ["demo-login-", "demo-refresh-", "demo-code-"]
        return [secret, Kind.registration] + (self == .login ? tokens : [])
    }

    var isOfARace: Bool { [.superPartnerKey, .bearerToken, .login].contains(self) }
    var endpoint: Endpoint { isOfARace ? .racePurchases : .purchases }

    /// - Parameter secret: as it stands in the configuration.
    func credentials(_ secret: String, _ baseURL: String) -> String {
        switch self {
        case .entityKey: "rsu_api_key: demo-key, rsu_api_secret: \(secret)"
        case .accountKey: "api_key: demo-legacy-key, api_secret: \(secret)"
        case .checkInKey: "checkin_api_key: demo-checkin-key, checkin_api_secret: \(secret)"
        case .superPartnerKey: "sp_api_key: demo-partner-key, sp_api_secret: \(secret)"
        case .bearerToken: "bearer_token: \(secret)"
        case .login:
            "client_id: demo-desk, client_secret: \(secret), login_page: "
                + "'\(baseURL.replacing("/rest", with: "/Profile/OAuth2/RequestGrant"))'"
        }
    }
}

enum Origin: CaseIterable {
    case plain, variable, file, command

    /// A box with one store, whose secrets come from here.
    func box(_ kind: Kind, _ baseURL: String) throws -> Box {
        var box = try Box(baseURL)
        let own = try written(kind.secret, "OWN_SECRET", &box)
        let registration = try written(Kind.registration, "REGISTRATION_SECRET", &box)
        let credentials =
            "{\(kind.credentials(own, baseURL)), rsu_api_reg: '12.demo', rsu_api_reg_secret: \(registration)}"
        let ticketStore = """
              - name: gala
                api: runsignup-ticket-store
                base_url: \(baseURL)
                ticket_event_id: 7001
                credentials: \(credentials)

            """
        let entry = kind.isOfARace ? Box.raceEntry(baseURL, credentials: credentials) : ticketStore
        let head = "data_dir: data\nlock_dir: .\nsync_every: 1s\n\(Box.quick)stores:\n"
        try box.folder.write(head + entry, to: "config.yaml")
        return box
    }

    private func written(_ secret: String, _ name: String, _ box: inout Box) throws -> String {
        switch self {
        case .plain: return secret
        case .variable:
            box.environment[name] = secret
            return "{ env: \(name) }"
        case .file:
            try box.folder.write(secret + "\n", to: name)
            return "{ file: \(name) }"
        case .command:
            try box.folder.write(secret + "\n", to: name)
            return "{ command: [cat, \(box.folder.path)/\(name)] }"
        }
    }
}
