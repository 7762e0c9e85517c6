import ArgumentParser
import Settings

/// The options that every command takes, before or after its other arguments.
struct GlobalOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("Where the cache and the outbox lie.", valueName: "dir"))
    var dataDir: String?

    @Option(help: ArgumentHelp("Only this store of the configuration.", valueName: "name"))
    var store: String?

    @Option(help: ArgumentHelp("The theme; `shipdesk themes` lists them.", valueName: "name"))
    var theme: String?

    @Flag(help: "Look, but mark nothing, and neither sync nor send.")
    var readOnly = false

    @Option(help: ArgumentHelp("The name of this packing station.", valueName: "name"))
    var station: String?

    var overrides: Overrides {
        Overrides(config: config, station: station, theme: theme, dataDirectory: dataDir)
    }
}
