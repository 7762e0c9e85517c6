/// Which key asks for what, by context. Data: the defaults are the intents' own, a file changes them.
package struct Keymap: Sendable, Hashable {
    /// By context, by chord: the intent's word.
    private var bindings: [KeyContext: [Chord: String]]

    /// Every intent's own keys.
    package static let standard = Keymap()

    private init() {
        bindings = [:]
        for context in KeyContext.allCases {
            for word in context.words { bind(word.name, to: word.defaults, in: context) }
        }
    }

    /// What a press asks for; nil where it asks for nothing of this kind.
    package func intent<Wanted: Intent>(_ chord: Chord, as kind: Wanted.Type = Wanted.self) -> Wanted? {
        bindings[Wanted.context]?[chord].flatMap(Wanted.init(rawValue:))
    }

    /// The keys of an intent: the default ones first, in their order.
    package func chords(of intent: some Intent) -> [Chord] {
        chords(of: intent.rawValue, in: type(of: intent).context, defaults: intent.defaults)
    }

    func chords(of name: String, in context: KeyContext, defaults: [Chord]) -> [Chord] {
        let bound = bindings[context, default: [:]].filter { $0.value == name }.keys
        return defaults.filter(bound.contains)
            + bound.filter { !defaults.contains($0) }.sorted { $0.text < $1.text }
    }

    private mutating func bind(_ name: String, to chords: [Chord], in context: KeyContext) {
        for chord in chords { bindings[context, default: [:]][chord] = name }
    }
}

extension Keymap {
    /// As a keymap file says it: by context and intent, the chords.
    package typealias Words = [String: [String: [String]]]

    /// The standard keys, changed as a file says: an intent that the file names has the keys named there
    /// and no others.
    /// - Throws: ``KeymapProblems`` with everything that is wrong.
    package init(overriding words: Words) throws(KeymapProblems) {
        self = .standard
        var problems: [KeymapProblem] = []
        for (contextName, intents) in words.sorted(by: { $0.key < $1.key }) {
            guard let context = KeyContext(rawValue: contextName) else {
                problems.append(.unknownContext(contextName))
                continue
            }
            override(intents, in: context, problems: &problems)
        }
        if !problems.isEmpty { throw KeymapProblems(problems: problems) }
    }

    /// Everything, as a file would say it.
    package var words: Words {
        var all: Words = [:]
        for context in KeyContext.allCases {
            for word in context.words {
                let chords = chords(of: word.name, in: context, defaults: word.defaults)
                all[context.rawValue, default: [:]][word.name] = chords.map(\.text)
            }
        }
        return all
    }

    private mutating func override(
        _ intents: [String: [String]], in context: KeyContext, problems: inout [KeymapProblem]
    ) {
        let known = Set(context.words.map(\.name))
        for name in intents.keys where known.contains(name) {
            bindings[context] = bindings[context]?.filter { $0.value != name }
        }
        for (name, texts) in intents.sorted(by: { $0.key < $1.key }) {
            guard known.contains(name) else {
                problems.append(.unknownIntent(context, name))
                continue
            }
            for text in texts { add(text, to: name, in: context, problems: &problems) }
            if texts.isEmpty, context == .everywhere, name == CommonIntent.quit.rawValue {
                problems.append(.quitUnbound)
            }
        }
    }

    private mutating func add(
        _ text: String, to name: String, in context: KeyContext, problems: inout [KeymapProblem]
    ) {
        guard let chord = Chord(parsing: text) else { return problems.append(.badChord(context, name, text)) }
        if let other = chord.twin { return problems.append(.twin(context, name, chord, other)) }
        if context.isTyping || context == .everywhere, chord.isPrintable {
            return problems.append(.letterInTyping(context, name, chord))
        }
        if context == .confirm, name == ConfirmIntent.yes.rawValue, chord == "enter" {
            return problems.append(.enterConfirms)
        }
        if let other = owner(of: chord, in: context), other != name {
            return problems.append(.conflict(context, chord, other, name))
        }
        bindings[context, default: [:]][chord] = name
    }

    /// Who has a chord already: in the context itself, or what works everywhere, which nothing may hide.
    private func owner(of chord: Chord, in context: KeyContext) -> String? {
        if let own = bindings[context]?[chord] { return own }
        if context == .everywhere {
            return KeyContext.allCases.lazy.compactMap { bindings[$0]?[chord] }.first
        }
        return bindings[.everywhere]?[chord]
    }
}

extension KeyContext {
    struct Word: Sendable, Hashable {
        var name: String
        var defaults: [Chord]
        var label: String
        var help: String
    }

    /// Its intents, in order.
    var words: [Word] { KeyContext.words(of: intents) }

    private static func words<Wanted: Intent>(of kind: Wanted.Type) -> [Word] {
        kind.allCases.map {
            Word(name: $0.rawValue, defaults: $0.defaults, label: $0.label, help: $0.help)
        }
    }
}
