import ArgumentParser
import Cache
import Model
import Services
import Settings

#if canImport(Glibc)
    import Glibc
#endif

struct TrackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "track",
        abstract: "Keep orders of a store that lists none: read them by their ids from a file.",
        discussion: """
            The file has one id in a line, or is a CSV table with the ids in its first column; `-` is standard \
            input. Ids that are kept already are not asked for again. What the store does not know is told \
            line by line; where that is so, or a line has no id, the exit status is 65, and all the others are \
            kept. Running it again after a broken line goes on where it was.
            """)

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The store's name in the configuration.") var name: String
    @Argument(help: ArgumentHelp("The file with the ids; - for standard input.", valueName: "file"))
    var file: String
    @Flag(help: "Print what became of each id as JSON.") var json = false

    func run() async throws {
        try await Console.run {
            let bench = try Bench.open(options)
            if options.readOnly { throw Stop(.refused, "--read-only: nothing is read from the stores.") }
            guard let open = bench.stores.first(where: { $0.configuration.name == name }) else {
                let names = bench.stores.map(\.configuration.name).joined(separator: ", ")
                throw Stop(.usage, "There is no store `\(name)` here; there are: \(names).")
            }
            let sheet = try sheet()
            try await bench.withNetwork { network in
                let errand = try OrderErrand(bench: bench, open: open, network: network)
                var report = TrackReport(store: open.store.name, sheet: sheet)
                for (place, id) in sheet.ids.enumerated() {
                    let key = PurchaseKey(store: open.store.id, purchase: id)
                    let isKnown = try bench.cache.read { try $0.isTracked(key) }
                    report.note(id, isKnown ? .known : try await errand.fetch(id) == nil ? .notFound : .kept)
                    tellProgress(place + 1, of: sheet.ids.count)
                }
                try tell(report)
            }
        }
    }

    private func sheet() throws -> TrackSheet {
        let bytes = file == "-" ? Self.standardInput() : try ImportFile.read(file).bytes
        do throws(ImportProblem) {
            return try TrackSheet(bytes: bytes)
        } catch {
            throw Stop(.badData, error.words)
        }
    }

    private static func standardInput() -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(STDIN_FILENO, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return bytes }
            bytes += piece.prefix(count)
        }
    }

    /// Every call takes a moment, and there may be thousands.
    private func tellProgress(_ done: Int, of all: Int) {
        if all > 100, done % 50 == 0, done < all { Console.tell("\(done) of \(all) looked at.") }
    }

    private func tell(_ report: TrackReport) throws {
        report.faults.forEach(Console.tell)
        if json { Console.result(try jsonLine(report)) } else { Console.say(report.sentence) }
        if !report.faults.isEmpty { throw ExitStatus.badData.code }
    }
}

/// What became of the ids of a file.
struct TrackReport: Encodable {
    enum Finding { case kept, known, notFound }

    var store: String
    private var kept: [String] = []
    private var known: [String] = []
    private var notFound: [String] = []
    private var duplicates: Int
    private var bad: [Line]

    private struct Line: Encodable {
        var line: Int
        var error: String
    }

    private enum CodingKeys: String, CodingKey {
        case store, kept, known, duplicates, bad
        case notFound = "not_found"
    }

    init(store: String, sheet: TrackSheet) {
        self.store = store
        duplicates = sheet.duplicates
        bad = sheet.faults.map { Line(line: $0.line, error: $0.sentence) }
    }

    mutating func note(_ id: PurchaseID, _ finding: Finding) {
        switch finding {
        case .kept: kept.append(id.text)
        case .known: known.append(id.text)
        case .notFound: notFound.append(id.text)
        }
    }

    /// What a person has to look at.
    var faults: [String] {
        bad.map { "Line \($0.line): \($0.error)" } + notFound.map { "\($0): \(store) has no such order." }
    }

    var sentence: String {
        var parts = ["\(kept.count) new"]
        if !known.isEmpty { parts.append("\(known.count) kept already") }
        if duplicates > 0 { parts.append("\(duplicates) named twice") }
        if !notFound.isEmpty { parts.append("\(notFound.count) not found") }
        if !bad.isEmpty { parts.append("\(bad.count) without an id") }
        return "\(store): \(parts.joined(separator: ", "))."
    }
}
