import ArgumentParser
import Settings

struct DashboardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard", abstract: "The dashboard; what `shipdesk` alone opens.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        try await Console.run {
            let bench = try Bench.open(options, log: .onStandardError)
            try await Session(bench: bench, isDemo: false).run()
        }
    }
}

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "The dashboard over an invented store; needs nothing, and leaves nothing behind.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var size: SimulationOptions

    func run() async throws {
        try await Console.run {
            let demo = try await Demo.start(purchases: size.purchases, seed: size.seed)
            defer { demo.end() }
            let configuration = try demo.configuration(options.overrides)
            let bench = try Bench.open(
                configuration, only: options.store, isReadOnly: options.readOnly, log: .onStandardError)
            try await Session(bench: bench, isDemo: true).run()
        }
    }
}

/// How large an invented store is.
struct SimulationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Purchases in the invented store.", valueName: "n"))
    var purchases = 5_000
    @Option(help: ArgumentHelp("The same seed invents the same people.", valueName: "n"))
    var seed: UInt64 = 1

    func validate() throws {
        guard (0...5_000_000).contains(purchases) else {
            throw ValidationError("--purchases must be from 0 to 5000000.")
        }
    }
}
