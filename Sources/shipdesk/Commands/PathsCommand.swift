import ArgumentParser
import FoundationEssentials
import Settings

struct PathsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paths", abstract: "Say where the configuration, the cache and the themes lie.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        try await Console.run {
            let places = Places(environment: Environment.variables)
            let configuration = try load()
            let data =
                configuration?.dataDirectory
                ?? Configuration.dataDirectory(options.overrides, environment: Environment.variables)
            let looked = places.configurationFiles.joined(separator: ", ")
            Console.say("configuration  \(configuration?.file ?? "none (looked at: \(looked))")")
            Console.say("data           \(data ?? "unknown: HOME is not set")")
            Console.say("themes         \(places.configFolder.map { $0 + "/themes" } ?? "none")")
        }
    }

    /// Nil where there is none yet, which is no mistake here.
    private func load() throws -> Configuration? {
        let places = Places(environment: Environment.variables)
        let isNamed = options.config != nil || Environment.variables["SHIPDESK_CONFIG"]?.isEmpty == false
        let exists = places.configurationFiles.contains { FileManager.default.fileExists(atPath: $0) }
        guard isNamed || exists else { return nil }
        return try Configuration.load(options.overrides, environment: Environment.variables)
    }
}
