import Model

/// By how much a transaction moves the counts of the tabs.
struct CountChanges {
    private struct Tab: Hashable {
        var store: StoreID
        var filter: StateFilter
    }
    private var changes: [Tab: Int] = [:]

    mutating func replace(_ old: Listing?, with new: Listing) {
        if let old { add(-1, to: old) }
        add(1, to: new)
    }

    func apply(to db: Connection) throws {
        for (tab, change) in changes where change != 0 {
            try db.run(
                """
                INSERT INTO counts (store, filter, count) VALUES (?, ?, ?)
                ON CONFLICT (store, filter) DO UPDATE SET count = count + excluded.count
                """, tab.store, tab.filter.rawValue, change)
        }
    }

    private mutating func add(_ change: Int, to listing: Listing) {
        var filters: [StateFilter] = [.all, StateFilter(listing.state)]
        if listing.attention != nil { filters.append(.attention) }
        for filter in filters { changes[Tab(store: listing.store, filter: filter), default: 0] += change }
    }
}

extension StateFilter {
    init(_ state: PurchaseState) {
        self =
            switch state {
            case .toShip: .toShip
            case .partly: .partly
            case .shipped: .shipped
            case .nothing: .nothing
            case .held: .held
            }
    }

    /// The state that a tab shows; nil where it shows several.
    var state: PurchaseState? {
        switch self {
        case .toShip: .toShip
        case .partly: .partly
        case .shipped: .shipped
        case .nothing: .nothing
        case .held: .held
        case .all, .attention: nil
        }
    }
}
