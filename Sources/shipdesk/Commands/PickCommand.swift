import ArgumentParser
import Cache
import Model
import Screens
import Services
import ViewModels

struct PickCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pick", abstract: "Sum up what to fetch from the shelves.",
        discussion: """
            Without targets, for every purchase that the options choose. Purchases on hold, bought less than \
            15 minutes ago, without a usable address or with nothing safe to ship are left out, and told.
            """)

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp("Only these purchases.", valueName: "id")) var purchases: [String] = []
    @Option(help: ArgumentHelp("Only these.", valueName: "state"))
    var state: StateFilter?
    @Option(help: ArgumentHelp("Words in name, id, code, item, address or tracking.", valueName: "text"))
    var search: String?
    @Flag(help: "As JSON.")
    var json = false

    func validate() throws {
        if !purchases.isEmpty, state != nil || search != nil {
            throw ValidationError("Name purchases, or --state and --search.")
        }
    }

    func run() async throws {
        try await Console.run {
            let bench = try Bench.open(options)
            let scope = try await scope(bench)
            let stores = bench.stores.map(\.store)
            let now = ServiceClock.system.now() / 1_000
            let list = try bench.cache.read { reader in
                try reader.pickList(scope, of: stores, now: now, mostSources: json ? .max : 200)
            }
            guard let list else { return }
            let names = stores.reduce(into: [:]) { $0[$1.id] = $1.name }
            if json { return Console.result(try jsonLine(PickJSON(list, stores: names))) }
            Console.write(
                pickText(list, stores: names, station: bench.author.station, clock: .station), to: 1)
        }
    }

    private func scope(_ bench: Bench) async throws -> PickScope {
        if purchases.isEmpty {
            let only = bench.stores.count == 1 ? bench.stores.first?.store.id : nil
            return .list(ListQuery(store: only, filter: state ?? .all, search: search ?? ""))
        }
        let lines = try await Lookup(bench: bench).lines(
            purchases.map { Target(purchase: PurchaseID($0)) })
        var seen: Set<PurchaseKey> = []
        return .purchases(lines.map(\.key).filter { seen.insert($0).inserted })
    }
}
