/// What a person may answer to a question. Enter is no answer.
package enum ConfirmIntent: String, Intent {
    case yes, no, down, up

    package static let context = KeyContext.confirm

    package var defaults: [Chord] {
        switch self {
        case .yes: ["y"]
        case .no: ["n", "esc"]
        case .down: ["down", "j", "pgdn"]
        case .up: ["up", "k", "pgup"]
        }
    }

    package var label: String { self == .no ? "no, back" : rawValue }

    package var help: String {
        switch self {
        case .yes: "Yes, do it. Counts only when pressed by itself, after the question was to be seen."
        case .no: "No: go back, nothing is done."
        case .down: "Scroll down."
        case .up: "Scroll up."
        }
    }
}
