import ArgumentParser
import Settings
import Terminal

struct ThemesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes", abstract: "List the themes, shipdesk's own and yours.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        try await Console.run {
            let places = Places(environment: Environment.variables)
            let file = (try? Configuration.load(options.overrides, environment: Environment.variables))?.file
            let library = ThemeLibrary(places: places, configuration: file)
            for name in library.names {
                do {
                    Console.say([name, try library.theme(named: name).summary])
                } catch let error as ConfigError {
                    Console.tell(error.description)
                }
            }
        }
    }
}
