/// What a person may ask for on the pick list.
package enum PickIntent: String, Intent {
    case open, tick, unfoldAll = "unfold-all", paper, recount

    package static let context = KeyContext.pickList

    package var defaults: [Chord] {
        switch self {
        case .open: ["enter"]
        case .tick: ["space"]
        case .unfoldAll: ["tab"]
        case .paper: ["p"]
        case .recount: ["r"]
        }
    }

    package var label: String {
        switch self {
        case .open: "purchases"
        case .tick: "picked"
        case .unfoldAll: "all"
        case .paper: "print"
        case .recount: "count anew"
        }
    }

    package var help: String {
        switch self {
        case .open: "Show the purchases behind a line, or fold them away; on a purchase, open it."
        case .tick: "Tick the line off as picked, or take the tick away, and step down."
        case .unfoldAll: "Show the purchases behind every line, or fold all away."
        case .paper: "Print the pick list, or write it to a file."
        case .recount: "Count anew, as things stand now; ticks stay."
        }
    }
}
