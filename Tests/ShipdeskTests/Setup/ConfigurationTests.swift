import FoundationEssentials
import TestKit
import Testing

/// A wrong configuration ends every command with 78 and names file and line.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ConfigurationTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var line: Int
        var word: String
        var testDescription: String { name }
    }

    private static let good = "stores:\n" + Box.entry("gala", "http://127.0.0.1:9/rest")

    static let mistakes = [
        Mistake(name: "unknown key", text: "sattion: x\n" + good, line: 1, word: "station"),
        Mistake(name: "unknown key of a store", text: good + "    colour: red\n", line: 9, word: "colour"),
        Mistake(name: "unknown theme", text: "theme: neon\n" + good, line: 1, word: "neon"),
        Mistake(name: "bad time", text: "settle_wait: soon\n" + good, line: 1, word: "settle_wait"),
        Mistake(name: "no list", text: "stores: none\n", line: 1, word: "stores"),
        Mistake(
            name: "bad number", text: good.replacing("7001", with: "seven"), line: 5, word: "ticket_event_id"),
        Mistake(
            name: "plain http to elsewhere", text: good.replacing("127.0.0.1:9", with: "shop.example"),
            line: 4,
            word: "base_url"),
        Mistake(
            name: "unknown API", text: good.replacing("ticket-store", with: "tickets"), line: 3, word: "api"),
        Mistake(
            name: "two stores, one place", text: good + Box.entry("other", "http://127.0.0.1:9/rest"),
            line: 9,
            word: "same place"),
        Mistake(
            name: "two stores, one name", text: good + Box.entry("gala", "http://127.0.0.1:8/rest"), line: 9,
            word: "name"),
        Mistake(name: "no YAML", text: "stores: [\n", line: 2, word: ""),
        Mistake(
            name: "secret missing", text: good.replacing("      rsu_api_secret: demo-secret\n", with: ""),
            line: 7, word: "rsu_api_secret"),
    ]

    @Test(arguments: mistakes)
    func aMistakeIsToldWithFileAndLine(mistake: Mistake) async throws {
        let box = try Box("http://127.0.0.1:9/rest")
        try box.folder.write(mistake.text, to: "config.yaml")
        let outcome = try await box.run("list")
        #expect(outcome.has(78), "\(outcome)")
        #expect(outcome.errors.contains("\(box.configuration):\(mistake.line):"), "\(outcome)")
        #expect(outcome.errors.contains(mistake.word), "\(outcome)")
        #expect(outcome.output.isEmpty)
    }

    @Test func withoutAConfigurationTheWayInIsTold() async throws {
        let box = try Box("http://127.0.0.1:9/rest")
        let missing = try await box.run("list", "--config", box.folder.path + "/nowhere.yaml")
        #expect(missing.has(78) && missing.errors.contains("nowhere.yaml"), "\(missing)")
        let bare = try RunningProgram(Program.path, ["list"], environment: box.environment)
        #expect(await bare.wait() == .status(78))
        #expect(bare.errors.contains("shipdesk demo"), "\(bare.errors)")
    }

    @Test func theConfigurationIsFoundWhereTheContractSays() async throws {
        let box = try Box("http://127.0.0.1:9/rest")
        let files = FileManager.default
        try files.createDirectory(
            atPath: box.folder.path + "/xdg/shipdesk", withIntermediateDirectories: true)
        try files.copyItem(atPath: box.configuration, toPath: box.folder.path + "/xdg/shipdesk/config.yaml")
        for (name, value) in [
            ("SHIPDESK_CONFIG", box.configuration), ("XDG_CONFIG_HOME", box.folder.path + "/xdg"),
        ] {
            var environment = box.environment
            environment[name] = value
            let paths = try RunningProgram(Program.path, ["paths"], environment: environment)
            #expect(await paths.wait() == .status(0))
            let file = name == "SHIPDESK_CONFIG" ? value : value + "/shipdesk/config.yaml"
            #expect(paths.output.contains(file), "\(paths.output)")
        }
    }

    @Test func aSecretThatOthersCanReadIsRefused() async throws {
        let box = try Box("http://127.0.0.1:9/rest")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: box.configuration)
        let outcome = try await box.run("list")
        #expect(outcome.has(78) && !outcome.errors.contains(Box.secret), "\(outcome)")
    }

    @Test func aFileWhereTheDataDirectoryShouldBeIsToldPlainly() async throws {
        let box = try Box("http://127.0.0.1:9/rest")
        let file = try box.folder.write("not a folder", to: "data")
        let outcome = try await box.run("list")
        #expect(outcome.has(78) && outcome.errors.contains(file), "\(outcome)")
        let other = try await box.run("list", "--data-dir", box.folder.path + "/other")
        #expect(other.has(0), "\(other)")
    }
}
