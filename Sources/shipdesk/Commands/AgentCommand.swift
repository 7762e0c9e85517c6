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
                let running = leaders.map { leader in Task { try await leader.run() } }
                await Signals.first(of: [SIGTERM, SIGINT, SIGHUP])
                for leader in leaders { await leader.stop() }
                running.forEach { $0.cancel() }
            }
        }
    }
}

/// Signals as something to wait for.
enum Signals {
    static func first(of signals: [Int32]) async {
        let bell = Doorbell()
        let sources = signals.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { @Sendable in bell.ring() }
            source.activate()
            return source
        }
        await bell.wait()
        sources.forEach { $0.cancel() }
    }
}
