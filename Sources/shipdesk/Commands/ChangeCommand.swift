import ArgumentParser
import Cache
import Model

struct ChangeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Set values of one order or listing, by the names of its document.",
        discussion: """
            `change 800001 internal_notes="shelf 4" 'seats[0].barcode'=ABCD1234`. Everything is checked before \
            any of it leaves; what is wrong is told by its name. An empty value empties, where the store lets \
            it. Only for stores that keep values; those with a ledger are shipped and taken back.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var waiting: WaitOptions
    @Argument(help: "The order's or listing's id.") var id: String
    @Argument(help: ArgumentHelp("What to set.", valueName: "name=value")) var values: [String]
    @Flag(help: "Also what cannot be taken back.")
    var final = false

    func validate() throws {
        if values.isEmpty { throw ValidationError("Say what to set: NAME=VALUE.") }
        if let odd = values.first(where: { !$0.contains("=") || $0.hasPrefix("=") }) {
            throw ValidationError("`\(odd)` sets nothing; write it as NAME=VALUE.")
        }
        let names = values.compactMap { $0.split(separator: "=", maxSplits: 1).first }
        if Set(names).count < names.count { throw ValidationError("Name each value once.") }
    }

    func run() async throws {
        try await Console.run {
            let errand = try MarkErrand(options: options, waiting: waiting)
            let lines = try await errand.lines([Target(purchase: PurchaseID(id))])
            guard let line = lines.first,
                var detail = try errand.bench.cache.read({ try $0.detail(line.key) })
            else { throw Stop(.badData, Refusal.unknownPurchase(PurchaseID(id)).sentence) }
            if values.contains(where: { $0.hasPrefix("seats[") }) {
                detail = try await errand.bench.readWhole(detail)
            }
            let sets = try checked(detail, errand.bench)
            var request = MarkRequest(verb: .change, lines: [line], sets: sets, author: errand.bench.author)
            request.isFinalMeant = final
            try await errand.submit(request)
        }
    }

    /// As the store writes them.
    private func checked(_ detail: PurchaseDetail, _ bench: Bench) throws -> Attributes {
        guard let rules = detail.store.valueRules else {
            throw Stop(
                .badData,
                "\(id): \(detail.store.name) keeps a ledger, no values that could be changed; ship it, or "
                    + "take it back.")
        }
        if let why = rules.whyClosed(detail.purchase) { throw Stop(.badData, why) }
        var typed = Attributes()
        for value in values {
            let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            typed[String(parts[0])] = String(parts[1])
        }
        let sets = rules.written(try bench.takingLabel(in: typed))
        let faults = rules.faults(sets, on: detail.purchase)
        if !faults.isEmpty { throw Stop(.badData, faults.map(\.sentence)) }
        return sets
    }
}
