import Model

/// The list: one page of a sorted, filtered list of any length, the cursor, and the marks.
package struct PurchaseList: Sendable, Hashable {
    package var query: ListQuery
    /// The purchases on the page.
    package var rows: [ListRow]
    /// The index in `rows` of the purchase that the cursor is on; 0 where there is none.
    package var cursor: Int
    /// How many purchases come before the page; nil while that is being counted.
    package var offset: Int?
    /// How many purchases each tab holds.
    package var counts: StateCounts
    /// How many the search and the filter leave; nil while that is being counted, or without them.
    package var found: Int?
    package var marks: Marks
    /// How many marked purchases the list does not hold; nil while unknown.
    package var hiddenMarks: Int?
    package var range: MarkedRange?
    /// The purchase under the cursor has left this list; it stays in sight until the cursor moves.
    package var ghost: PurchaseKey?
    /// What was searched for and is not in this list, as far as it is kept elsewhere; nil while unknown.
    package var whereabouts: [Whereabouts]?
    /// The first rows are on their way.
    package var isLoading: Bool
    /// The detail beside the list, where there is room.
    package var beside: DetailScreen?

    /// Tabs that people made.
    package var views: [SavedView]
    /// How many purchases each holds, by name; as last counted.
    package var viewCounts: [String: Int]

    var pending = PendingList()

    package init(query: ListQuery = ListQuery(filter: .toShip)) {
        self.query = query
        rows = []
        cursor = 0
        counts = StateCounts()
        marks = Marks()
        hiddenMarks = 0
        isLoading = true
        views = []
        viewCounts = [:]
    }

    package var current: ListRow? { rows.indices.contains(cursor) ? rows[cursor] : nil }
    package var isSearching: Bool { query.isSearching }
    /// It holds only some of its tab.
    package var isNarrowed: Bool { query.isNarrowed }
    /// How many purchases the list holds; nil while that is being counted.
    package var total: Int? { isNarrowed ? found : counts[query.filter] }
}

/// What a person has picked out for one action.
package struct Marks: Sendable, Hashable {
    /// By purchase, how many items the list showed for it.
    package private(set) var items: [PurchaseKey: Int] = [:]

    /// No more than so many at once: each takes memory, and a bulk action reads every one of them.
    package static let most = 100_000
    static let tooMany = "At most \(short(most)) purchases can be marked at once; narrow the list first."

    package var count: Int { items.count }
    package var isEmpty: Bool { items.isEmpty }
    package var itemCount: Int { items.values.reduce(0, +) }
    package var keys: Set<PurchaseKey> { Set(items.keys) }
    package func contains(_ key: PurchaseKey) -> Bool { items[key] != nil }
    func areAll(of stores: [StoreID]) -> Bool { items.keys.allSatisfy { stores.contains($0.store) } }

    package mutating func add(_ purchase: MarkedPurchase) { items[purchase.key] = purchase.items }
    package mutating func remove(_ key: PurchaseKey) { items[key] = nil }
    package mutating func clear() { items = [:] }
    package mutating func toggle(_ purchase: MarkedPurchase) {
        if contains(purchase.key) { remove(purchase.key) } else { add(purchase) }
    }
}

/// A purchase that is or could be marked, and how many items the list shows for it.
package struct MarkedPurchase: Sendable, Hashable, Codable {
    package var key: PurchaseKey
    package var items: Int
    package init(_ key: PurchaseKey, items: Int) {
        self.key = key
        self.items = items
    }

    package init(_ row: ListRow) { self.init(row.key, items: row.contents.reduce(0) { $0 + $1.count }) }
}

/// `v` has begun a range: everything from here to the cursor.
package struct MarkedRange: Sendable, Hashable {
    package var start: ListRow
    /// The place of `start` in the whole list; nil where that is not known.
    package var place: Int?
}
