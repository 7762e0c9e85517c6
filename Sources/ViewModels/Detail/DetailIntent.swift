/// What a person may ask for with one purchase open.
package enum DetailIntent: String, Intent {
    case ship, handOver = "hand-over", undo, hold, takeNote = "take-note", follow
    case memo, slip, together
    case next, previous, copyTracking = "copy-tracking", log, outbox

    package static let context = KeyContext.detail

    package var defaults: [Chord] {
        switch self {
        case .ship: ["f"]
        case .handOver: ["o"]
        case .undo: ["u"]
        case .hold: ["H"]
        case .takeNote: ["x"]
        case .follow: ["t"]
        case .memo: ["M"]
        case .slip: ["p"]
        case .together: ["@"]
        case .next: ["n"]
        case .previous: ["N"]
        case .copyTracking: ["y"]
        case .log: ["L"]
        case .outbox: ["O"]
        }
    }

    package var label: String {
        switch self {
        case .handOver: "hand over"
        case .takeNote: "take note"
        case .copyTracking: "copy tracking"
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
        case .hold: "Hold it back with a reason, or release it."
        case .takeNote: "Say that you have read its alarms; they go away."
        case .follow: "Open the purchase that items were transferred to or from."
        case .memo: "Write a note to it, for the next person."
        case .slip: "Print its packing slip, or write it to a file."
        case .together: "Mark it and all that goes to the same person and address, to ship it together."
        case .next: "Open the next purchase of the list."
        case .previous: "Open the purchase before it."
        case .copyTracking: "Copy the newest tracking number to the clipboard."
        case .log: "Show what was done with this purchase, by whom, and the answers."
        case .outbox: "Show what is waiting, on its way, and what came of it."
        }
    }
}
