/// What works on every screen, forms and questions included.
package enum CommonIntent: String, Intent {
    case quit, suspend, redraw, stop

    package static let context = KeyContext.everywhere

    package var defaults: [Chord] {
        switch self {
        case .quit: ["ctrl-c"]
        case .suspend: ["ctrl-z"]
        case .redraw: ["ctrl-l"]
        case .stop: ["ctrl-x"]
        }
    }

    package var label: String { rawValue }

    package var help: String {
        switch self {
        case .quit: "Ask whether to quit; accepted marks are kept and sent later."
        case .suspend: "Suspend shipdesk; fg brings it back."
        case .redraw: "Draw the whole screen anew."
        case .stop: "Stop what has not left yet of what was marked last; asks first."
        }
    }
}

/// Moving around on every screen that shows lines.
package enum BrowsingIntent: String, Intent {
    case down, up, pageDown = "page-down", pageUp = "page-up", first, last, back, help, command

    package static let context = KeyContext.browsing

    package var defaults: [Chord] {
        switch self {
        case .down: ["down", "j"]
        case .up: ["up", "k"]
        case .pageDown: ["pgdn", "l", "right"]
        case .pageUp: ["pgup", "h", "left"]
        case .first: ["g", "home"]
        case .last: ["G", "end"]
        case .back: ["q", "esc"]
        case .help: ["?", "f1"]
        case .command: [":"]
        }
    }

    package var label: String {
        switch self {
        case .pageDown: "next page"
        case .pageUp: "page back"
        case .down: "line down"
        case .up: "line up"
        default: rawValue
        }
    }

    package var help: String {
        switch self {
        case .down: "Go one line down; past the last the page turns."
        case .up: "Go one line up; past the first the page turns back."
        case .pageDown: "Go to the next page."
        case .pageUp: "Go to the page before."
        case .first: "Go to the first line of all."
        case .last: "Go to the last line of all."
        case .back: "Go back to where you came from."
        case .help: "Show the keys that work here."
        case .command:
            "Type a command, such as sync, sort, view, page, import or export; Tab completes."
        }
    }
}
