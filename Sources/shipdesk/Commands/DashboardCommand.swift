import ArgumentParser
import FoundationEssentials
import Model
import Settings

#if canImport(Glibc)
    import Glibc
#endif

/// A command that takes over the terminal.
protocol ScreenCommand: AsyncParsableCommand {
    @MainActor func show() async throws
}

extension ScreenCommand {
    /// For whoever runs it as any other command; nobody else has it then.
    func run() async throws {
        nonisolated(unsafe) let screen = self
        try await screen.show()
    }
}

struct DashboardCommand: ScreenCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard", abstract: "The dashboard; what `shipdesk` alone opens.")

    @OptionGroup var options: GlobalOptions

    func show() async throws {
        try await Console.run {
            if isFirstRun, try await !SetupCommand.run(writing: options) { return }
            let bench = try Bench.open(options, log: .onStandardError)
            // Who only looks marks nothing, and needs no name of its own.
            let station = bench.isReadOnly ? nil : StationClaim(bench)
            try await Session(
                bench: bench.named(station?.name ?? bench.author.station), isDemo: false,
                notices: [station?.notice, bench.notice].compactMap(\.self)
            ).run()
            withExtendedLifetime(station) {}
        }
    }

    /// Nothing is configured yet, and there is somebody to ask.
    private var isFirstRun: Bool {
        let places = Places(environment: Environment.variables)
        let isNamed = options.config != nil || Environment.variables["SHIPDESK_CONFIG"]?.isEmpty == false
        let exists = places.configurationFiles.contains { FileManager.default.fileExists(atPath: $0) }
        return !isNamed && !exists && isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0
    }
}

struct DemoCommand: ScreenCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "The dashboard over invented stores; needs nothing, and leaves nothing behind.",
        discussion: """
            Four stores side by side: a ticket store, which is shown first, the store of a race, orders at \
            Tixstock, and the listings of a Ticket Evolution office. S shows the next, then all of them.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var size: SimulationOptions

    func show() async throws {
        try await Console.run {
            let demo = try await Demo.start(purchases: size.purchases, seed: size.seed)
            defer { demo.end() }
            let configuration = try demo.configuration(options.overrides)
            let bench = try Bench.open(
                configuration, only: options.store, isReadOnly: options.readOnly, log: .onStandardError)
            try Demo.trackOrders(in: bench)
            try await Session(bench: bench, isDemo: true).run()
        }
    }
}

/// How large an invented store is.
struct SimulationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Purchases in the invented ticket store.", valueName: "n"))
    var purchases = 5_000
    @Option(help: ArgumentHelp("The same seed invents the same people.", valueName: "n"))
    var seed: UInt64 = 1

    static let bounds = 0...5_000_000

    func validate() throws {
        guard Self.bounds.contains(purchases) else {
            throw ValidationError("--purchases must be from 0 to 5000000.")
        }
    }
}
