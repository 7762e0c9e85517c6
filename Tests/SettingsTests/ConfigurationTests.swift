import Model
import Testing
import ViewModels

@testable import Settings

@Suite struct ConfigurationTests {
    private let folder: Folder
    init() throws { folder = try Folder() }

    @Test func theContractsExampleReads() throws {
        let configuration = try folder.load(
            """
            station: bench-3
            theme: harbour
            data_dir: /var/lib/shipdesk
            stores:
              - name: spring-gala
                api: runsignup-ticket-store
                base_url: https://api.runsignup.com/rest
                ticket_event_id: 7001
                credentials:
                  rsu_api_key: abc
                  rsu_api_secret: { env: RSU_SECRET }
                  rsu_api_reg: "12.token"
                  rsu_api_reg_secret: { env: RSU_REG_SECRET }
            """, mode: 0o644)
        #expect(configuration.station == "bench-3")
        #expect(configuration.theme == "harbour")
        #expect(configuration.dataDirectory == "/var/lib/shipdesk")
        let store = try #require(configuration.store(named: "spring-gala"))
        #expect(store.identity.canonical == "runsignup-ticket-store https://api.runsignup.com/rest 7001")
        let credentials = try #require(store.credentials)
        #expect(credentials.kind == .entityKey)
        #expect(credentials.secret?.origin == .environment("RSU_SECRET"))
        #expect(credentials.registration?.secret.key == "rsu_api_reg_secret")
    }

    @Test func allFourAPIsRead() throws {
        let configuration = try folder.load(
            """
            stores:
              - name: tickets
                api: runsignup-ticket-store
                base_url: "http://127.0.0.1:8080/rest"
                ticket_event_id: 1
              - { name: races, api: runsignup-race-store, base_url: "http://127.0.0.1:8080/rest", race_id: 1 }
              - name: seats
                api: tixstock
                base_url: https://sandbox-pf.tixstock.com/v1/
                update_method: PUT
                credentials: { bearer_token: "t" }
              - name: listings
                api: ticket-evolution
                base_url: https://API.ticketevolution.com:443/
                office_id: 9
                credentials: { token: a, secret: b }
            """)
        #expect(configuration.stores.map(\.identity.place) == ["1", "1", "", "9"])
        #expect(configuration.stores.map(\.credentials?.kind) == [nil, nil, .bearerToken, .signingSecret])
        #expect(configuration.stores[2].updateMethod == .put)
        #expect(configuration.stores[2].identity.baseURL == "https://sandbox-pf.tixstock.com/v1")
        #expect(configuration.stores[3].identity.baseURL == "https://api.ticketevolution.com")
    }

    @Test func defaultsAreTheProtocols() throws {
        let configuration = try folder.load(oneStore)
        #expect(configuration.station == "box")
        #expect(configuration.theme == "harbour")
        #expect(configuration.dataDirectory == "\(folder.path)/.local/share/shipdesk")
        #expect(configuration.timing == Timing())
        #expect(configuration.timing.settleWait == .seconds(40))
        #expect(configuration.scanning == ScanSettings())
        #expect(!configuration.mouse)
    }

    @Test func figuresReadInEveryUnit() throws {
        let configuration = try folder.load(
            """
            sync_every: 5
            settle_wait: 1.5s
            full_sync_every: 2 min
            scan_gap: 80ms
            scan_prefix: "~"
            mouse: true
            \(oneStore)
            """)
        #expect(configuration.timing.syncEvery == .seconds(5))
        #expect(configuration.timing.settleWait == .milliseconds(1500))
        #expect(configuration.timing.fullSyncEvery == .seconds(120))
        #expect(configuration.scanning.gap == 80)
        #expect(configuration.scanning.prefix == ["~"])
        #expect(configuration.mouse)
    }

    @Test func relativePathsStartAtTheFile() throws {
        let configuration = try folder.load(
            """
            data_dir: data/
            stores:
              - name: a
                api: tixstock
                base_url: https://example.com/v1
                catalogue: ~/names.csv
                credentials: { bearer_token: { file: token } }
            """)
        #expect(configuration.dataDirectory == "\(folder.path)/data")
        #expect(configuration.stores[0].catalogue == "\(folder.path)/names.csv")
        #expect(configuration.stores[0].credentials?.secret?.origin == .file("\(folder.path)/token"))
    }
}

@Suite struct PrecedenceTests {
    private let folder: Folder
    init() throws { folder = try Folder() }

    private func load(_ overrides: Overrides, _ environment: [String: String]) throws -> Configuration {
        try Configuration.load(
            overrides, environment: ["HOME": folder.path].merging(environment) { $1 }, defaultStation: "box")
    }

    @Test func theFileIsFoundInTheContractsOrder() throws {
        let named = try folder.write("station: named\n" + oneStore, to: "named.yaml")
        let variable = try folder.write("station: variable\n" + oneStore, to: "variable.yaml")
        try folder.write("station: xdg\n" + oneStore, to: "xdg/shipdesk/config.yaml")
        try folder.write("station: home\n" + oneStore, to: ".config/shipdesk/config.yaml")
        var environment = ["SHIPDESK_CONFIG": variable, "XDG_CONFIG_HOME": folder.path + "/xdg"]
        #expect(try load(Overrides(config: named), environment).station == "named")
        #expect(try load(Overrides(), environment).station == "variable")
        environment["SHIPDESK_CONFIG"] = ""
        #expect(try load(Overrides(), environment).station == "xdg")
        environment["XDG_CONFIG_HOME"] = nil
        #expect(try load(Overrides(), environment).station == "home")
    }

    @Test func optionsWinOverTheEnvironmentAndTheEnvironmentOverTheFile() throws {
        try folder.write(
            "station: file\ntheme: paper\ndata_dir: /file\n" + oneStore, to: ".config/shipdesk/config.yaml")
        let environment = ["SHIPDESK_STATION": "variable", "XDG_DATA_HOME": "/xdg"]
        let options = Overrides(station: "option", theme: "mono", dataDirectory: "/option")
        let all = try load(options, environment)
        #expect([all.station, all.theme, all.dataDirectory] == ["option", "mono", "/option"])
        let some = try load(Overrides(), environment)
        #expect([some.station, some.theme, some.dataDirectory] == ["variable", "paper", "/file"])
        #expect(try load(Overrides(), [:]).station == "file")
    }

    @Test func aNamedFileThatIsMissingIsAnErrorEvenWhereAnotherExists() throws {
        try folder.write(oneStore, to: ".config/shipdesk/config.yaml")
        let error = #expect(throws: ConfigError.self) { try load(Overrides(config: "/nowhere/c.yaml"), [:]) }
        #expect(error?.description == "/nowhere/c.yaml: There is no such file; check the path.")
    }

    @Test func withoutAnyFileTheErrorSaysHowToStart() throws {
        let places = Places(environment: ["HOME": folder.path])
        #expect(
            places.configurationFiles == [
                folder.path + "/.config/shipdesk/config.yaml", "/etc/shipdesk/config.yaml",
            ])
        let error = #expect(throws: ConfigError.self) { try load(Overrides(), [:]) }
        #expect(error?.description.contains("shipdesk demo") == true)
        #expect(error?.description.contains(folder.path + "/.config/shipdesk/config.yaml") == true)
    }

    @Test func theExampleInThatErrorIsAConfigurationThatWorks() throws {
        let example = Configuration.example.drop { $0 != "\n" }
        #expect(try folder.load(String(example)).stores.map(\.name) == ["spring-gala"])
    }

    @Test func theStationIsNamedAfterThisHost() {
        #expect(!Places.defaultStation.isEmpty)
        #expect(!Places.defaultStation.hasPrefix(":"))
    }
}
