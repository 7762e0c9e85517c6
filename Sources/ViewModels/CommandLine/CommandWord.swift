import Model

/// A word that can be typed after `:`. The table of them is what the line reads by, completes from, and names
/// to whoever mistypes; help takes its list from it too.
struct CommandWord: Sendable {
    var name: String
    /// What may stand behind it, for people; empty where nothing may.
    var takes: String
    /// What it does, in a few words.
    var does: String
    var read: @Sendable (_ rest: String, _ surroundings: Surroundings) -> Result<Command, CommandProblem>
    /// All that can stand behind it.
    var choices: @Sendable (Surroundings) -> [String]

    /// - Parameter name: in the table.
    static func named(_ name: String) -> CommandWord? { all.first { $0.name == name } }

    static let all: [CommandWord] = aboutScreens + aboutPurchases + aboutTheList + aboutFiles + aboutTheRest

    static var names: String { all.map(\.name).joined(separator: ", ") }

    private static let aboutScreens = [
        plain("outbox", .outbox, "every mark and where it stands"),
        plain("log", .log, "who did what, and what the server answered"),
        plain("today", .today, "the day: what went out, what waits"),
        plain("scan", .scan, "scan an order, scan its number, shipped"),
    ]

    private static let aboutPurchases = [
        plain("undo", .undo, "take back what this station did last"),
        plain("redo", .redo, "mark again what was taken back last"),
        plain("stop", .stop, "drop what has not left yet"),
        plain("pick", .deed(.pick), "sum up what to fetch"),
        plain("slip", .deed(.slip), "print packing slips"),
        plain("hold", .deed(.hold), "hold back with a reason, or release"),
        plain("note", .deed(.note), "write a note"),
    ]

    private static let aboutTheList = [
        list("filter", "TERMS", "narrow the list; nothing behind it: all of it"),
        list("sort", "COLUMN", "by another column; with a - the other way round") { _ in
            ListSort.Column.allCases.map(\.rawValue).flatMap { [$0, "-\($0)"] }
        },
        list("view", "NAME, save NAME, drop NAME", "a saved view") { surroundings in
            surroundings.views.map(\.name) + ["save "] + surroundings.savedViews.map { "drop \($0.name)" }
        },
        list("page", "NUMBER", "go to a page; :12 does too"),
        list("mark", "item, variant", "mark those like the one under the cursor") { _ in
            ["item", "variant"]
        },
        CommandWord(
            "store", "NAME, all", "one store's purchases, or every one's", Command.store,
            choices: { ["all"] + $0.stores.map(\.name) }),
    ]

    private static let aboutFiles = PathCommand.Verb.allCases.map { verb in
        CommandWord(
            verb.rawValue, "FILE", verb.does, { rest, _ in PathCommand(verb, path: rest).command },
            choices: { _ in [] })
    }

    private static let aboutTheRest = [
        CommandWord(
            "sync", "full", "read what changed, or everything", Command.sync, choices: { _ in ["full"] }),
        plain("retry", .retryPaused, "ask a store that refused again"),
        CommandWord(
            "theme", "NAME", "pick a theme, or wear this one", Command.theme, choices: { $0.themes }),
        plain("help", .help, "the keys that work here"),
        plain("quit", .quit, "quit; accepted marks are kept"),
    ]
}

extension CommandWord {
    init(
        _ name: String, _ takes: String, _ does: String,
        _ read: @escaping @Sendable (String, Surroundings) -> Result<Command, CommandProblem>,
        choices: @escaping @Sendable (Surroundings) -> [String]
    ) {
        self.init(name: name, takes: takes, does: does, read: read, choices: choices)
    }

    private static func plain(_ name: String, _ command: Command, _ does: String) -> CommandWord {
        CommandWord(
            name, "", does,
            { rest, _ in rest.isEmpty ? .success(command) : .failure(.other("\(name) stands alone.")) },
            choices: { _ in [] })
    }

    private static func list(
        _ name: String, _ takes: String, _ does: String,
        choices: @escaping @Sendable (Surroundings) -> [String] = { _ in [] }
    ) -> CommandWord {
        CommandWord(
            name, takes, does,
            { rest, surroundings in
                ListOrder.parse("\(name) \(rest)", in: surroundings)?.map(Command.list)
                    ?? .failure(.unknown(name))
            }, choices: choices)
    }
}

/// What a command line may go on to.
package struct Candidate: Sendable, Hashable {
    /// The whole line that it makes.
    package var text: String
    /// What may stand behind it.
    package var takes: String
    package var does: String

    /// Those that begin so: words of the table, or what may stand behind the word that is there.
    ///
    /// - Parameter words: what shipping is called of what the commands would act on.
    package static func all(
        for text: String, in surroundings: Surroundings, _ words: ShipWords = .parcels
    ) -> [Candidate] {
        guard let blank = text.firstIndex(of: " ") else {
            return CommandWord.all.filter { $0.name.hasPrefix(text) }
                .map { Candidate(text: $0.name, takes: $0.takes, does: words.does($0.name) ?? $0.does) }
        }
        guard let word = CommandWord.named(String(text[..<blank])) else { return [] }
        return word.choices(surroundings).map { Candidate(text: "\(word.name) \($0)", takes: "", does: "") }
            .filter { $0.text.hasPrefix(text) }
    }
}
