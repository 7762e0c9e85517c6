import Glibc
import Model
import Simulator
import TestKit
import Testing

/// The first run: a few answers, and a configuration that works.
@Suite(.serialized, .timeLimit(.minutes(2))) struct GuideTests {
    /// Runs `setup` with the answers typed one a line.
    private func setUp(_ folder: TemporaryFolder, _ answers: String...) async throws -> Outcome {
        try await setUp(folder, answers)
    }

    private func setUp(_ folder: TemporaryFolder, _ answers: [String]) async throws -> Outcome {
        try folder.write(answers.map { $0 + "\n" }.joined(), to: "answers")
        var environment = Program.environment(home: folder.path)
        environment["PROGRAM"] = Program.path
        let shell = try RunningProgram(
            "/bin/sh", ["-c", "exec \"$PROGRAM\" setup < \"$HOME/answers\""], environment: environment)
        let ending = await shell.wait()
        return Outcome(ending: ending, output: shell.output, errors: shell.errors)
    }

    private func configuration(_ folder: TemporaryFolder) -> String {
        folder.path + "/.config/shipdesk/config.yaml"
    }

    @Test func theAnswersBecomeAConfigurationThatWorks() async throws {
        let folder = try TemporaryFolder("guide")
        let site = try Site([Made.purchase(1043, 1)])
        try await site.open {
            let outcome = try await setUp(
                folder, "1", "Spring Gala", site.baseURL, "7001", "1", "demo-key", "demo-secret", "",
                "bench: 3")
            #expect(outcome.has(0), "\(outcome)")
            #expect(outcome.output.contains("It works: the store answers."))
            #expect(!(outcome.output + outcome.errors).contains("demo-secret"))
            #expect(FileMode.of(configuration(folder)) == 0o600)
            #expect(FileMode.of(configuration(folder) + ".trial") == nil)

            let sync = try RunningProgram(
                Program.path, ["sync"], environment: Program.environment(home: folder.path))
            #expect(await sync.wait() == .status(0), "\(sync.errors)")
        }
    }

    @Test func wrongCredentialsAreToldBeforeAnythingIsWritten() async throws {
        let folder = try TemporaryFolder("guide")
        let site = try Site([])
        try await site.open {
            let outcome = try await setUp(
                folder, "", "", site.baseURL, "7001", "1", "demo-key", "wrong", "", "", "n", "n")
            #expect(outcome.has(64), "\(outcome)")
            #expect(outcome.output.contains("the credentials are refused"))
            #expect(FileMode.of(configuration(folder)) == nil)
        }
    }

    /// What is answered after the name and the address of a store, and how `doctor` ends afterwards.
    struct Way: Sendable, CustomTestStringConvertible {
        var api: API
        var answers: [String]
        var testDescription: String { "\(api.rawValue) \(answers)" }
    }

    static let ways = [
        Way(api: .runsignupTicketStore, answers: ["7001", "2", "demo-legacy-key", "demo-legacy-secret", ""]),
        Way(
            api: .runsignupTicketStore, answers: ["7001", "3", "demo-checkin-key", "demo-checkin-secret", ""]),
        Way(
            api: .runsignupTicketStore,
            answers: ["7001", "1", "demo-key", "demo-secret", "12.demo", "demo-registration-secret"]),
        Way(api: .runsignupRaceStore, answers: ["9001", "1", "demo-race-key", "demo-race-secret", ""]),
        Way(api: .runsignupRaceStore, answers: ["9001", "2", "demo-legacy-key", "demo-legacy-secret", ""]),
        Way(api: .runsignupRaceStore, answers: ["9001", "3", "demo-partner-key", "demo-partner-secret", ""]),
        Way(api: .runsignupRaceStore, answers: ["9001", "4", "demo-access-token", ""]),
        Way(api: .tixstock, answers: ["demo-tixstock-token"]),
        Way(api: .ticketEvolution, answers: ["1234", "demo-evolution-token", "demo-evolution-secret"]),
    ]

    /// Where there is one kind of credentials only, nobody is asked for its number.
    @Test(arguments: ways)
    func everyKindOfStoreAndOfCredentialsIsSetUp(way: Way) async throws {
        let folder = try TemporaryFolder("guide")
        try await withSimulator(SimulatorOptions(purchases: 3)) { baseURL, _ in
            let port = try #require(baseURL.split(separator: ":").last?.prefix { $0 != "/" })
            let address = Simulator.baseURL(of: way.api, port: Int(port) ?? 0)
            let number = (API.allCases.firstIndex(of: way.api) ?? 0) + 1
            let outcome = try await setUp(
                folder, [String(number), "City Run", address] + way.answers + ["bench-3"])
            #expect(outcome.has(0), "\(outcome)")
            #expect(outcome.output.contains("It works: the store answers."), "\(outcome)")
            #expect(!(outcome.output + outcome.errors).contains("demo-"), "\(outcome)")
            #expect(outcome.output.contains("shipdesk track 'City Run' FILE") == (way.api == .tixstock))
            let doctor = try RunningProgram(
                Program.path, ["doctor"], environment: Program.environment(home: folder.path))
            #expect(await doctor.wait() == .status(0), "\(doctor.output) \(doctor.errors)")
        }
    }

    @Test(arguments: [true, false])
    func aLoginIsSetUpAndEndsWithTheCommandThatLogsIn(isPublic: Bool) async throws {
        let folder = try TemporaryFolder("guide")
        let site = try Site([])
        try await site.open {
            let secret = isPublic ? "" : "demo-client-secret"
            let redirect = isPublic ? "" : "http://127.0.0.1:8400/"
            let outcome = try await setUp(
                folder, "2", "city-run", site.baseURL, "9001", "5", "demo-desk", secret, redirect, "",
                "bench-3")
            #expect(outcome.has(0), "\(outcome)")
            #expect(outcome.output.contains("Now log in: `shipdesk login city-run`"), "\(outcome)")
            #expect(!outcome.output.contains("the store answers"))
            let file = try folder.read(".config/shipdesk/config.yaml")
            #expect(file.contains("redirect_uri") == !isPublic && file.contains("client_secret") == !isPublic)
            let doctor = try RunningProgram(
                Program.path, ["doctor"], environment: Program.environment(home: folder.path))
            #expect(await doctor.wait() == .status(77))
            #expect(doctor.output.contains("nobody is logged in"), "\(doctor.output)")
        }
    }

    @Test func aKeyOfAnotherRaceIsToldBeforeAnythingIsWritten() async throws {
        let folder = try TemporaryFolder("guide")
        try await withSimulator(.withKeyOfARace) { baseURL, _ in
            let outcome = try await setUp(
                folder, "1", "gala", baseURL, "7001", "1", "demo-key", "demo-secret", "", "", "n", "n")
            #expect(outcome.has(64), "\(outcome)")
            #expect(outcome.output.contains("belongs to race 9001, not to ticket event 7001"), "\(outcome)")
        }
    }

    @Test func whoLeavesLeavesNothingBehind() async throws {
        let folder = try TemporaryFolder("guide")
        let outcome = try await setUp(folder, "1", "Spring Gala")
        #expect(outcome.has(64), "\(outcome)")
        #expect(outcome.output.contains("Nothing was written."))
        #expect(FileMode.of(configuration(folder)) == nil)
    }

    @Test func whatIsThereIsNotOverwritten() async throws {
        let folder = try TemporaryFolder("guide")
        for part in [".config", ".config/shipdesk"] { mkdir("\(folder.path)/\(part)", 0o700) }
        try folder.write("stores: []\n", to: ".config/shipdesk/config.yaml")
        let outcome = try await setUp(folder, "1", "Spring Gala")
        #expect(outcome.has(78), "\(outcome)")
        #expect(outcome.errors.contains("is there already"))
    }
}

private enum FileMode {
    /// Nil where there is no such file.
    static func of(_ path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
    }
}
