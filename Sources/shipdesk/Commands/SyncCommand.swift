import ArgumentParser
import Cache
import Model
import Services

struct SyncCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "Read what changed in the stores into the cache, and send what can leave.")

    @OptionGroup var options: GlobalOptions
    @Flag(help: "Read everything, and find what vanished.")
    var full = false
    @Flag(help: "Print what was read as JSON.")
    var json = false

    func run() async throws {
        try await Console.run {
            let bench = try Bench.open(options)
            if options.readOnly { throw Stop(.refused, "--read-only: nothing is read from the stores.") }
            var round = SyncRound(bench: bench)
            round.isWhole = true
            round = try await round.run(full: full)
            if json { Console.result(try jsonLine(SyncReports(stores: round.reports))) }
            if !json { round.reports.forEach { Console.say($0.sentence) } }
            if let stop = round.stop { throw stop }
        }
    }
}

struct SyncReports: Encodable {
    var stores: [SyncReport]
}

/// What a pass came to.
struct SyncReport: Encodable {
    var store: String
    var purchases: Int
    /// In words: the purchases that could not be read.
    var set_aside: [String]

    var sentence: String { "\(store): \(purchases) purchases in the cache." }
}
