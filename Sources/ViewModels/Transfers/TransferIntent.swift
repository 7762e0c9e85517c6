/// What a person may ask for with the transfers of a purchase to choose from.
package enum TransferIntent: String, Intent {
    case open, down, up, leave

    package static let context = KeyContext.transfers

    package var defaults: [Chord] {
        switch self {
        case .open: ["enter", "t"]
        case .down: ["down", "j"]
        case .up: ["up", "k"]
        case .leave: ["q", "esc"]
        }
    }

    package var label: String {
        switch self {
        case .open: "open it"
        case .down: "line down"
        case .up: "line up"
        case .leave: "back"
        }
    }

    package var help: String {
        switch self {
        case .open: "Open the purchase at the other end of the transfer."
        case .down: "Go to the next transfer."
        case .up: "Go to the transfer before."
        case .leave: "Go back; nothing is opened."
        }
    }
}
