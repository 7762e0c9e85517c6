/// What a person may ask for in the outbox.
package enum OutboxIntent: String, Intent {
    case detail, retry, drop, settleConfirmed = "settle-confirmed", settleAbsent = "settle-absent", undo,
        scope

    package static let context = KeyContext.outbox

    package var defaults: [Chord] {
        switch self {
        case .detail: ["enter"]
        case .retry: ["r"]
        case .drop: ["d"]
        case .settleConfirmed: ["c"]
        case .settleAbsent: ["a"]
        case .undo: ["u"]
        case .scope: ["tab"]
        }
    }

    package var label: String {
        switch self {
        case .settleConfirmed: "it is there"
        case .settleAbsent: "it is absent"
        case .undo: "undo action"
        case .scope: "open/all"
        default: rawValue
        }
    }

    package var help: String {
        switch self {
        case .detail: "Open the mark's purchase; where something is to be settled, both sides of it."
        case .retry: "Send it once more; only what conflicted or failed."
        case .drop: "Drop it: it will not be sent; only what has not left."
        case .settleConfirmed: "Settle it: you have looked, and the server has it."
        case .settleAbsent: "Settle it: you have looked, and the server does not have it."
        case .undo: "Take back everything that was done together with this mark."
        case .scope: "Show what is open, or every mark that there ever was."
        }
    }
}
