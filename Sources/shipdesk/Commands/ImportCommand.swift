import ArgumentParser
import Model
import Services

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Mark purchases shipped from a CSV file of tracking numbers.",
        discussion: """
            The first line names the columns: purchase (id or confirmation code), item, quantity, tracking, \
            deliver_by (YYYY-MM-DD), or a carrier's own names for them. Without an item, all that is safe of \
            the purchase is shipped. Good rows go, bad ones are told, and then the exit status is 65. The same \
            contents are not imported twice but with --again.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var waiting: WaitOptions
    @Argument(help: ArgumentHelp("The CSV file, in UTF-8.", valueName: "file.csv"))
    var file: String
    @Flag(help: "Accept nothing; say what would happen.")
    var dryRun = false
    @Flag(help: "Also where the same contents were imported before.")
    var again = false

    func run() async throws {
        try await Console.run {
            let errand = try MarkErrand(options: options, waiting: waiting, onlyLooks: dryRun)
            try await ImportErrand(errand: errand, typed: file, dryRun: dryRun, again: again).run()
        }
    }
}
