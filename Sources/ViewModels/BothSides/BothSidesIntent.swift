/// What a person may ask for with a mark and the store's side of it open.
package enum BothSidesIntent: String, Intent {
    case retry, drop, settleConfirmed = "settle-confirmed", settleAbsent = "settle-absent"
    case takeSurplusBack = "take-surplus-back", undo, takeNote = "take-note"
    case purchase, next, previous, log

    package static let context = KeyContext.bothSides

    package var defaults: [Chord] {
        switch self {
        case .retry: ["r"]
        case .drop: ["d"]
        case .settleConfirmed: ["c"]
        case .settleAbsent: ["a"]
        case .takeSurplusBack: ["t"]
        case .undo: ["u"]
        case .takeNote: ["x"]
        case .purchase: ["enter"]
        case .next: ["n"]
        case .previous: ["N"]
        case .log: ["L"]
        }
    }

    package var label: String {
        switch self {
        case .settleConfirmed: "it is there"
        case .settleAbsent: "it is absent"
        case .takeSurplusBack: "take surplus back"
        case .undo: "undo ours"
        case .takeNote: "take note"
        default: rawValue
        }
    }

    package var help: String {
        switch self {
        case .retry: "Send it once more, or as much of it as is safe by now."
        case .drop: "Drop it: it will not be sent."
        case .settleConfirmed: "Settle it: you have looked, and the store has it."
        case .settleAbsent: "Settle it: you have looked, and the store does not have it."
        case .takeSurplusBack: "Take back on the store what landed late and is one too many."
        case .undo: "Choose what to take back of this purchase."
        case .takeNote: "Say that you have read its alarms and dealt with them; they go away."
        case .purchase: "Open the purchase."
        case .next: "Go to the purchase's next mark that waits for a person."
        case .previous: "Go to the one before."
        case .log: "Show what was done with this purchase."
        }
    }
}
