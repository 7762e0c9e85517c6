import ArgumentParser
import FoundationEssentials
import Settings

struct SetupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup",
        abstract: "Ask for your first store, try it, and write the configuration.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        try await Console.run {
            guard try await SetupCommand.run(writing: options) else {
                throw Stop(.usage, "Start again with `shipdesk setup`, or look around with `shipdesk demo`.")
            }
        }
    }

    /// - Returns: false where the person left.
    static func run(writing options: GlobalOptions) async throws -> Bool {
        let places = Places(environment: Environment.variables)
        let named =
            options.config ?? Environment.variables["SHIPDESK_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
        guard let file = named ?? places.configurationFiles.first else {
            throw Stop(.configuration, "HOME is not set: name a file with --config.")
        }
        let existing = ([file] + (named == nil ? places.configurationFiles : []))
            .first { FileManager.default.fileExists(atPath: $0) }
        if let existing {
            throw Stop(
                .configuration,
                "\(existing) is there already: add stores to it by hand, or name another file with --config.")
        }
        return try await Guide(file: file).run()
    }
}
