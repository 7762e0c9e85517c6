/// What a person may ask for in scan-to-ship. Most of it never needs a key.
package enum ScanIntent: String, Intent {
    case ok, cancel, undo, next, ship, handOver = "hand-over", verify, more, fewer, part, leave

    package static let context = KeyContext.scanToShip

    package var defaults: [Chord] {
        switch self {
        case .ok: ["y"]
        case .cancel: ["esc"]
        case .undo: ["u"]
        case .next: ["n"]
        case .ship: ["f"]
        case .handOver: ["o"]
        case .verify: ["v"]
        case .more: ["+"]
        case .fewer: ["-"]
        case .part: ["p"]
        case .leave: ["q"]
        }
    }

    package var label: String {
        switch self {
        case .ok: "yes"
        case .cancel: "put aside"
        case .handOver: "hand over"
        case .ship: "no tracking"
        case .verify: "verify"
        case .part: "part only"
        default: rawValue
        }
    }

    package var help: String {
        switch self {
        case .ok: "Say that you have read the warning: go on, or use the number anyway."
        case .cancel: "Put the order aside, or say no to a warning; with nothing open, leave."
        case .undo: "Take back the order that was shipped last here; nothing asks."
        case .next: "Put the order aside and go on; where another order was scanned, change to it."
        case .ship: "Ship the order without a tracking number; nothing asks."
        case .handOver: "Hand the order over without an address; nothing asks."
        case .verify: "Every item is to be scanned before the order can go, or not."
        case .more: "One more of the item under the cursor goes into this parcel."
        case .fewer: "One fewer of the item under the cursor goes into this parcel."
        case .part: "The parcel is full: ship what was counted, the rest follows in another."
        case .leave: "Leave scan-to-ship; an order that is open is put aside."
        }
    }

    /// The same by a barcode on a card.
    init?(_ command: ScanCommand) {
        switch command {
        case .ship: self = .ship
        case .handOver: self = .handOver
        case .next: self = .next
        case .undo: self = .undo
        case .cancel: self = .cancel
        case .ok: self = .ok
        case .part: self = .part
        }
    }
}
