/// What a person may ask for with one purchase open.
package enum DetailIntent: String, Intent {
    case ship, handOver = "hand-over", undo, change, hold, settle, takeNote = "take-note", follow
    case next, previous, copyTracking = "copy-tracking", copyLink = "copy-link", log, outbox
    case memo, slip, together, shipLabel = "label"

    package static let context = KeyContext.detail

    package var defaults: [Chord] {
        switch self {
        case .ship: ["f"]
        case .handOver: ["o"]
        case .undo: ["u"]
        case .change: ["e"]
        case .hold: ["H"]
        case .settle: ["enter"]
        case .takeNote: ["x"]
        case .follow: ["t"]
        case .memo: ["M"]
        case .slip: ["p"]
        case .shipLabel: ["P"]
        case .together: ["@"]
        case .next: ["n"]
        case .previous: ["N"]
        case .copyTracking: ["y"]
        case .copyLink: ["Y"]
        case .log: ["L"]
        case .outbox: ["O"]
        }
    }

    package var label: String {
        switch self {
        case .handOver: "hand over"
        case .settle: "both sides"
        case .takeNote: "take note"
        case .copyTracking: "copy tracking"
        case .copyLink: "copy link"
        case .memo: "note"
        case .together: "same address"
        default: rawValue
        }
    }

    package var help: String {
        switch self {
        case .ship: "Ship what is safe of this purchase; a preview comes first."
        case .handOver: "Hand it over without an address."
        case .undo: "Take back what was just done while its notice stands, else marks of this purchase."
        case .change: "Change its values, by the names of its store's document; a preview comes first."
        case .hold: "Hold it back with a reason, or release it."
        case .settle: "Open what waits for a person, or is not known: our side and the store's."
        case .takeNote: "Say that you have read its alarms; they go away."
        case .follow: "Open the purchase that items were transferred to or from."
        case .memo: "Write a note to it, for the next person."
        case .slip: "Print its packing slip, or write it to a file."
        case .shipLabel:
            "Open its shipping label; where this station has no screen for it, save it in the current folder."
        case .together: "Mark it and all that goes to the same person and address, to ship it together."
        case .next: "Open the next purchase of the list."
        case .previous: "Open the purchase before it."
        case .copyTracking: "Copy the newest tracking number to the clipboard."
        case .copyLink:
            "Copy the carrier's page for the newest tracking number; again copies another carrier's, if any."
        case .log: "Show what was done with this purchase, by whom, and the answers."
        case .outbox: "Show what is waiting, on its way, and what came of it."
        }
    }
}
