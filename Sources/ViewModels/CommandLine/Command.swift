import Model

/// What can be typed after `:`.
enum Command: Sendable, Hashable {
    case quit, sync, fullSync, retryPaused, outbox, log, today, help, scan, undo, redo, stop
    case theme(String)
    /// The picker.
    case themes
    /// Nil: all stores.
    case store(StoreID?)
    case importFile(String, again: Bool)
    case export(String, ExportOrder.Form, replaces: Bool)
    case list(ListOrder)

    /// The command that the words name, or what is wrong with them.
    static func parse(_ text: String, in surroundings: Surroundings) -> Result<Command, CommandProblem> {
        if let command = PathCommand(text) { return command.command }
        let words = text.split(separator: " ").map(String.init)
        if let plain = plain[words.joined(separator: " ")] { return .success(plain) }
        if let order = ListOrder.parse(text, in: surroundings) { return order.map(Command.list) }
        guard let first = words.first else { return .failure(.empty) }
        let rest = words.dropFirst().joined(separator: " ")
        switch first {
        case "theme": return theme(rest, in: surroundings)
        case "store": return store(rest, in: surroundings)
        default: return .failure(.unknown(first))
        }
    }

    private static let plain: [String: Command] = [
        "q": .quit, "quit": .quit, "sync": .sync, "sync full": .fullSync, "retry": .retryPaused,
        "outbox": .outbox, "log": .log, "today": .today, "help": .help, "store all": .store(nil),
        "theme": .themes, "scan": .scan, "undo": .undo, "redo": .redo, "stop": .stop,
    ]

    private static func theme(_ name: String, in surroundings: Surroundings) -> Result<
        Command, CommandProblem
    > {
        surroundings.themes.contains(name)
            ? .success(.theme(name)) : .failure(.noSuch("theme", name, there: surroundings.themes))
    }

    private static func store(_ name: String, in surroundings: Surroundings) -> Result<
        Command, CommandProblem
    > {
        let found = surroundings.stores.first { $0.name == name }
        return found.map { .success(.store($0.id)) }
            ?? .failure(.noSuch("store", name, there: surroundings.stores.map(\.name)))
    }

    /// Everything that could be typed, for completion.
    static func all(in surroundings: Surroundings) -> [String] {
        plain.keys.filter { $0 != "q" }.sorted() + PathCommand.Verb.allCases.map { $0.rawValue + " " }
            + surroundings.themes.map { "theme \($0)" }
            + surroundings.stores.map { "store \($0.name)" } + ListOrder.all(in: surroundings)
    }
}

enum CommandProblem: Error, Sendable, Hashable {
    case empty
    case unknown(String)
    case noSuch(String, String, there: [String])
    case noFile(String)
    case badEnding(String)
    case other(String)

    var sentence: String {
        switch self {
        case .empty: "Type a command, or Esc."
        case .unknown(let word):
            "There is no command \(word); there are quit, sync, sync full, retry, store, theme, import, "
                + "export, outbox, log, today, scan, undo, redo, stop, filter, sort, view, page, mark, help."
        case .other(let sentence): sentence
        case .noFile(let word): "Name a file: \(word) FILE; Tab completes its path."
        case .badEnding(let path): "End \(path) with .csv or .jsonl, which says how it is written."
        case .noSuch(let kind, let name, let there):
            "There is no \(kind) \(name.isEmpty ? "without a name" : name); there are \(there.joined(separator: ", "))."
        }
    }
}
