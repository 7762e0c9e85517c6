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
