import FoundationEssentials
import Glibc
import Model
import Simulator
import TestKit
import Testing

/// OAuth 2 of a race's store from end to end: a browser, a code, tokens, and what becomes of them.
@Suite(.serialized, .timeLimit(.minutes(3))) struct LoginTests {
    @Test func theBrowserComesBackAndTheStoreOpensForAMonthAndLonger() async throws {
        try await withLogin { box, simulator in
            let before = try await box.run("sync")
            #expect(before.has(77) && before.errors.contains("Nobody is logged in"), "\(before)")
            #expect(before.errors.contains("Run `shipdesk login city-run`"))

            let login = try await box.logIn()
            #expect(login.has(0), "\(login)")
            #expect(login.output.contains("Logged in to city-run: good until "))
            #expect(login.output.contains("renewed by itself"))
            #expect(try Self.modes(in: box) == [0o700, 0o600])
            try await box.ends(0, "sync")
            #expect(try await box.list().total == 1)
            let doctor = try await box.run("doctor")
            #expect(doctor.has(0) && doctor.output.contains("city-run: logged in; good until"), "\(doctor)")

            simulator.clock.advance(seconds: 2_592_000)
            try await box.ends(0, "sync")
            try await box.ends(0, "sync")
            #expect(simulator.recorder.requests(to: .refresh).count == 1)
        }
    }

    @Test func manyProcessesRenewItOnce() async throws {
        try await withLogin { box, simulator in
            #expect(try await box.logIn().has(0))
            simulator.clock.advance(seconds: 2_592_000)
            let doctors = try (1...5).map { _ in try box.start(["doctor"]) }
            for doctor in doctors { #expect(await doctor.wait() == .status(0), "\(doctor.output)") }
            #expect(simulator.recorder.requests(to: .refresh).count == 1)
        }
    }

    @Test func whatWasWithdrawnPausesTheStoreUntilSomebodyLogsIn() async throws {
        try await withLogin { box, simulator in
            #expect(try await box.logIn().has(0))
            try await box.ends(0, "sync")
            simulator.desk.withdrawAll()
            for _ in 1...2 {
                let sync = try await box.run("sync")
                #expect(sync.has(77) && sync.errors.contains("Run `shipdesk login city-run`"), "\(sync)")
            }
            #expect(simulator.recorder.requests(to: .refresh).count == 1)
            let doctor = try await box.run("doctor")
            #expect(doctor.has(77) && doctor.output.contains("shipdesk login city-run"), "\(doctor)")
            // The list is there all the while, and what is marked waits.
            #expect(try await box.list().total == 1)
            try await box.ends(75, "ship", "2001", "--no-wait")

            // A leader that goes on finds the new login by itself.
            let agent = try box.start(["agent"])
            try await eventually("the store is paused") { agent.errors.contains("kind=refused") }
            #expect(try await box.logIn().has(0))
            try await eventually("the mark counts") {
                try await box.purchase("2001").items.allSatisfy { $0.safe_to_ship == 0 && $0.waiting == 0 }
            }
            agent.send(signal: SIGTERM)
            _ = await agent.wait()
        }
    }

    @Test(arguments: [true, false])
    func whatTheBrowserShowsMayBePasted(whole: Bool) async throws {
        try await withLogin(more: ", redirect_uri: 'http://localhost:1/desk'") { box, _ in
            let pasted = box.folder.path + "/pasted"
            let shell = try RunningProgram(
                "/bin/sh",
                [
                    "-c",
                    "(until [ -s \(pasted) ]; do sleep 0.1; done; cat \(pasted)) | "
                        + "\(Program.path) login city-run --config \(box.configuration)",
                ], environment: box.environment)
            let end = try await Browser().open(try await shell.loginAddress(), follows: false)
            #expect(end.hasPrefix("http://localhost:1/desk?code="))
            let code = end.split(separator: "=")[1].prefix { $0 != "&" }
            let foreign = "http://localhost:1/desk?code=\(code)&state=another\nhttp://localhost:1/\n"
            try box.folder.write(foreign + (whole ? end : String(code)) + "\n", to: "pasted.new")
            rename(pasted + ".new", pasted)
            #expect(await shell.wait() == .status(0), "\(shell.output) \(shell.errors)")
            #expect(shell.errors.contains("belongs to another login"))
            #expect(shell.errors.contains("no code in that"))
            try await box.ends(0, "sync")
            try await box.ends(0, "logout")
            try await box.ends(77, "sync")
        }
    }

    /// One cause, one line; and nothing is asked before.
    @Test func beforeTheFirstLoginDoctorSaysSoOnce() async throws {
        try await withLogin { box, simulator in
            let doctor = try await box.run("doctor")
            #expect(doctor.has(77), "\(doctor)")
            #expect(doctor.output.split(separator: "FAIL").count == 2, "\(doctor)")
            #expect(
                doctor.output.contains("FAIL  city-run: nobody is logged in: run `shipdesk login city-run`"))
            #expect(simulator.recorder.total == 0)
        }
    }

    @Test func aClientThatIsNotKnownAnyMoreIsMendedWithoutANewLogin() async throws {
        try await withLogin { box, simulator in
            #expect(try await box.logIn().has(0))
            let right = try box.folder.read("config.yaml")
            try box.folder.write(
                right.replacing("demo-client-secret", with: "stranger"), to: "config.yaml")
            simulator.clock.advance(seconds: 3_000_000)
            for command in ["sync", "doctor"] {
                let outcome = try await box.run(command)
                let said = outcome.output + outcome.errors
                #expect(outcome.has(77), "\(outcome)")
                #expect(said.contains("Check client_id and client_secret in the configuration"), "\(outcome)")
                #expect(!said.contains("shipdesk login"), "\(outcome)")
            }
            try box.folder.write(right, to: "config.yaml")
            try await box.ends(0, "sync")
        }
    }

    @Test func aWrongClientOrStoreSaysSo() async throws {
        try await withLogin { box, _ in
            let wrong = try box.folder.read("config.yaml").replacing("demo-client-secret", with: "stranger")
            try box.folder.write(wrong, to: "wrong.yaml")
            let login = try box.start(["login", "--config", box.folder.path + "/wrong.yaml"])
            try await Browser().open(try await login.loginAddress())
            #expect(await login.wait() == .status(77))
            #expect(
                login.errors.contains("Check client_id and client_secret")
                    && !login.errors.contains("stranger"))
            let away = wrong.replacing("login_page", with: "redirect_uri: 'desk://back', login_page")
            try box.folder.write(away, to: "away.yaml")
            // Nobody waits for a redirect to another program, and there is nobody to paste it.
            try await box.ends(77, "login", "--config", box.folder.path + "/away.yaml")
            try await box.ends(64, "login", "elsewhere")
            try await box.ends(77, "login", "--read-only")
            let keyed = try Box("http://127.0.0.1:9/rest")
            try await keyed.ends(78, "login", "spring-gala")
            try await keyed.ends(78, "login")
        }
    }

    private static func modes(in box: Box) throws -> [UInt32] {
        let folder = "\(box.data)/logins-\(geteuid())"
        return try [folder, folder + "/store-1.json"].map { path in
            var status = stat()
            try #require(stat(path, &status) == 0)
            return status.st_mode & 0o777
        }
    }
}

/// A race's store that is opened by a login, with one purchase, and nobody logged in.
func withLogin(
    more: String = "", _ body: (Box, Simulator) async throws -> Void
) async throws {
    try await withSimulator(SimulatorOptions(purchases: 0)) { baseURL, simulator in
        simulator.race.put(Made.racePurchase(2001))
        try await body(try Box(entries: Box.loginEntry(baseURL, more: more)), simulator)
    }
}
