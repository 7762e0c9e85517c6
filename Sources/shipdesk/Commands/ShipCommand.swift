import ArgumentParser
import Model
import Services
import ViewModels

struct ShipCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ship", abstract: "Mark purchases shipped, or handed over.",
        discussion: """
            A target is 1043 (everything safe to ship), 1043:3 (all that is safe of item 3) or 1043:3=2.
            All targets are checked before any is accepted. An accepted mark is durable: exit status 75 means \
            that it will take effect without being repeated.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var waiting: WaitOptions
    @Argument(help: "What to ship.") var targets: [Target]
    @Option(help: ArgumentHelp("The tracking number, for one purchase.", valueName: "number"))
    var tracking: String?
    @Option(
        help: ArgumentHelp(
            "The expected delivery date; for a listing, the day it will be in hand.", valueName: "YYYY-MM-DD")
    )
    var deliverBy: String?
    @Option(help: ArgumentHelp("The order's status, in stores that have them.", valueName: "status"))
    var status: String?
    @Flag(help: "A status after which nothing can be changed any more is meant.")
    var final = false
    @Flag(help: "Hand over: no address goes with it.")
    var handOver = false
    @Flag(help: "Also where the buyer may still clear the order (15 minutes).")
    var evenIfYoung = false

    func run() async throws {
        try await Console.run {
            let date = try deliverBy.map(Console.date)
            if tracking != nil, Set(targets.map(\.purchase)).count > 1 {
                throw Stop(.badData, "One tracking number goes with one purchase; ship them one by one.")
            }
            if let tracking, tracking.allSatisfy(\.isWhitespace) {
                throw Stop(.badData, "The tracking number is empty; leave --tracking out instead.")
            }
            let tracking = tracking.map(TextEntry.trim)
            if let tracking, let suspicion = TrackingReading(tracking).suspicion {
                Console.tell("\(tracking): \(suspicion) It is taken all the same.")
            }
            let errand = try MarkErrand(options: options, waiting: waiting)
            let lines = try await errand.lines(targets)
            var request = MarkRequest(
                verb: handOver ? .handOver : .ship, lines: lines, tracking: tracking, deliverBy: date,
                author: errand.bench.author, evenIfYoung: evenIfYoung)
            request.sets[OrderAttribute.status] = status
            request.isFinalMeant = final
            try errand.bench.checkStatus(of: request)
            try await errand.submit(request)
        }
    }
}

struct UndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take marks back: our own, newest first, or a whole action.",
        discussion: """
            `undo 1043:3=2` takes back two of item 3. What was marked elsewhere is only taken back with \
            --others. `undo --action 17` takes back all that one command or keypress marked.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var waiting: WaitOptions
    @Argument(help: "What to take back.") var targets: [Target] = []
    @Option(help: ArgumentHelp("Take back a whole action.", valueName: "id"))
    var action: String?
    @Flag(help: "Also shipments that were marked elsewhere.")
    var others = false
    @Flag(help: "Also where taking back costs what nothing brings back, as a listing's tickets.")
    var final = false
    @Option(
        help: ArgumentHelp(
            "For a listing: the day it will be in hand, where the one before is not known.",
            valueName: "YYYY-MM-DD"))
    var deliverBy: String?

    func validate() throws {
        if targets.isEmpty == (action == nil) { throw ValidationError("Name targets, or one --action.") }
        if action != nil, deliverBy != nil {
            throw ValidationError("--deliver-by cannot go with --action; name the targets.")
        }
        if action != nil, others { throw ValidationError("--others cannot go with --action.") }
    }

    func run() async throws {
        try await Console.run {
            let date = try deliverBy.map(Console.date)
            let errand = try MarkErrand(options: options, waiting: waiting)
            if let action { return try await errand.undo(action: action, isFinalMeant: final) }
            let lines = try await errand.lines(targets)
            if date != nil, let line = lines.first(where: { !errand.bench.arrives($0.key.store) }) {
                throw Stop(
                    .badData, "\(line.key.purchase): taking back has no date in this store; leave it out.")
            }
            var request = MarkRequest(
                verb: .undo, lines: lines, deliverBy: date, author: errand.bench.author,
                includingOthers: others)
            request.isFinalMeant = final
            try await errand.submit(request)
        }
    }
}

extension Bench {
    /// - Throws: ``Stop`` (65) where a store has no statuses that could be set.
    fileprivate func checkStatus(of request: MarkRequest) throws {
        if request.sets.isEmpty { return }
        let stores = request.lines.compactMap { store($0.key.store)?.store }
        guard let other = stores.first(where: { $0.valueRules == nil }) else { return }
        throw Stop(.badData, "\(other.name) has no statuses to set; leave --status out.")
    }

    fileprivate func arrives(_ id: StoreID) -> Bool { store(id)?.store.capabilities.arrives ?? false }
}

extension Console {
    /// - Throws: ``Stop`` where the calendar has no such day.
    fileprivate static func date(_ text: String) throws -> PlainDate {
        guard let date = PlainDate(text) else {
            throw Stop(.badData, "`\(text)` is no date of the calendar; write it as YYYY-MM-DD.")
        }
        return date
    }
}

/// How long a command that marks something stays.
struct WaitOptions: ParsableArguments {
    @Flag(help: "Do not wait until the marks took effect.")
    var noWait = false
    @Flag(help: "Print the marks as JSON.")
    var json = false
}
