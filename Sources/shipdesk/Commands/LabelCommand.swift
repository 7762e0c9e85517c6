import ArgumentParser
import Cache
import Model
import Services

struct LabelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label", abstract: "Open or save the shipping label of an order.",
        discussion: """
            With a file, it is saved there; one that is there already stays. Without, it is opened where this \
            machine can (xdg-open and a screen), and otherwise saved in the current folder.
            """)

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The order's id.") var id: String
    @Argument(help: ArgumentHelp("Where to save the PDF.", valueName: "file.pdf"))
    var file: String?

    func run() async throws {
        try await Console.run {
            let bench = try Bench.open(options)
            let purchase = PurchaseID(id)
            guard let key = try await Lookup(bench: bench).keys(of: [purchase])[purchase],
                let detail = try bench.cache.read({ try $0.detail(key) })
            else { throw Stop(.badData, Refusal.unknownPurchase(purchase).sentence) }
            guard detail.store.capabilities.labels else {
                throw Stop(.badData, "\(detail.store.name) knows no labels.")
            }
            let opener = LabelOpener(environment: Environment.variables)
            Console.say(try LabelFile(shelf: bench.labels, opener: opener).bring(detail, to: file))
        }
    }
}
