import Model

/// A tab above the list.
package struct ListTab: Sendable, Hashable {
    /// The key that shows it: `1`…`7`.
    package var chord: Chord
    package var filter: StateFilter
    package var title: String
    package var count: Int
    package var isSelected: Bool
}

extension StateFilter {
    /// In the order of the tabs.
    package static let tabs: [StateFilter] = [.toShip, .partly, .attention, .shipped, .all, .nothing, .held]

    package var title: String {
        switch self {
        case .toShip: "To ship"
        case .partly: "Partly"
        case .attention: "Attention"
        case .shipped: "Shipped"
        case .all: "All"
        case .nothing: "Nothing"
        case .held: "Held"
        }
    }
}
