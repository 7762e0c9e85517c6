import Glibc
import Simulator
import TestKit
import Testing

/// The first run: a few answers, and a configuration that works.
@Suite(.serialized, .timeLimit(.minutes(2))) struct GuideTests {
    /// Runs `setup` with the answers typed one a line.
    private func setUp(_ folder: TemporaryFolder, _ answers: String...) async throws -> Outcome {
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
                folder, "1", "Spring Gala", site.baseURL, "7001", "1", "demo-key", "demo-secret", "bench: 3")
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
                folder, "", "", site.baseURL, "7001", "1", "demo-key", "wrong", "", "n", "n")
            #expect(outcome.has(64), "\(outcome)")
            #expect(outcome.output.contains("credentials refused"))
            #expect(FileMode.of(configuration(folder)) == nil)
        }
    }

    @Test func aRaceStoreIsSetUpTheSameWay() async throws {
        let folder = try TemporaryFolder("guide")
        let site = try Site([])
        try await site.open {
            let outcome = try await setUp(
                folder, "2", "City Run", site.baseURL, "9001", "4", "demo-access-token", "bench-3")
            #expect(outcome.has(0), "\(outcome)")
            #expect(outcome.output.contains("It works: the store answers."))
            #expect(!(outcome.output + outcome.errors).contains("demo-access-token"))
            let sync = try RunningProgram(
                Program.path, ["sync"], environment: Program.environment(home: folder.path))
            #expect(await sync.wait() == .status(0), "\(sync.errors)")
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
