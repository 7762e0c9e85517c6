/// What a person may ask for in the log.
package enum LogIntent: String, Intent {
    case purchase, filter

    package static let context = KeyContext.log

    package var defaults: [Chord] {
        switch self {
        case .purchase: ["enter"]
        case .filter: ["/"]
        }
    }

    package var label: String { rawValue }

    package var help: String {
        switch self {
        case .purchase: "Open the line's purchase."
        case .filter: "Show only lines with all the words that you type; none: show every line again."
        }
    }
}
