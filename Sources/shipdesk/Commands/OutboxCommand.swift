import ArgumentParser
import Cache
import Model
import Services

struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "Show every mark and where it stands; settle what is stuck.",
        subcommands: [List.self, Retry.self, Drop.self, Settle.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Print every mark there ever was, oldest first.")
        @OptionGroup var options: GlobalOptions
        @Flag(help: "As JSON.") var json = false
        @Flag(help: "As CSV, a line per mark; safe to open in a spreadsheet.") var csv = false
        @Flag(help: "Only what counts and never left: confirmed marks of stores that take none.")
        var kept = false

        func validate() throws {
            if json && csv { throw ValidationError("--json and --csv cannot go together.") }
        }

        func run() async throws {
            try await Console.run {
                let bench = try Bench.open(options)
                let stores = bench.stores.map(\.store).filter { !kept || !$0.capabilities.marksLeave }
                    .reduce(into: [:]) { $0[$1.id] = $1 }
                let rows = try bench.cache.read { try $0.outbox(newestFirst: false) }
                    .filter { stores[$0.mark.store] != nil && (!kept || $0.mark.state == .confirmed) }
                if csv { return try print(rows.map(\.mark), of: stores, bench) }
                let entries = rows.map { EntryJSON($0.mark, storeName: $0.storeName) }
                if json { return Console.result(try jsonLine(EntriesJSON(entries: entries))) }
                let keeping = bench.stores.map(\.store).filter { !$0.capabilities.marksLeave }.map(\.name)
                for entry in entries {
                    let isKept = entry.state == "confirmed" && keeping.contains(entry.store)
                    Console.say([
                        entry.id, entry.state, "\(entry.purchase):\(entry.item)", String(entry.quantity),
                        entry.error ?? (isKept ? "kept on this box" : ""),
                    ])
                }
            }
        }

        private func print(_ marks: [Mark], of stores: [StoreID: Store], _ bench: Bench) throws {
            Console.result(CSV.row(MarkCSV.columns))
            try bench.cache.read { reader in
                let form = MarkCSV(reader: reader)
                for mark in marks {
                    if let store = stores[mark.store] { Console.result(try form.row(mark, of: store)) }
                }
            }
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send marks in conflict or failed again, as things stand now.")
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The marks' ids.") var ids: [Int64]

        func run() async throws {
            try await settle(ids, options) { try $0.retry($1, by: $2, now: $3) }
        }
    }

    struct Drop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Drop marks that have not left, or that failed.")
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The marks' ids.") var ids: [Int64]

        func run() async throws {
            try await settle(ids, options) { try $0.drop($1, by: $2, now: $3) }
        }
    }

    struct Settle: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say what came of a mark whose outcome is unknown.",
            discussion: "Look at the store's own pages first: `absent` sends the mark again.")
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The mark's id.") var id: Int64
        @Option(name: .customLong("as"), help: "confirmed, or absent.") var outcome: Settlement

        func run() async throws {
            try await settle([id], options) { try $0.settle($1, as: outcome, by: $2, now: $3) }
        }
    }
}

extension Settlement: ExpressibleByArgument {}

private func settle(
    _ ids: [Int64], _ options: GlobalOptions,
    _ deed: (Marker, MarkID, Author, Int64) throws -> Void
) async throws {
    try await Console.run {
        if options.readOnly { throw Stop(.refused, "--read-only: nothing is settled.") }
        let bench = try Bench.open(options)
        for id in ids {
            try deed(Marker(cache: bench.cache), MarkID(id), bench.author, ServiceClock.system.now())
        }
    }
}
