import ArgumentParser
import Simulator

struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Serve an invented store on this machine, as strict as the documents.",
        discussion: """
            The first line of stdout is `listening on http://127.0.0.1:PORT`; a configuration's base_url is that \
            with /rest. The demo's credentials: rsu_api_key `demo-key`, rsu_api_secret `demo-secret`, ticket \
            event 7001.
            """)

    @Option(help: ArgumentHelp("The port; 0 takes a free one.", valueName: "n"))
    var port = 0
    @OptionGroup var size: SimulationOptions
    @Flag(help: ArgumentHelp("End when standard input ends.", visibility: .hidden))
    var untilInputEnds = false

    func run() async throws {
        try await Console.run {
            let options = SimulatorOptions(port: port, purchases: size.purchases, seed: size.seed)
            do {
                try await simulate(options, exitsWithParent: untilInputEnds) { Console.result($0) }
            } catch {
                throw Stop(
                    .unreachable, "Port \(port) cannot be taken: is something listening there already?")
            }
        }
    }
}
