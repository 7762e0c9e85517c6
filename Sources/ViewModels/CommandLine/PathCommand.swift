/// A command that names a file: `import FILE`, `export! FILE`. The path is all that follows, blanks included.
struct PathCommand: Sendable, Hashable {
    enum Verb: String, CaseIterable {
        case importing = "import"
        case exporting = "export"
        case reporting = "report"

        var does: String {
            switch self {
            case .importing: "tracking numbers of a carrier's CSV file; a preview comes first"
            case .exporting: "the list as .csv or .jsonl; export! replaces a file"
            case .reporting: "the day as text, by station and carrier; report! replaces a file"
            }
        }
    }
    var verb: Verb
    /// With `!`: import again, or replace what stands there.
    var isForced: Bool
    var path: String

    init(_ verb: Verb, path: String) {
        self.verb = verb
        isForced = false
        self.path = path
    }

    /// Nil where the text is no such command.
    init?(_ text: String) {
        let command = text.drop { $0 == " " }
        let word = command.prefix { $0 != " " }
        let name = word.hasSuffix("!") ? word.dropLast() : word
        guard let verb = Verb(rawValue: String(name)) else { return nil }
        self.verb = verb
        isForced = word.hasSuffix("!")
        path = TextEntry.trim(String(command.dropFirst(word.count)))
    }

    /// The text that it stands for, so that a path can be completed.
    func text(with path: String) -> String { "\(verb.rawValue)\(isForced ? "!" : "") \(path)" }

    var command: Result<Command, CommandProblem> {
        guard !path.isEmpty else { return .failure(.noFile(verb.rawValue)) }
        switch verb {
        case .importing: return .success(.importFile(path, again: isForced))
        case .reporting: return .success(.report(path, replaces: isForced))
        case .exporting:
            let ending = path.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
            guard let form = ExportOrder.Form(rawValue: ending.lowercased()) else {
                return .failure(.badEnding(path))
            }
            return .success(.export(path, form, replaces: isForced))
        }
    }
}
