import Model
import ViewModels

/// Everything that a person set, checked: what the configuration file, the environment and the options of
/// the command line say together. `Configuration.md` explains every key.
package struct Configuration: Sendable, Hashable {
    /// The file it came from; nil for the demo.
    package var file: String?
    /// Where marks are made: goes into every mark and log entry.
    package var station: String
    package var theme: String
    /// Absolute, without a trailing slash; it need not exist yet.
    package var dataDirectory: String
    /// Where all users of the box keep the locks of its calls; nil where shipdesk finds a place itself.
    package var lockDirectory: String?
    package var stores: [StoreConfiguration]
    package var timing: Timing
    package var scanning: ScanSettings
    /// Mouse wheel and clicks; off by default, because terminals then no longer select text.
    package var mouse: Bool
    /// The standard keys with the person's own.
    package var keymap: Keymap
    /// Tabs of one's own.
    package var views: [SavedView] = []

    package init(
        file: String? = nil, station: String, theme: String = defaultTheme, dataDirectory: String,
        lockDirectory: String? = nil, stores: [StoreConfiguration], timing: Timing = Timing(),
        scanning: ScanSettings = ScanSettings(),
        mouse: Bool = false, keymap: Keymap = .standard
    ) {
        self.file = file
        self.station = station
        self.theme = theme
        self.dataDirectory = dataDirectory
        self.lockDirectory = lockDirectory
        self.stores = stores
        self.timing = timing
        self.scanning = scanning
        self.mouse = mouse
        self.keymap = keymap
    }

    package static let defaultTheme = "harbour"

    /// The store of this name, or nil.
    package func store(named name: String) -> StoreConfiguration? { stores.first { $0.name == name } }
}

/// What the command line says before any file is read; each wins over the file and the environment.
package struct Overrides: Sendable, Hashable {
    package var config: String?
    package var station: String?
    package var theme: String?
    package var dataDirectory: String?

    package init(
        config: String? = nil, station: String? = nil, theme: String? = nil, dataDirectory: String? = nil
    ) {
        self.config = config
        self.station = station
        self.theme = theme
        self.dataDirectory = dataDirectory
    }
}
