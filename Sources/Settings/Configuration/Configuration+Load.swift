import ViewModels

extension Configuration {
    /// Finds, reads and checks the configuration.
    ///
    /// The file is the one of `--config`, else of `$SHIPDESK_CONFIG`, else the first that exists of
    /// ``Places/configurationFiles``. Nothing secret is fetched yet.
    /// - Parameter defaultStation: the station's name where nobody set one.
    /// - Throws: ``ConfigError`` with everything that is wrong.
    package static func load(
        _ overrides: Overrides = Overrides(), environment: [String: String],
        defaultStation: @autoclosure () -> String = Places.defaultStation
    ) throws(ConfigError) -> Configuration {
        let places = Places(environment: environment)
        let path = try file(overrides, places)
        let file = try TextFile(path: path)
        guard let root = try YAMLValue.parse(file.text, file: path), !root.isEmpty else {
            throw ConfigError("The file is empty. " + Self.example, file: path)
        }
        let findings = Findings(file: path)
        guard let section = Section<ConfigurationKey>(root, called: "The configuration", findings) else {
            try findings.raise()
            throw ConfigError("The file must begin with a key such as `stores:`.", file: path)
        }
        var configuration = Configuration(
            file: path, station: "", theme: overrides.theme ?? section.text(.theme) ?? defaultTheme,
            dataDirectory: "",
            stores: StoreReader(file: file, places: places, findings: findings).all(in: section))
        configuration.station =
            overrides.station ?? places.variable("SHIPDESK_STATION") ?? section.text(.station) ?? ""
        if configuration.station.isEmpty { configuration.station = defaultStation() }
        configuration.readFigures(from: section)
        if let keys = section.value(.keys) {
            configuration.keymap = KeymapReader(findings: findings).keymap(keys)
        }
        configuration.views = ViewReader(findings: findings).all(in: section)
        configuration.dataDirectory = dataDirectory(overrides, section, places)
        configuration.lockDirectory = section.text(.lockDir).map {
            places.expand($0, in: Places.folder(of: path))
        }
        let themes = ThemeLibrary(places: places, configuration: path)
        if let name = section.text(.theme), !themes.names.contains(name) {
            section.note(themes.unknown(name), at: .theme)
        }
        try findings.raise()
        if let name = overrides.theme, !themes.names.contains(name) {
            throw ConfigError(themes.unknown(name))
        }
        return configuration
    }

    /// The data directory where no configuration is needed to know it.
    package static func dataDirectory(_ overrides: Overrides, environment: [String: String]) -> String? {
        overrides.dataDirectory ?? Places(environment: environment).dataFolder
    }

    private static func file(_ overrides: Overrides, _ places: Places) throws(ConfigError) -> String {
        if let path = overrides.config ?? places.variable("SHIPDESK_CONFIG") {
            return places.expand(path, in: "")
        }
        if let path = places.configurationFiles.first(where: TextFile.exists) { return path }
        let best = places.configurationFiles.first ?? "a file and name it with --config"
        throw ConfigError(
            "There is no configuration yet. Try `shipdesk demo`, which needs none, or `shipdesk setup`, "
                + "which asks for your first store, or write \(best). "
                + example)
    }

    private static func dataDirectory(
        _ overrides: Overrides, _ section: Section<ConfigurationKey>, _ places: Places
    ) -> String {
        var path = overrides.dataDirectory
        if path == nil, let written = section.text(.dataDir) {
            path = places.expand(written, in: Places.folder(of: section.findings.file))
        }
        guard var path = path ?? places.dataFolder else {
            section.note("`data_dir` is missing, and HOME is not set: name a folder.", at: .dataDir)
            return ""
        }
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    private mutating func readFigures(from section: Section<ConfigurationKey>) {
        func set(_ figure: WritableKeyPath<Timing, Duration>, _ key: ConfigurationKey) {
            if let time = section.duration(key, in: .zero ... .seconds(86_400)) {
                timing[keyPath: figure] = time
            }
        }
        set(\.syncEvery, .syncEvery)
        set(\.fullSyncEvery, .fullSyncEvery)
        set(\.syncOverlap, .syncOverlap)
        set(\.settleWait, .settleWait)
        set(\.settleMargin, .settleMargin)
        set(\.callTimeout, .callTimeout)
        set(\.readServes, .readServes)
        set(\.retryWaiting, .retryWaiting)
        set(\.retryBackground, .retryBackground)
        set(\.probeEvery, .probeEvery)
        set(\.stoppedAfter, .stoppedAfter)
        scanning = ScanReader(section: section).settings()
        mouse = section.flag(.mouse) ?? mouse
    }

    /// The shortest configuration that works.
    package static let example = """
        The shortest one that works:

        stores:
          - name: spring-gala
            api: runsignup-ticket-store
            base_url: https://api.runsignup.com/rest
            ticket_event_id: 7001
            credentials:
              rsu_api_key: your-key
              rsu_api_secret: { env: RSU_SECRET }

        """
}
