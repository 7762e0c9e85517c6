import ArgumentParser
import Cache
import Model
import Services

struct HoldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Keep purchases back on this box until they are released.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp("The purchases' ids.", valueName: "id")) var purchases: [String]
    @Option(help: ArgumentHelp("Why; everybody on this box sees it.", valueName: "text"))
    var reason: String

    func validate() throws {
        if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason must say why.") }
    }

    func run() async throws {
        try await keep(purchases, options) { try $0.hold($1, reason: reason, by: $2, now: $3) }
    }
}

struct ReleaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Release purchases that are on hold.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp("The purchases' ids.", valueName: "id")) var purchases: [String]

    func run() async throws {
        try await keep(purchases, options) { try $0.release($1, by: $2, now: $3) }
    }
}

struct NoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Write a note to a purchase; the text comes on stdin.",
        discussion: "So that a name or an address in it stands in no list of processes.")
    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp("The purchase's id.", valueName: "id")) var purchase: String

    func run() async throws {
        let text = standardInput
        try await keep([purchase], options) {
            guard !text.isEmpty else { throw Stop(.badData, "There is no text on stdin.") }
            for key in $1 { try $0.addMemo(text, to: key, by: $2, now: $3) }
        }
    }

    /// Its first 4,000 characters on one line: a note is no letter.
    private var standardInput: String {
        var text = ""
        while text.count < Self.most, let line = readLine() {
            let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            text += text.isEmpty || words.isEmpty ? words : " " + words
        }
        return String(text.prefix(Self.most))
    }

    private static let most = 4_000
}

/// What stays on this box: all purchases are known, or nothing is written.
private func keep(
    _ purchases: [String], _ options: GlobalOptions,
    _ deed: (Marker, [PurchaseKey], Author, Int64) throws -> Void
) async throws {
    try await Console.run {
        if options.readOnly { throw Stop(.refused, "--read-only: nothing is kept.") }
        let bench = try Bench.open(options)
        let lines = try await Lookup(bench: bench).lines(
            purchases.map { Target(purchase: PurchaseID($0)) })
        try deed(Marker(cache: bench.cache), lines.map(\.key), bench.author, ServiceClock.system.now())
    }
}
