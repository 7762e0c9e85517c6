/// What a person may do about marks that the list does not show.
package enum HiddenMarksIntent: String, Intent {
    case show, drop, back

    package static let context = KeyContext.hiddenMarks

    package var defaults: [Chord] {
        switch self {
        case .show: ["s"]
        case .drop: ["d"]
        case .back: ["esc", "n", "q"]
        }
    }

    package var label: String {
        switch self {
        case .show: "show them"
        case .drop: "drop the hidden"
        case .back: "back"
        }
    }

    package var help: String {
        switch self {
        case .show: "Show all purchases of all stores, so that every marked one is in the list."
        case .drop: "Take the marks away from what the list does not show."
        case .back: "Go back and leave the marks as they are."
        }
    }
}
