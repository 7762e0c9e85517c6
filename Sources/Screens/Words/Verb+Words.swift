import Model

extension Verb {
    var words: String {
        switch self {
        case .ship: "Ship"
        case .handOver: "Hand over"
        case .undo: "Undo"
        case .change: "Change"
        }
    }

    /// What was done: `shipped 2 Shirt L`.
    var past: String {
        switch self {
        case .ship: "shipped"
        case .handOver: "handed over"
        case .undo: "took back"
        case .change: "changed"
        }
    }
}
