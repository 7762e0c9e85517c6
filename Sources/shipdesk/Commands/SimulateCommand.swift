import ArgumentParser
import Simulator

struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Serve invented stores on this machine, as strict as the documents.",
        discussion: """
            The first line of stdout is `listening on http://127.0.0.1:PORT`; a configuration's base_url is that \
            with /rest. The demo's credentials: rsu_api_key `demo-key`, rsu_api_secret `demo-secret`, ticket \
            event 7001; for race 9001 `demo-race-key` and `demo-race-secret`. Tixstock is below /v1, with \
            bearer_token `demo-tixstock-token`; Ticket Evolution at the address itself, office 1234, token \
            `demo-evolution-token`, secret `demo-evolution-secret`.
            """)

    @Option(help: ArgumentHelp("The port; 0 takes a free one.", valueName: "n"))
    var port = 0
    @OptionGroup var size: SimulationOptions
    @Option(help: ArgumentHelp("Purchases in the race's store; as many as --purchases.", valueName: "n"))
    var racePurchases: Int?
    @Option(help: ArgumentHelp("Orders at Tixstock; as many as --purchases.", valueName: "n"))
    var orders: Int?
    @Option(help: ArgumentHelp("Listings at Ticket Evolution; as many as --purchases.", valueName: "n"))
    var listings: Int?
    @Flag(help: ArgumentHelp("End when standard input ends.", visibility: .hidden))
    var untilInputEnds = false

    func validate() throws {
        let others = [("race-purchases", racePurchases), ("orders", orders), ("listings", listings)]
        for (name, count) in others {
            guard let count, !SimulationOptions.bounds.contains(count) else { continue }
            throw ValidationError("--\(name) must be from 0 to \(SimulationOptions.bounds.upperBound).")
        }
    }

    func run() async throws {
        try await Console.run {
            let options = SimulatorOptions(
                port: port, purchases: size.purchases, racePurchases: racePurchases, orders: orders,
                listings: listings, seed: size.seed)
            do {
                try await simulate(options, exitsWithParent: untilInputEnds) { Console.result($0) }
            } catch {
                throw Stop(
                    .unreachable, "Port \(port) cannot be taken: is something listening there already?")
            }
        }
    }
}
