import Model

/// A tab above the list.
package struct ListTab: Sendable, Hashable {
    package enum Subject: Sendable, Hashable {
        case state(StateFilter)
        case view(SavedView)
    }
    /// The key that shows it, `1`…`9`; nil for those after the ninth.
    package var chord: Chord?
    package var subject: Subject
    /// Nil while that is being counted.
    package var count: Int?
    package var isSelected: Bool
    /// All that the list shows comes in rather than goes out.
    package var arrives = false

    package var title: String {
        switch subject {
        case .state(.toShip) where arrives: "To come"
        case .state(.shipped) where arrives: "In hand"
        case .state(let filter): filter.title
        case .view(let view): view.name
        }
    }
}

extension Whereabouts {
    /// The tab that it stands under, as its store calls it.
    package func tab(in surroundings: Surroundings) -> String {
        var tab = ListTab(subject: .state(state.filter), count: nil, isSelected: false)
        tab.arrives = surroundings.store(key.store)?.capabilities.arrives ?? false
        return tab.title
    }
}

extension PurchaseState {
    fileprivate var filter: StateFilter {
        switch self {
        case .toShip: .toShip
        case .partly: .partly
        case .shipped: .shipped
        case .nothing: .nothing
        case .held: .held
        }
    }
}

extension StateFilter {
    /// In the order of the tabs; saved views stand between these and ``lastTabs``.
    package static let firstTabs: [StateFilter] = [.toShip, .partly, .attention, .shipped, .all]
    package static let lastTabs: [StateFilter] = [.nothing, .held]

    static var lastTitles: String { lastTabs.map(\.title).joined(separator: " and ") }

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
