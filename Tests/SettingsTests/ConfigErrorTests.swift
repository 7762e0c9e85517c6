import Testing

@testable import Settings

/// Every error names the line and says what to do.
@Suite struct ConfigErrorTests {
    private let folder: Folder
    init() throws { folder = try Folder() }

    @Test func unknownKeysAreToldWithTheLikelyOne() throws {
        let complaints = try folder.complaints(
            "staton: x\nthem: mono\nfoo: 1\n" + oneStore + "    basic_url: x\n")
        #expect(
            complaints == [
                "1: The configuration has no key `staton`. Did you mean `station`?",
                "2: The configuration has no key `them`. Did you mean `theme`?",
                "3: The configuration has no key `foo`.",
                "9: A store has no key `basic_url`. Did you mean `base_url`?",
            ])
    }

    @Test func severalErrorsComeAtOnceInTheOrderOfTheFile() throws {
        let complaints = try folder.complaints(
            """
            sync_every: soon
            mouse: perhaps
            stores:
              - name: a
                api: runsignup-ticket-stor
              - api: tixstock
                base_url: ftp://example.com
            """)
        #expect(complaints.map { $0.prefix(2) } == ["1:", "2:", "5:", "6:", "7:"])
        #expect(complaints[2].hasSuffix("Did you mean `runsignup-ticket-store`?"))
    }

    @Test(arguments: [
        ("stores: []", "1: `stores` must be a list"),
        ("stores: 3", "1: `stores` must be a list"),
        ("theme: mono", "1: `stores` is missing"),
        ("station: [a]\n" + oneStore, "1: `station` must be a text"),
        ("station:\n" + oneStore, "1: `station` must be a text"),
        ("- a", "1: The configuration must be a mapping"),
        ("settle_wait: 2d\n" + oneStore, "1: `settle_wait` must be a time"),
        ("stores:\n  - a", "2: A store must be a mapping"),
        ("theme: ]", "1: The file is not valid YAML"),
        ("theme: a\ntheme: b", "1: `theme` is written twice"),
    ])
    func wrongTypesAndMissingKeysAreToldWithTheirLine(text: String, start: String) throws {
        let complaints = try folder.complaints(text)
        #expect(complaints.contains { $0.hasPrefix(start) }, "\(complaints)")
    }

    @Test(arguments: [
        ("base_url: http://api.runsignup.com/rest", "must start with https://"),
        ("base_url: http://127.0.0.1.example.com/rest", "must start with https://"),
        ("base_url: http://localhost.example.com/rest", "must start with https://"),
        ("base_url: http://127.0.0.1@example.com/rest", "must not hold a user"),
        ("base_url: https://a:b@example.com/rest", "must not hold a user"),
        ("base_url: https://example.com/rest?format=json", "must end before"),
        ("base_url: example.com/rest", "must be an address"),
        ("base_url: ''", "must be a text"),
    ])
    func aBaseURLMustBeSafe(line: String, words: String) throws {
        let text = oneStore.replacing("base_url: https://api.runsignup.com/rest", with: line)
        let complaints = try folder.complaints(text)
        #expect(complaints.count == 1)
        #expect(
            complaints.first?.hasPrefix("4: Store spring-gala: `base_url` \(words)") == true, "\(complaints)")
        if line.contains("a:b") { #expect(complaints.first?.contains("a:b") == false) }
    }

    @Test(arguments: [
        "http://localhost:1/rest", "http://127.0.0.1:80/rest", "http://127.8.8.8", "http://[::1]:9/rest",
    ])
    func plainHTTPIsFineOnThisMachine(url: String) throws {
        let text = oneStore.replacing("https://api.runsignup.com/rest", with: "\"\(url)\"")
        #expect(try folder.complaints(text) == [])
    }

    @Test(arguments: [
        (
            "ticket_event_id: 7001", "race_id: 7001",
            ["`ticket_event_id` is missing", "belongs to runsignup-race-store"]
        ),
        ("ticket_event_id: 7001", "ticket_event_id: 0", ["must be a whole number without quotes, 1 or more"]),
        ("ticket_event_id: 7001", "ticket_event_id: 70.5", ["must be a whole number"]),
        (
            "ticket_event_id: 7001", "update_method: POST",
            ["`ticket_event_id` is missing", "belongs to tixstock"]
        ),
    ])
    func anAPINeedsItsOwnID(old: String, new: String, words: [String]) throws {
        let complaints = try folder.complaints(oneStore.replacing(old, with: new))
        for word in words { #expect(complaints.contains { $0.contains(word) }, "\(complaints)") }
        #expect(complaints.count == words.count)
    }

    @Test func twoStoresWithOneIdentityOrOneNameAreErrors() throws {
        let twin = oneStore.split(separator: "\n").dropFirst().joined(separator: "\n")
        let sameName = twin.replacing("7001", with: "7002")
        let samePlace = twin.replacing("spring-gala", with: "other")
            .replacing("https://api.runsignup.com/rest", with: "https://API.runsignup.com:443/rest//")
        let complaints = try folder.complaints("\(oneStore)\(sameName)\n\(samePlace)\n")
        #expect(complaints.count == 2)
        #expect(complaints[0] == "6: The name spring-gala is taken by the store in line 2; choose another.")
        #expect(complaints[1].hasPrefix("10: Store other is the same place as store spring-gala in line 2"))
    }

    @Test func errorsNeverQuoteASecret() throws {
        for broken in [
            "bearer_token: \"hush", "bearer_token: hush\n  x: [",
            "bearer_token: hush\n      bearer_token: hush",
        ] {
            let text = "stores:\n  - name: a\n    api: tixstock\n    credentials:\n      \(broken)\n"
            let file = try folder.write(text, to: "config.yaml")
            let error = #expect(throws: ConfigError.self) {
                try Configuration.load(Overrides(config: file), environment: ["HOME": folder.path])
            }
            #expect(error?.description.contains("hush") == false)
        }
    }
}
