import ArgumentParser
import Dispatch
import Services

#if canImport(Glibc)
    import Glibc
#endif

struct AgentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agent", abstract: "Sync and send for this box without a screen, until SIGTERM.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        try await Console.run {
            if options.readOnly { throw Stop(.refused, "--read-only: an agent would have nothing to do.") }
            let bench = try Bench.open(options, log: .onStandardError)
            try await bench.withNetwork { network in
                let leaders = try bench.clients(network: network).map { bench.leader(of: $0, client: $1) }
                if leaders.isEmpty {
                    throw Stop(.configuration, "No store here has credentials; there is nothing to lead.")
                }
                // Watched for before anything begins, so that no end comes unnoticed.
                let signals = Signals([SIGTERM, SIGINT, SIGHUP])
                let running = leaders.map { leader in Task { try await leader.run() } }
                await signals.first()
                for leader in leaders { await leader.stop() }
                running.forEach { $0.cancel() }
            }
        }
    }
}

/// Signals as something to wait for; caught from the moment that it is made.
struct Signals {
    private let bell = Doorbell()
    private let sources: [any DispatchSourceSignal]

    init(_ signals: [Int32]) {
        sources = signals.map { [bell] number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { @Sendable in bell.ring() }
            source.activate()
            return source
        }
    }

    func first() async {
        await bell.wait()
        sources.forEach { $0.cancel() }
    }
}
