import ArgumentParser
import Model
import Settings
import ViewModels

#if canImport(Glibc)
    import Glibc
#endif

struct BarcodesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "barcodes",
        abstract: "A sheet of command barcodes: ship, hand over, next, undo, cancel, OK, part.",
        discussion: """
            Print it: shipdesk barcodes --svg > sheet.svg. Without an option it draws on a terminal, where \
            most scanners read it too, and says the texts elsewhere.
            """)

    enum Form: EnumerableFlag {
        case text, svg
        static func help(for value: Form) -> ArgumentHelp? {
            switch value {
            case .text: "Only what each barcode holds, for a label printer."
            case .svg: "A page to print, on standard output."
            }
        }
    }

    @OptionGroup var options: GlobalOptions
    @Flag var form: Form?

    func run() async throws {
        try await Console.run {
            let settings = try scanning()
            guard !settings.commands.isEmpty else {
                throw Stop(.badData, "The configuration turns command barcodes off (`scan_commands: \"\"`).")
            }
            let sheet = BarcodeSheet(settings)
            switch form {
            case .text: sheet.texts.forEach { Console.say($0) }
            case .svg: Console.result(sheet.svg)
            case nil where isatty(STDOUT_FILENO) == 1: Console.result(sheet.drawing(columns: columns))
            case nil: sheet.texts.forEach { Console.say($0) }
            }
        }
    }

    /// The sheet needs no configuration; a wrong one is told, for its barcodes would not be understood.
    private func scanning() throws -> ScanSettings {
        let places = Places(environment: Environment.variables)
        let isNamed = options.overrides.config != nil || Environment.variables["SHIPDESK_CONFIG"] != nil
        guard isNamed || places.configurationFiles.contains(where: { access($0, F_OK) == 0 }) else {
            return ScanSettings()
        }
        return try Configuration.load(options.overrides, environment: Environment.variables).scanning
    }

    private var columns: Int {
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }
}
