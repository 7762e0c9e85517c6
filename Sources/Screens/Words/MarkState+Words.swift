import Model
import Terminal

extension MarkState {
    /// One cell: state is never told by colour alone.
    var sign: String {
        switch self {
        case .queued, .sending: "~"
        case .confirmed: "+"
        case .unknown: "?"
        case .conflict, .failed, .attention: "!"
        case .dropped: "-"
        }
    }

    var words: String { self == .attention ? "needs you" : rawValue }

    var role: Role {
        switch self {
        case .queued, .sending: .waiting
        case .confirmed: .good
        case .unknown: .unknown
        case .conflict, .attention: .stateAttention
        case .failed: .error
        case .dropped: .dim
        }
    }

    /// What it means for the person at the bench, in plain words.
    var meaning: String {
        switch self {
        case .queued: "It is safe on this box and leaves as soon as it can."
        case .sending: "It is on its way to the server right now."
        case .confirmed: "The server has it."
        case .unknown:
            "It was sent, but no answer came back, so nobody knows yet whether the server has it. shipdesk "
                + "reads the purchase again and finds out by itself; do not ship it a second time."
        case .conflict:
            "The purchase changed on the server before this could leave. Look at it, then retry or drop."
        case .failed: "The server refused it. Nothing was changed there."
        case .attention: "shipdesk cannot find out what became of it. Look in the store, then settle it."
        case .dropped: "It was taken back before it left."
        }
    }
}
