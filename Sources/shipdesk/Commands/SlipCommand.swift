import ArgumentParser
import Cache
import Model
import Services
import ViewModels

struct SlipCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slip", abstract: "Print packing slips, one a page.",
        discussion: """
            A target is 1043 (everything safe to ship), 1043:3 (all that is safe of item 3) or 1043:3=2.
            Slips come on stdout in the order of the targets unless --pdf or --print says otherwise. What is \
            on hold, gone, or has nothing safe to ship has no slip: it is told, and the status is 65.
            """)

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Whose slips.") var targets: [Target]
    @Flag(help: "The last one first, for a pile that lies the other way round.")
    var reverse = false
    @Option(help: ArgumentHelp("Make a new PDF file (needs cupsfilter).", valueName: "file"))
    var pdf: String?
    @Flag(name: .customLong("print"), help: "Print them (needs lp).")
    var prints = false
    @Option(help: ArgumentHelp("Which printer; without it, the default one.", valueName: "name"))
    var printer: String?

    func validate() throws {
        if pdf != nil, prints { throw ValidationError("--pdf and --print cannot go together.") }
        if printer != nil, !prints { throw ValidationError("--printer goes with --print.") }
    }

    func run() async throws {
        try await Console.run {
            let bench = try Bench.open(options)
            let paper = Paper(environment: Environment.variables)
            if pdf != nil, paper.cupsfilter == nil { throw Stop(.unreachable, Paper.noPDF) }
            if prints, paper.lp == nil { throw Stop(.unreachable, Paper.noPrinting) }
            let lines = try await Lookup(bench: bench).lines(targets)
            let pile = SlipPile(try jobs(lines, bench))
            pile.leftOut.forEach { Console.tell("No slip of \($0).") }
            if !pile.jobs.isEmpty {
                try deliver(
                    pile.text(isReversed: reverse, station: bench.author.station, clock: .station), paper)
            }
            if !pile.leftOut.isEmpty { throw ExitStatus.badData.code }
        }
    }

    /// Targets of one purchase make one slip.
    private func jobs(_ lines: [MarkLine], _ bench: Bench) throws -> [SlipJob] {
        var order: [PurchaseKey] = []
        for line in lines where !order.contains(line.key) { order.append(line.key) }
        let byKey = Dictionary(grouping: lines, by: \.key)
        return try bench.cache.read { reader in
            try order.compactMap { key in
                guard let detail = try reader.detail(key) else { return nil }
                return SlipJob(detail, quantities: try quantities(byKey[key] ?? [], of: detail))
            }
        }
    }

    /// Nil where all of it is meant.
    private func quantities(_ lines: [MarkLine], of detail: PurchaseDetail) throws -> [Int: Int]? {
        if lines.contains(where: { $0.item == nil }) { return nil }
        let id = detail.purchase.id
        var quantities: [Int: Int] = [:]
        for line in lines {
            guard let item = line.item else { continue }
            guard let figures = detail.figures.item(item) else {
                throw Refusals([.unknownItem(id, item: item)])
            }
            let asked = line.quantity ?? figures.safe
            guard asked > 0 else {
                throw Refusals([
                    line.quantity == nil ? .nothingSafe(id, item: item) : .badQuantity(id, item: item)
                ])
            }
            let (sum, isTooMuch) = quantities[item, default: 0].addingReportingOverflow(asked)
            guard !isTooMuch, sum <= figures.safe else {
                throw Refusals([.moreThanSafe(id, item: item, asked: asked, safe: figures.safe)])
            }
            quantities[item] = sum
        }
        return quantities
    }

    private func deliver(_ text: String, _ paper: Paper) throws {
        do {
            if let pdf {
                try paper.writePDF(text, to: pdf)
            } else if prints {
                let words = try paper.printOut(text, title: "shipdesk", printer: printer)
                if !words.isEmpty { Console.tell(words) }
            } else {
                Console.write(text, to: 1)
            }
        } catch let error as PaperError {
            throw Stop(.badData, error.sentence)
        }
    }
}
