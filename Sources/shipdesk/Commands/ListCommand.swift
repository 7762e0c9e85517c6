import ArgumentParser
import Cache
import Model

extension StateFilter: ExpressibleByArgument {}

struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Print purchases from the cache, oldest first.")

    @OptionGroup var options: GlobalOptions
    @Option(help: ArgumentHelp("Only these.", valueName: "state"))
    var state: StateFilter = .all
    @Option(help: ArgumentHelp("Words in name, id, code, item, address or tracking.", valueName: "text"))
    var search: String = ""
    @Option(help: ArgumentHelp("No more than this many.", valueName: "n"))
    var limit: Int?
    @Flag(help: "As JSON (the contract's form).")
    var json = false
    @Flag(help: "As CSV, a line per item; safe to open in a spreadsheet.")
    var csv = false

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit must be 0 or more.") }
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
        return ListQuery(store: only, filter: state, search: search)
    }
}

struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print one purchase with its items, address and ledger.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The purchase's id.") var id: String
    @Flag(help: "As JSON (the contract's form).") var json = false

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
