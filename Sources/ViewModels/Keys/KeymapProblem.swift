/// What is wrong with a keymap file.
package enum KeymapProblem: Sendable, Hashable {
    case unknownContext(String)
    case unknownIntent(KeyContext, String)
    case badChord(KeyContext, String, String)
    /// One key, two intents.
    case conflict(KeyContext, Chord, String, String)
    /// A letter bound where letters are typed.
    case letterInTyping(KeyContext, String, Chord)
    /// A terminal sends the same for both: the second can be bound.
    case twin(KeyContext, String, Chord, Chord)
    case enterConfirms
    case quitUnbound

    package var sentence: String {
        switch self {
        case .unknownContext(let name):
            "There is no context \(name); there are "
                + KeyContext.allCases.map(\.rawValue).joined(separator: ", ") + "."
        case .unknownIntent(let context, let name):
            "\(context.rawValue) has no \(name); it has "
                + context.words.map(\.name).joined(separator: ", ") + "."
        case .badChord(let context, let name, let text):
            "\(context.rawValue).\(name): \(text) names no key; keys are written f, space, pgdn, ctrl-l."
        case .conflict(let context, let chord, let first, let second):
            "\(context.rawValue): \(chord) is asked to do both \(first) and \(second)."
        case .letterInTyping(let context, let name, let chord):
            "\(context.rawValue).\(name): \(chord) could no longer be typed; take a key that types nothing."
        case .twin(let context, let name, let chord, let other):
            "\(context.rawValue).\(name): a terminal sends \(chord) as \(other); write \(other)."
        case .enterConfirms: "confirm.yes: Enter never confirms; take another key."
        case .quitUnbound: "everywhere.quit: there must be a key to quit with."
        }
    }
}

/// Everything that is wrong with a keymap file.
package struct KeymapProblems: Error, Sendable, Hashable {
    package var problems: [KeymapProblem]
}
