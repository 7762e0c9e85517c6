import FoundationEssentials
import Testing
import ViewModels

@testable import Settings

@Suite struct KeymapTests {
    private let folder: Folder
    init() throws { folder = try Folder() }

    /// With `SHIPDESK_RECORD=1` the file is written anew; the test still fails.
    @Test func theFileThatIsBuiltInSaysWhatTheIntentsSay() throws {
        let text = KeymapFile.text(of: .standard)
        let isFresh = KeymapFile.standard == text
        #expect(isFresh, "Sources/Settings/Keymap/keymap.yaml is stale; record it with SHIPDESK_RECORD=1.")
        if !isFresh, ProcessInfo.processInfo.environment["SHIPDESK_RECORD"] == "1" {
            let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
            let file = "/\(root)/Sources/Settings/Keymap/keymap.yaml"
            try Data(text.utf8).write(to: URL(filePath: file))
        }
    }

    @Test func theFileThatIsBuiltInReadsAndNamesEveryIntent() throws {
        let value = try #require(try YAMLValue.parse(KeymapFile.standard, file: "keymap.yaml"))
        let findings = Findings(file: "keymap.yaml")
        let reader = KeymapReader(findings: findings)
        let isEqual = reader.words(value) == Keymap.standard.words && reader.keymap(value) == .standard
        #expect(isEqual, "The file and the intents differ.")
        try findings.raise()
        #expect(Set(Keymap.standard.words.keys) == Set(KeyContext.allCases.map(\.rawValue)))
    }

    @Test func aPersonsKeysReplaceThoseOfTheIntentsTheyName() throws {
        let keys = "keys:\n  list: { hold: [K, \"%\"] }\n  browsing: { last: end }\n"
        let words = try folder.load(keys + oneStore).keymap.words
        #expect(Set(words["list"]?["hold"] ?? []) == ["K", "%"])
        #expect(words["browsing"]?["last"] == ["end"])
        #expect(words["browsing"]?["first"] == Keymap.standard.words["browsing"]?["first"])
    }

    @Test func withoutKeysTheStandardOnesHold() throws {
        #expect(try folder.load(oneStore).keymap == .standard)
        #expect(try folder.load("keys: {}\n" + oneStore).keymap == .standard)
    }

    @Test(arguments: [
        ("keys:\n  lst: {}\n", "2: Keys: There is no context lst"),
        ("keys:\n  list:\n    hold: [K]\n    shp: [x]\n", "4: Keys: list has no shp"),
        ("keys:\n  list:\n    hold: [f13x]\n", "3: Keys: list.hold: f13x names no key"),
        ("keys:\n  list:\n    hold: [K]\n    ship: [K]\n", "4: Keys: list: K is asked to do both"),
        ("keys:\n  confirm:\n    yes: [enter]\n", "3: Keys: confirm.yes: Enter never confirms"),
        ("keys:\n  everywhere:\n    quit: []\n", "3: Keys: everywhere.quit"),
        ("keys:\n  list:\n    hold: [ctrl-m]\n", "3: Keys: list.hold: a terminal sends ctrl-m as enter"),
        ("keys: [a]\n", "1: Keys are written"),
        ("keys:\n  list: 3\n", "2: Keys are written"),
        ("keys:\n  list:\n    hold: {}\n", "3: `hold` needs a key or a list of keys"),
        ("keys:\n  list:\n    hold: ~\n", "3: `hold` needs a key or a list of keys"),
    ])
    func whatIsWrongIsToldWithItsLine(keys: String, start: String) throws {
        let complaints = try folder.complaints(keys + oneStore)
        #expect(complaints.contains { $0.hasPrefix(start) }, "\(complaints)")
    }
}
