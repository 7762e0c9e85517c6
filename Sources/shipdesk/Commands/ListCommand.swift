import ArgumentParser
import Cache
import Model
import ViewModels

extension StateFilter: ExpressibleByArgument {}

struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Print purchases from the cache, oldest first.")

    @OptionGroup var options: GlobalOptions
    @Option(help: ArgumentHelp("Only these.", valueName: "state"))
    var state: StateFilter = .all
    @Option(help: ArgumentHelp("Words in name, id, code, item, address or tracking.", valueName: "text"))
    var search: String = ""
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Only what this line leaves: state:to-ship country:DE age:>2d item:shirt -held:yes words.",
            valueName: "text"))
    var filter: String = ""
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Another order; with a - before it the other way round.", valueName: "column"))
    var sort: String = ListSort().description
    @Option(help: ArgumentHelp("No more than this many.", valueName: "n"))
    var limit: Int?
    @Flag(help: "As JSON.")
    var json = false
    @Flag(help: "As CSV, a line per item; safe to open in a spreadsheet.")
    var csv = false

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit must be 0 or more.") }
        if let problem = filterProblem { throw ValidationError(problem) }
        if ListSort(written: sort) == nil {
            let columns = ListSort.Column.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--sort must be one of \(columns).")
        }
        if json && csv { throw ValidationError("--json and --csv cannot go together.") }
    }

    func run() async throws {
        try await Console.run {
            let bench = try Bench.open(options)
            try bench.cache.read { reader in
                let printer = PurchasePrinter(reader: reader, form: json ? .json : csv ? .csv : .people)
                try printer.printAll(query(bench), of: bench.stores.map(\.store), limit: limit)
            }
        }
    }

    private func query(_ bench: Bench) -> ListQuery {
        let only = bench.stores.count == 1 ? bench.stores.first?.store.id : nil
        let line = (try? ListFilter(parsing: filter)) ?? ListFilter()
        let words = [search, line.search].filter { !$0.isEmpty }.joined(separator: " ")
        return ListQuery(
            store: only, filter: state, search: words, conditions: line.conditions,
            sort: ListSort(written: sort) ?? ListSort(), asOf: Clock.station.asOf)
    }

    private var filterProblem: String? {
        do {
            _ = try ListFilter(parsing: filter)
            return nil
        } catch {
            return error.sentence
        }
    }
}

struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print one purchase with its items, address and ledger.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The purchase's id.") var id: String
    @Flag(help: "As JSON.") var json = false

    func run() async throws {
        try await Console.run {
            let bench = try Bench.open(options)
            let purchase = PurchaseID(id)
            guard let key = try await Lookup(bench: bench).keys(of: [purchase])[purchase] else {
                throw Stop(.badData, Refusal.unknownPurchase(purchase).sentence)
            }
            try bench.cache.read { reader in
                guard let detail = try reader.detail(key) else { return }
                try PurchasePrinter(reader: reader, form: json ? .json : .people).printOne(detail)
            }
        }
    }
}
