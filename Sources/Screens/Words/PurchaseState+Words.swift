import Model
import Terminal

extension PurchaseState {
    var words: String {
        switch self {
        case .toShip: "to ship"
        case .partly: "partly"
        case .shipped: "shipped"
        case .nothing: "nothing"
        case .held: "held"
        }
    }

    /// Of what comes in rather than goes out.
    func words(arrives: Bool) -> String {
        switch self {
        case .toShip where arrives: "to come"
        case .shipped where arrives: "in hand"
        default: words
        }
    }

    var role: Role {
        switch self {
        case .toShip: .stateToShip
        case .partly: .statePartly
        case .shipped: .stateShipped
        case .nothing: .stateNothing
        case .held: .stateHeld
        }
    }
}
