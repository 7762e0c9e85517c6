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
    /// The day's report, as text.
    case report(String, replaces: Bool)
    case list(ListOrder)
    case deed(Deed)

    /// What keys of the list and of one purchase do, in words.
    enum Deed: Sendable, Hashable { case pick, slip, hold, note }

    /// The command that the words name, or what is wrong with them.
    static func parse(_ text: String, in surroundings: Surroundings) -> Result<Command, CommandProblem> {
        if let command = PathCommand(text) { return command.command }
        let text = TextEntry.trim(text)
        let first = String(text.prefix { $0 != " " })
        if first.isEmpty { return .failure(.empty) }
        if let word = CommandWord.named(first == "q" ? "quit" : first) {
            return word.read(TextEntry.trim(String(text.dropFirst(first.count))), surroundings)
        }
        return ListOrder.parse(text, in: surroundings)?.map(Command.list) ?? .failure(.unknown(first))
    }

    static func theme(_ name: String, in surroundings: Surroundings) -> Result<Command, CommandProblem> {
        if name.isEmpty { return .success(.themes) }
        return surroundings.themes.contains(name)
            ? .success(.theme(name)) : .failure(.noSuch("theme", name, there: surroundings.themes))
    }

    static func store(_ name: String, in surroundings: Surroundings) -> Result<Command, CommandProblem> {
        if name == "all" { return .success(.store(nil)) }
        let found = surroundings.stores.first { $0.name == name }
        return found.map { .success(.store($0.id)) }
            ?? .failure(.noSuch("store", name, there: surroundings.stores.map(\.name) + ["all"]))
    }

    static func sync(_ rest: String, in surroundings: Surroundings) -> Result<Command, CommandProblem> {
        switch rest {
        case "": .success(.sync)
        case "full": .success(.fullSync)
        default: .failure(.other("sync takes nothing, or full."))
        }
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
        case .unknown(let word): "There is no command \(word); there are \(CommandWord.names)."
        case .other(let sentence): sentence
        case .noFile(let word): "Name a file: \(word) FILE; Tab completes its path."
        case .badEnding(let path): "End \(path) with .csv or .jsonl, which says how it is written."
        case .noSuch(let kind, let name, let there):
            "There is no \(kind) \(name.isEmpty ? "without a name" : name); there are \(there.joined(separator: ", "))."
        }
    }
}
