import FoundationEssentials
import Glibc
import Model
import Simulator
import TestKit
import Testing

/// Every kind of credentials, from everywhere that they may come from, stands nowhere but there: not in what
/// is said, not in a command line, not in the data directory with its audit; also where a server repeats them
/// in its own words, as they are or in any code.
@Suite(.serialized, .timeLimit(.minutes(8))) struct EveryCredentialTests {
    @Test(arguments: Kind.allCases, Origin.allCases)
    func noneIsToldToAnybody(kind: Kind, origin: Origin) async throws {
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            simulator.store.put(Made.purchase(2001, 2))
            simulator.race.put(Made.racePurchase(2001))
            simulator.orders.put(Made.order("TX1"))
            simulator.inventory.put(.init(id: 801, remoteID: 1_602))
            simulator.expect(801, on: "2030-01-31")
            let box = try origin.box(kind, baseURL)
            var said = ""
            if kind == .login {
                let login = try await box.logIn()
                #expect(login.has(0), "\(login)")
                // The address that is shown holds no more than the browser may know.
                said += login.output + login.errors
            }
            for command in try kind.commands(box) {
                let outcome = try await box.run(command)
                #expect(outcome.has(0), "\(command): \(outcome)")
                said += outcome.output + outcome.errors
            }
            if kind.marksLeave { said += try await failed(box, simulator, kind) }
            said += try await refused(box, simulator, kind)
            for text in kind.forms {
                #expect(!said.contains(text), "\(kind) from \(origin) as \(text): \(said)")
                #expect(try Self.files(in: box.data, holding: text) == [])
            }
        }
    }

    /// A mark fails, and the server says why with all that it was sent: that goes into the outbox.
    private func failed(_ box: Box, _ simulator: Simulator, _ kind: Kind) async throws -> String {
        simulator.faults.add(.says(kind.echo, code: 3, status: 400), on: kind.changing, .always)
        let ship = try await box.run(kind.ship)
        #expect(ship.has(76), "\(ship)")
        let outbox = try await box.run("outbox", "--json")
        #expect(outbox.output.contains("You sent …"), "\(outbox)")
        return ship.output + ship.errors + outbox.output + outbox.errors
    }

    /// What an agent says of a refusal, and what anybody can see of it meanwhile.
    private func refused(_ box: Box, _ simulator: Simulator, _ kind: Kind) async throws -> String {
        simulator.faults.add(
            .says(kind.echo, code: kind.refusal.code, status: kind.refusal.status), on: kind.endpoint, .always
        )
        if kind == .login { simulator.clock.advance(seconds: 3_000_000) }
        let agent = try box.start(["agent"])
        try await eventually("the refusal is told") { agent.errors.contains("a pass broke off") }
        for pid in [agent.pid] + ProcessTable.children(of: agent.pid) {
            let line = ProcessTable.commandLine(of: pid).joined(separator: " ")
            #expect(!line.isEmpty)
            for text in kind.forms { #expect(!line.contains(text), "\(line)") }
        }
        let show = try await box.run("list", "--json")
        let doctor = try await box.run("doctor")
        #expect(doctor.has(77), "\(doctor)")
        if kind != .login { #expect(doctor.output.contains("You sent …"), "\(doctor)") }
        agent.send(signal: SIGTERM)
        _ = await agent.wait()
        return agent.output + agent.errors + show.output + show.errors + doctor.output + doctor.errors
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
    case entityKey, accountKey, checkInKey, superPartnerKey, bearerToken, login, tixstockToken, signingSecret

    /// Of the store itself; the registration has one beside it.
    var secret: String {
        switch self {
        case .entityKey: "demo-secret"
        case .accountKey: "demo-legacy-secret"
        case .checkInKey: "demo-checkin-secret"
        case .superPartnerKey: "demo-partner-secret"
        case .bearerToken: "demo-access-token"
        case .login: "demo-client-secret"
        case .tixstockToken: "demo-tixstock-token"
        case .signingSecret: "demo-evolution-secret"
        }
    }

    /// What goes with the secret.
    private var identifier: String {
        switch self {
        case .entityKey: "demo-key"
        case .accountKey: "demo-legacy-key"
        case .checkInKey: "demo-checkin-key"
        case .superPartnerKey: "demo-partner-key"
        case .bearerToken, .tixstockToken: "Bearer"
        case .login: "demo-desk"
        case .signingSecret: "demo-evolution-token"
        }
    }

    static let registration = "demo-registration-secret"

    /// Every secret as it is, and in every code in which a server may send it back.
    var forms: [String] {
        let tokens = ["demo-login-", "demo-refresh-", "demo-code-"]
        let own = takesRegistration ? [secret, Kind.registration] : [secret]
        return own.flatMap(codes) + (self == .login ? tokens : [])
    }

    /// Words of a server that repeats what it was sent.
    var echo: String { "You sent " + forms.filter { !$0.hasSuffix("-") }.joined(separator: " and ") }

    private func codes(_ secret: String) -> [String] {
        let plain = [secret, "\(identifier):\(secret)", "x=1&api_secret=\(secret)&y=2"]
        let base64 = plain.map { Data($0.utf8).base64EncodedString() }
        let forURLs = base64.map { $0.replacing("+", with: "-").replacing("/", with: "_") }
        let encoded = base64.map { $0.replacing("=", with: "%3D").replacing("+", with: "%2B") }
        return Array(Set([secret] + base64 + forURLs + encoded))
    }

    var isOfARace: Bool { [.superPartnerKey, .bearerToken, .login].contains(self) }
    var takesRegistration: Bool { ![.tixstockToken, .signingSecret].contains(self) }
    var marksLeave: Bool { !isOfARace }

    /// What tells whether the credentials are good.
    var endpoint: Endpoint {
        switch self {
        case .tixstockToken: .order
        case .signingSecret: .inventory
        default: isOfARace ? .racePurchases : .purchases
        }
    }

    /// What marks.
    var changing: Endpoint {
        switch self {
        case .tixstockToken: .orderUpdate
        case .signingSecret: .inventoryUpdate
        default: .fulfillment
        }
    }

    var refusal: (code: Int, status: Int) { takesRegistration ? (6, 200) : (401, 401) }

    var ship: [String] {
        switch self {
        case .tixstockToken: ["ship", "TX1", "--tracking", "1Z9"]
        case .signingSecret: ["ship", "801"]
        default: ["ship", "2001:1=1", "--hand-over"]
        }
    }

    func commands(_ box: Box) throws -> [[String]] {
        let track = self == .tixstockToken ? [["track", "boxoffice", try box.file("TX1")]] : []
        return track + [["sync"], ship, ["undo", ship[1].split(separator: ":")[0].description], ["doctor"]]
    }

    /// - Parameter secret: as it stands in the configuration.
    func credentials(_ secret: String, _ baseURL: String) -> String {
        switch self {
        case .entityKey: "rsu_api_key: demo-key, rsu_api_secret: \(secret)"
        case .accountKey: "api_key: demo-legacy-key, api_secret: \(secret)"
        case .checkInKey: "checkin_api_key: demo-checkin-key, checkin_api_secret: \(secret)"
        case .superPartnerKey: "sp_api_key: demo-partner-key, sp_api_secret: \(secret)"
        case .bearerToken, .tixstockToken: "bearer_token: \(secret)"
        case .signingSecret: "token: demo-evolution-token, secret: \(secret)"
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
        var credentials = kind.credentials(own, baseURL)
        if kind.takesRegistration {
            let registration = try written(Kind.registration, "REGISTRATION_SECRET", &box)
            credentials += ", rsu_api_reg: '12.demo', rsu_api_reg_secret: \(registration)"
        }
        let head = "data_dir: data\nlock_dir: .\nsync_every: 1s\n\(Box.quick)stores:\n"
        try box.folder.write(head + entry(kind, baseURL, "{\(credentials)}"), to: "config.yaml")
        return box
    }

    private func entry(_ kind: Kind, _ baseURL: String, _ credentials: String) -> String {
        let root = String(baseURL.dropLast("/rest".count))
        switch kind {
        case .tixstockToken:
            return Box.ordersEntry(root + "/v1", credentials: credentials)
        case .signingSecret:
            return Box.officeEntry(root, credentials: credentials)
        case _ where kind.isOfARace:
            return Box.raceEntry(baseURL, credentials: credentials)
        default:
            return """
                  - name: gala
                    api: runsignup-ticket-store
                    base_url: \(baseURL)
                    ticket_event_id: 7001
                    credentials: \(credentials)

                """
        }
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
