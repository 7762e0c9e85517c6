/// What a person may ask for in a form. Letters are typed.
package enum FormIntent: String, Intent {
    case next, previous, preview, leave, change
    case eraseBack = "erase-back", erase, eraseAll = "erase-all", left, right, home, end
    case takeOver = "take-over", together

    package static let context = KeyContext.form

    package var defaults: [Chord] {
        switch self {
        case .next: ["enter", "tab", "down"]
        case .previous: ["backtab", "up"]
        case .preview: ["pgdn"]
        case .leave: ["esc"]
        case .change: ["ctrl-n"]
        case .eraseBack: ["backspace"]
        case .erase: ["del"]
        case .eraseAll: ["ctrl-u"]
        case .left: ["left"]
        case .right: ["right"]
        case .home: ["home", "ctrl-a"]
        case .end: ["end", "ctrl-e"]
        case .takeOver: ["ctrl-t"]
        case .together: ["ctrl-o"]
        }
    }

    package var label: String {
        switch self {
        case .eraseAll: "empty field"
        case .leave: "back"
        case .takeOver: "take over"
        case .together: "same address"
        default: rawValue
        }
    }

    package var help: String {
        switch self {
        case .next: "Go to the next field; after the last comes the preview."
        case .previous: "Go to the field before."
        case .preview: "Go straight to the preview."
        case .leave: "Leave the form; nothing is done."
        case .change: "Choose the next of a field's words; Space and Right do the same there."
        case .eraseBack: "Erase the character before the cursor."
        case .erase: "Erase the character under the cursor."
        case .eraseAll: "Empty the field."
        case .left: "Go one character left, or choose the word before."
        case .right: "Go one character right, or choose the next word."
        case .home: "Go to the start of the field."
        case .end: "Go to the end of the field."
        case .takeOver: "Take over a purchase that somebody else is packing; they are told."
        case .together: "Mark all that goes to the same person and address, to ship it together."
        }
    }
}
