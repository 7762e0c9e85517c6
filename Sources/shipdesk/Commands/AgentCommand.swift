import ArgumentParser
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
            let bench = try Bench.open(options, log: .onStandardError).named(adding: "agent")
            try await bench.withNetwork { network in
                let (clients, whyNot) = try bench.willingClients(network: network)
                bench.sentences(whyNot).forEach(Console.tell)
                if clients.isEmpty {
                    throw Stop(.configuration, "No store here has credentials; there is nothing to lead.")
                }
                // Watched for before anything begins, so that no end comes unnoticed.
                let signals = Signals.watch([SIGTERM, SIGINT, SIGHUP, SIGTSTP])
                let team = await Team { clients.map { bench.leader(of: $0, client: $1) } }
                await team.start()
                for await number in signals {
                    guard number == SIGTSTP else { break }
                    await team.pause(bench.cache)
                }
                await team.stop()
            }
        }
    }
}
