import ArgumentParser
import Settings

struct PathsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paths", abstract: "Say where the configuration, the cache and the themes lie.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        try await Console.run {
            let places = Places(environment: Environment.variables)
            let configuration = try? Configuration.load(options.overrides, environment: Environment.variables)
            let data =
                configuration?.dataDirectory
                ?? Configuration.dataDirectory(options.overrides, environment: Environment.variables)
            let looked = places.configurationFiles.joined(separator: ", ")
            Console.say("configuration  \(configuration?.file ?? "none (looked at: \(looked))")")
            Console.say("data           \(data ?? "unknown: HOME is not set")")
            Console.say("themes         \(places.configFolder.map { $0 + "/themes" } ?? "none")")
        }
    }
}
