import ViewModels

/// Reads a keymap: by context and intent, one key or a list of keys. An intent that is named has the keys
/// named there and no others; an empty list takes its keys away.
struct KeymapReader {
    let findings: Findings

    /// The standard keys, changed as `value` says; what is wrong is noted with its line.
    func keymap(_ value: YAMLValue) -> Keymap {
        do {
            return try Keymap(overriding: words(value))
        } catch {
            for problem in error.problems {
                findings.add("Keys: " + problem.sentence, line: line(of: problem, in: value))
            }
            return .standard
        }
    }

    func words(_ value: YAMLValue) -> Keymap.Words {
        var words: Keymap.Words = [:]
        for context in entries(of: value) {
            words[context.key] = [:]
            for intent in entries(of: context.value) {
                words[context.key]?[intent.key] = chords(of: intent)
            }
        }
        return words
    }

    private func entries(of value: YAMLValue) -> [YAMLValue.Entry] {
        if value.isEmpty { return [] }
        if let entries = value.entries { return entries }
        findings.add("Keys are written `list: { ship: [f] }`: context, intent, keys.", line: value.line)
        return []
    }

    private func chords(of intent: YAMLValue.Entry) -> [String]? {
        let values = intent.value.list ?? [intent.value]
        let texts = values.compactMap(\.text)
        guard texts.count == values.count else {
            findings.add(
                "`\(intent.key)` needs a key or a list of keys; `~`, `:`, `*`, `?` and kin stand in quotes.",
                line: intent.line)
            return nil
        }
        return texts
    }

    private func line(of problem: KeymapProblem, in value: YAMLValue) -> Int {
        switch problem {
        case .unknownContext(let name): line(of: name, nil, in: value)
        case .unknownIntent(let context, let name), .badChord(let context, let name, _),
            .letterInTyping(let context, let name, _), .twin(let context, let name, _, _):
            line(of: context.rawValue, name, in: value)
        case .conflict(let context, _, let first, let second):
            line(of: context.rawValue, second, else: first, in: value)
        case .enterConfirms: line(of: "confirm", "yes", in: value)
        case .quitUnbound: line(of: "everywhere", "quit", in: value)
        }
    }

    private func line(
        of context: String, _ intent: String?, else other: String? = nil, in value: YAMLValue
    ) -> Int {
        guard let context = value.entries?.first(where: { $0.key == context }) else { return value.line }
        let intents = context.value.entries ?? []
        let found = intents.first { $0.key == intent } ?? intents.first { $0.key == other }
        return found?.line ?? context.line
    }
}
