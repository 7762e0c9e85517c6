import ArgumentParser

/// The program: without a subcommand, the dashboard.
@main
struct Shipdesk: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shipdesk",
        abstract: "A dashboard for the people who pack and ship what ticket and race stores have sold.",
        discussion: """
            Without a subcommand it opens the dashboard. New here? `shipdesk demo` needs nothing, and \
            `shipdesk setup` asks for your first store.
            Exit statuses: 0 done, 64 usage, 65 bad data, 69 unreachable, 75 accepted but not confirmed yet, \
            76 accepted with a conflict or failure, 77 refused, 78 configuration.
            """,
        version: shipdeskVersion,
        subcommands: [
            DashboardCommand.self, DemoCommand.self, SimulateCommand.self, SyncCommand.self, ListCommand.self,
            ShowCommand.self, ShipCommand.self, UndoCommand.self, ChangeCommand.self, ImportCommand.self,
            OutboxCommand.self, PickCommand.self, SlipCommand.self, HoldCommand.self, ReleaseCommand.self,
            NoteCommand.self, ReportCommand.self, AgentCommand.self, TrackCommand.self, LabelCommand.self,
            LoginCommand.self, LogoutCommand.self, DoctorCommand.self, PathsCommand.self, ThemesCommand.self,
            SetupCommand.self,
            BarcodesCommand.self,
        ],
        defaultSubcommand: DashboardCommand.self)

    /// A dashboard does not leave the main thread by itself: libdispatch looks once a second after a pool of
    /// threads that was ever used, and a screen that only shows should let the machine sleep.
    @MainActor
    static func main() async {
        let arguments = GlobalOptions.afterSubcommand(
            Array(CommandLine.arguments.dropFirst()), of: names(below: self))
        do {
            switch try parseAsRoot(arguments) {
            case let screen as any ScreenCommand: try await screen.show()
            case var command as any AsyncParsableCommand: try await command.run()
            case var command: try command.run()
            }
        } catch {
            exit(withError: error)
        }
    }

    private static func names(below command: any ParsableCommand.Type) -> GlobalOptions.CommandNames {
        let pairs = command.configuration.subcommands.map { ($0._commandName, names(below: $0)) }
        return GlobalOptions.CommandNames(Dictionary(uniqueKeysWithValues: pairs))
    }
}

let shipdeskVersion = "0.1.0"
