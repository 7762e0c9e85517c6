import Model
import Terminal
import ViewModels
import Widgets

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
}

extension OutboxRow {
    /// Sign and word; an alarm weighs more than that the store has it.
    var stateLine: Line {
        let isAlarming = !alarms.isEmpty
        return Line("\(isAlarming ? "!" : mark.state.sign) \(stateWords)", role)
    }

    var role: Role { alarms.isEmpty ? mark.state.role : .stateAttention }
}
