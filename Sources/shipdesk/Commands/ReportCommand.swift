import ArgumentParser
import Cache
import Model
import Screens
import ViewModels

extension PlainDate: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Sum up what was shipped on a day, by station and by carrier.",
        discussion: """
            The day is the station's own, from midnight to midnight. Counted are marks that are confirmed, on the \
            day on which they were made; what is left to ship is known for today only.
            """)

    @OptionGroup var options: GlobalOptions
    @Option(help: ArgumentHelp("Another day than today.", valueName: "YYYY-MM-DD"))
    var date: PlainDate?
    @Flag(help: "As JSON.") var json = false
    @Flag(help: "As CSV, safe to open in a spreadsheet.") var csv = false

    func validate() throws {
        if json && csv { throw ValidationError("--json and --csv cannot go together.") }
    }

    func run() async throws {
        try await Console.run {
            let bench = try Bench.open(options)
            let clock = Clock.station
            let account = try bench.cache.read { reader in
                try reader.account(of: bench.stores.map(\.store), on: date, clock: clock)
            }
            if json { return Console.result(try jsonLine(DayJSON(account))) }
            if csv { return dayCSV(account).forEach(Console.result) }
            Console.write(dayText(account, station: bench.author.station, clock: clock), to: 1)
        }
    }
}

extension CacheReader {
    /// - Parameter date: nil: today.
    func account(of stores: [Store], on date: PlainDate?, clock: Clock) throws -> DayAccount {
        guard let today = clock.today else {
            throw Stop(.badData, "The clock of this machine shows no date.")
        }
        let day = StationDay(date ?? today)
        return try account(
            of: stores, on: day.date, from: day.start, until: day.end,
            now: day.date == today ? clock.now : nil)
    }
}
