import FoundationEssentials
import Model
import Simulator
import TestKit
import Testing

/// What `doctor` says of each kind of store, and of what may be wrong with it.
@Suite(.serialized, .timeLimit(.minutes(3))) struct DoctorTests {
    /// A store of each API, in a box of its own.
    private func box(_ api: API, _ baseURL: String, more: String = "") throws -> Box {
        let root = String(baseURL.dropLast("/rest".count))
        return switch api {
        case .runsignupTicketStore: try Box(entries: Box.entry("gala", baseURL) + more)
        case .runsignupRaceStore: try Box(entries: Box.raceEntry(baseURL) + more)
        case .tixstock: try Box(entries: Box.ordersEntry(root + "/v1") + more)
        case .ticketEvolution: try Box(entries: Box.officeEntry(root) + more)
        }
    }

    struct Trouble: Sendable, CustomTestStringConvertible {
        var api: API
        var endpoint: Endpoint
        var fault: Fault
        var status: Int32
        var words: String
        var testDescription: String { "\(endpoint.rawValue) \(fault)" }
    }

    static let troubles: [Trouble] = [
        Trouble(
            api: .runsignupTicketStore, endpoint: .purchases, fault: .storeError(code: 17, status: 400),
            status: 77, words: "check rsu_api_reg and rsu_api_reg_secret"),
        Trouble(
            api: .runsignupTicketStore, endpoint: .purchases, fault: .storeError(code: 7, status: 200),
            status: 77, words: "check ticket_event_id and the rights of the key"),
        Trouble(
            api: .runsignupTicketStore, endpoint: .purchases, fault: .redirect, status: 77,
            words: "sends us elsewhere (302); check base_url"),
        Trouble(
            api: .runsignupTicketStore, endpoint: .purchases, fault: .html(status: 404), status: 69,
            words: "knows no such call (404); check base_url (http://127.0.0.1:"),
        Trouble(
            api: .runsignupTicketStore, endpoint: .purchases, fault: .html(status: 200), status: 69,
            words: "does not answer as this API does"),
        Trouble(
            api: .runsignupRaceStore, endpoint: .racePurchases, fault: .storeError(code: 15, status: 200),
            status: 69, words: "check race_id and base_url"),
        Trouble(
            api: .runsignupRaceStore, endpoint: .racePurchases, fault: .serverError, status: 69,
            words: "has trouble of its own"),
        Trouble(
            api: .tixstock, endpoint: .order, fault: .storeError(code: 103, status: 400), status: 77,
            words: "the address of this machine is not let in"),
        Trouble(
            api: .tixstock, endpoint: .order, fault: .storeError(code: 401, status: 401), status: 77,
            words: "Sandbox and Production have tokens and hosts of their own"),
        Trouble(
            api: .tixstock, endpoint: .order, fault: .html(status: 404), status: 69,
            words: "it knows no such call (404); check base_url"),
        Trouble(
            api: .runsignupTicketStore, endpoint: .purchases, fault: .storeError(code: 5, status: 200),
            status: 69, words: "has trouble of its own (Database error)"),
        Trouble(
            api: .ticketEvolution, endpoint: .inventory, fault: .storeError(code: 1, status: 401), status: 77,
            words: "check token and secret"),
        Trouble(
            api: .ticketEvolution, endpoint: .inventory, fault: .storeError(code: 1, status: 404), status: 69,
            words: "check office_id and base_url"),
        Trouble(
            api: .ticketEvolution, endpoint: .inventory, fault: .tooMany(retryAfter: 9), status: 69,
            words: "asks us to wait; run doctor again in 9 s"),
    ]

    @Test(arguments: troubles)
    func whatIsWrongIsToldWithWhatToDo(trouble: Trouble) async throws {
        try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
            simulator.faults.add(trouble.fault, on: trouble.endpoint, .always)
            let doctor = try await box(trouble.api, baseURL).run("doctor")
            #expect(doctor.has(trouble.status) && doctor.output.contains(trouble.words), "\(doctor)")
            #expect(doctor.output.split(separator: "FAIL").count == 2, "\(doctor)")
        }
    }

    @Test func aServerThatIsNotThereIsToldWithItsAddress() async throws {
        let doctor = try await Box("http://127.0.0.1:9/rest").run("doctor")
        #expect(doctor.has(69), "\(doctor)")
        #expect(
            doctor.output.contains("The server cannot be reached; check base_url (http://127.0.0.1:9/rest)"))
    }

    @Test func aKeyOfAnotherEventFailsAlsoWhereTheServerLetsItThrough() async throws {
        try await withSimulator(.withKeyOfARace) { baseURL, _ in
            let doctor = try await Box(baseURL).run("doctor")
            #expect(doctor.has(77), "\(doctor)")
            #expect(
                doctor.output.contains(
                    "FAIL  spring-gala: the key belongs to race 9001, not to ticket event 7001"), "\(doctor)")
            #expect(doctor.output.contains("mend ticket_event_id"))
        }
    }

    @Test func credentialsThatMayNotReadPeopleAreTold() async throws {
        try await withSimulator(SimulatorOptions(purchases: 3)) { baseURL, simulator in
            let good = try await box(.runsignupRaceStore, baseURL).run("doctor")
            #expect(good.has(0) && !good.output.contains("people"), "\(good)")
            #expect(good.output.contains("ok    city-run: the key belongs to race 9001"), "\(good)")
            simulator.faults.add(.storeError(code: 7, status: 200), on: .user, .always)
            let doctor = try await box(.runsignupRaceStore, baseURL).run("doctor")
            #expect(doctor.has(0) && doctor.output.contains("may not read people"), "\(doctor)")
            #expect(doctor.output.contains("set `addresses: none`"))
            let silent = try await box(.runsignupRaceStore, baseURL, more: "    addresses: none\n").run(
                "doctor")
            #expect(silent.has(0) && !silent.output.contains("people"), "\(silent)")
        }
    }

    @Test func aServerThatReadsNoOrdersIsToldOf() async throws {
        try await withOrders { box, simulator in
            let good = try await box.run("doctor")
            #expect(good.has(0) && !good.output.contains("405"), "\(good)")
            simulator.faults.add(.html(status: 405), on: .order, .always)
            let doctor = try await box.run("doctor")
            #expect(doctor.has(0) && doctor.output.contains("must be settled by a person"), "\(doctor)")
            #expect(doctor.output.contains("boxoffice: reachable\n"), "\(doctor)")
        }
    }

    @Test func whatTheMarksMayDoIsOpenUntilTheFirst() async throws {
        try await withBox([Made.purchase(1043, 1)]) { box, _ in
            #expect(try await box.run("doctor").output.contains("shows with the first mark"))
            try await box.ends(0, "ship", "1043")
            #expect(try await !box.run("doctor").output.contains("shows with the first mark"))
        }
    }

    @Test func anEmptyPlaceIsWorthALook() async throws {
        for api in [API.runsignupTicketStore, .runsignupRaceStore, .ticketEvolution] {
            try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, _ in
                let doctor = try await box(api, baseURL).run("doctor")
                #expect(doctor.has(0) && doctor.output.contains("lists nothing yet"), "\(doctor)")
            }
        }
    }

    @Test func aClockThatIsBehindIsToldAsSuch() async throws {
        try await withBox([Made.purchase(1043, 1)]) { box, simulator in
            #expect(try await box.run("doctor").output.contains("clock agrees"))
            simulator.clock.advance(seconds: 600)
            let doctor = try await box.run("doctor")
            #expect(doctor.has(0) && doctor.output.contains("s behind the store's"), "\(doctor)")
        }
    }

    @Test(arguments: [(0o644, true), (0o604, true), (0o660, true), (0o640, false), (0o600, false)])
    func aFileWithASecretThatOthersCanOpenIsANote(mode: Int, isTold: Bool) async throws {
        try await withSimulator(SimulatorOptions(purchases: 1)) { baseURL, _ in
            let box = try Box(entries: Box.entry("gala", baseURL, secret: "{ file: secret }"))
            try box.folder.write("demo-secret\n", to: "secret")
            let path = box.folder.path + "/secret"
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            let doctor = try await box.run("doctor")
            #expect(doctor.has(0), "\(doctor)")
            #expect(doctor.output.contains("`chmod 600 \(path)`") == isTold, "\(doctor)")
        }
    }
}

extension SimulatorOptions {
    /// The ticket store's list lets a key through that belongs to a race.
    static var withKeyOfARace: SimulatorOptions {
        var options = SimulatorOptions(purchases: 1)
        options.credentials.race = options.credentials.rsu
        return options
    }
}
