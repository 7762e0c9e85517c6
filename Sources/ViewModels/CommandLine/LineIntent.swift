/// What a person may ask for in a search or command line. Letters are typed.
package enum LineIntent: String, Intent {
    case accept, leave, complete, eraseBack = "erase-back", erase, eraseAll = "erase-all"
    case left, right, home, end, older, newer

    package static let context = KeyContext.line

    package var defaults: [Chord] {
        switch self {
        case .accept: ["enter"]
        case .leave: ["esc"]
        case .complete: ["tab"]
        case .eraseBack: ["backspace"]
        case .erase: ["del"]
        case .eraseAll: ["ctrl-u"]
        case .left: ["left"]
        case .right: ["right"]
        case .home: ["home", "ctrl-a"]
        case .end: ["end", "ctrl-e"]
        case .older: ["up", "ctrl-p"]
        case .newer: ["down", "ctrl-n"]
        }
    }

    package var label: String {
        switch self {
        case .accept: "go"
        case .leave: "back"
        case .eraseAll: "empty line"
        case .older: "line before"
        case .newer: "line after"
        default: rawValue
        }
    }

    package var help: String {
        switch self {
        case .accept: "Search, filter, or do the command."
        case .leave: "Leave the line; nothing is done."
        case .complete: "Complete the command, or the word of a filter."
        case .eraseBack: "Erase the character before the cursor."
        case .erase: "Erase the character under the cursor."
        case .eraseAll: "Empty the line."
        case .left: "Go one character left."
        case .right: "Go one character right."
        case .home: "Go to the start of the line."
        case .end: "Go to the end of the line."
        case .older: "Bring back what was typed before."
        case .newer: "Go forth again to what was typed later."
        }
    }
}
