/// Which purchases a list shows, and in what order.
package struct ListQuery: Sendable, Hashable, Codable {
    /// Nil: all stores.
    package var store: StoreID?
    package var filter: StateFilter
    /// Words that must all be found in name, id, code, item, address or tracking; phrases in quotes; empty:
    /// no search.
    package var search: String
    /// What else must hold; no words to search for.
    package var conditions: ListFilter
    package var sort: ListSort
    /// Only kept where the conditions depend on it.
    package private(set) var asOf: Moment

    package init(
        store: StoreID? = nil, filter: StateFilter = .all, search: String = "",
        conditions: ListFilter = ListFilter(), sort: ListSort = ListSort(), asOf: Moment = Moment()
    ) {
        self.store = store
        self.filter = filter
        self.search = search
        self.conditions = conditions
        self.sort = sort
        self.asOf = conditions.dependsOnTime ? asOf : Moment()
    }

    /// What was written before there were conditions still reads.
    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            store: try fields.decodeIfPresent(StoreID.self, forKey: .store),
            filter: try fields.decode(StateFilter.self, forKey: .filter),
            search: try fields.decode(String.self, forKey: .search),
            conditions: try fields.decodeIfPresent(ListFilter.self, forKey: .conditions) ?? ListFilter(),
            sort: try fields.decode(ListSort.self, forKey: .sort),
            asOf: try fields.decodeIfPresent(Moment.self, forKey: .asOf) ?? Moment())
    }

    /// Holds only some of its tab: how many must be counted.
    package var isNarrowed: Bool { !conditions.isEmpty || isSearching }
    package var isSearching: Bool { !search.allSatisfy(\.isWhitespace) }

    /// The same, asked for at another time.
    package func dated(_ moment: Moment) -> ListQuery {
        var dated = self
        dated.asOf = conditions.dependsOnTime ? moment : Moment()
        return dated
    }

    /// The whole of what it is narrowed to as one filter, the tab included.
    package var line: ListFilter {
        let tab = filter == .all ? [] : [FilterTerm(.state([filter]))]
        let words = (try? ListFilter(parsing: search)) ?? ListFilter([FilterTerm(.words(search))])
        return ListFilter(tab) + conditions + (isSearching ? words : ListFilter())
    }

    /// Narrowed to a line that a person wrote, in place of what it was narrowed to. A state in the line
    /// chooses the tab; several, or one that must not be, are looked for in all.
    package func narrowed(to line: ListFilter, asOf moment: Moment) -> ListQuery {
        var next = ListQuery(
            store: store, filter: filter, search: line.search, conditions: line.conditions, sort: sort,
            asOf: moment)
        let asksForState = line.terms.contains {
            $0.condition.key == .state || $0 == FilterTerm(.held(true))
        }
        if asksForState { next.filter = .all }
        let chosen = FilterTerm(.state(line.states))
        if line.states.count == 1, next.conditions.terms.contains(chosen) {
            next.filter = line.states[0]
            next.conditions.terms.removeAll { $0 == chosen }
        }
        return next.dated(moment)
    }
}

/// The state tabs. The raw value is the word of `--state`.
package enum StateFilter: String, Sendable, Hashable, Codable, CaseIterable {
    case toShip = "to-ship"
    case partly
    case attention
    case shipped
    case all
    case nothing
    case held
}

package struct ListSort: Sendable, Hashable, Codable {
    /// The raw value is the word for it. All but the first three break ties by date.
    package enum Column: String, Sendable, Hashable, Codable, CaseIterable {
        case date, id, purchaser, contents, country, city, state
    }
    package var column: Column
    package var descending: Bool
    /// Oldest first: what has waited longest goes out first.
    package init(_ column: Column = .date, descending: Bool = false) {
        self.column = column
        self.descending = descending
    }

    /// Lists of every length are kept in this order; any other has to be made when it is asked for.
    package var isKept: Bool { [.date, .id, .purchaser].contains(column) }
}

extension ListSort: CustomStringConvertible {
    /// `purchaser`, or `-purchaser` the other way round; nil where there is no such column.
    package init?(written text: String) {
        let word = text.lowercased()
        guard let column = Column(rawValue: word.hasPrefix("-") ? String(word.dropFirst()) : word) else {
            return nil
        }
        self.init(column, descending: word.hasPrefix("-"))
    }

    package var description: String { (descending ? "-" : "") + column.rawValue }
}

/// Where a row stands in a sorted list. Opaque: only the cache reads what is inside.
package struct RowPosition: Sendable, Hashable, Codable {
    /// The row's number in the cache, which breaks ties.
    package var row: Int64
    package var number: Int64
    package var text: String
    package init(row: Int64, number: Int64 = 0, text: String = "") {
        self.row = row
        self.number = number
        self.text = text
    }
}

/// What stays the same of a purchase whatever the list: cursor and marks follow it.
package struct PurchaseKey: Sendable, Hashable, Codable {
    package var store: StoreID
    package var purchase: PurchaseID
    package init(store: StoreID, purchase: PurchaseID) {
        self.store = store
        self.purchase = purchase
    }
}

/// Where a purchase that was looked for stands: in which store, under which tab.
package struct Whereabouts: Sendable, Hashable {
    package var key: PurchaseKey
    package var state: PurchaseState
    package init(_ key: PurchaseKey, _ state: PurchaseState) {
        self.key = key
        self.state = state
    }
}

/// One line of the list.
package struct ListRow: Sendable, Hashable {
    package var key: PurchaseKey
    package var position: RowPosition
    /// Unix seconds: ``Purchase/listedAt``.
    package var listedAt: Int64?
    package var purchaser: String
    package var state: PurchaseState
    package var attention: [AttentionReason]
    /// Marks of it are on their way.
    package var isWaiting: Bool
    /// As ``Standing/waiting``.
    package var waiting: MarkState?
    /// What is safe to ship, named: `2 Shirt L, 1 Mug`. For a purchase with nothing safe: what was shipped.
    package var contents: [ItemCount]
    package var city: String?
    package var countryCode: String?
    package var hasUsableAddress: Bool
    /// Why it is on hold; nil where it is not.
    package var holdReason: String?
    /// Somebody wrote a note to it.
    package var hasMemo: Bool
    /// Who else has its form open.
    package var claim: Claim?

    package init(
        key: PurchaseKey, position: RowPosition, listedAt: Int64?, purchaser: String, state: PurchaseState,
        attention: [AttentionReason] = [], isWaiting: Bool = false, waiting: MarkState? = nil,
        contents: [ItemCount], city: String? = nil, countryCode: String? = nil, hasUsableAddress: Bool = true,
        holdReason: String? = nil, hasMemo: Bool = false, claim: Claim? = nil
    ) {
        self.key = key
        self.position = position
        self.listedAt = listedAt
        self.purchaser = purchaser
        self.state = state
        self.attention = attention
        self.isWaiting = isWaiting
        self.waiting = waiting
        self.contents = contents
        self.city = city
        self.countryCode = countryCode
        self.hasUsableAddress = hasUsableAddress
        self.holdReason = holdReason
        self.hasMemo = hasMemo
        self.claim = claim
    }
}

/// So many of one kind of item.
package struct ItemCount: Sendable, Hashable, Codable {
    package var count: Int
    /// From the catalogue; `#32/714` where there is no name.
    package var name: String
    package init(count: Int, name: String) {
        self.count = count
        self.name = name
    }
}

/// Where a window of a list starts.
package enum WindowAnchor: Sendable, Hashable {
    case first
    case last
    /// The rows that follow this one.
    case after(RowPosition)
    /// The rows that come before this one, still in list order.
    case before(RowPosition)
    /// This row first, or the next where it is gone.
    case from(RowPosition)
    /// After so many rows: a far jump, which has to count them.
    case at(Int)
}

/// Some rows of a list, in its order.
package struct ListWindow: Sendable, Hashable {
    package var query: ListQuery
    package var anchor: WindowAnchor
    package var rows: [ListRow]
    package init(query: ListQuery, anchor: WindowAnchor, rows: [ListRow]) {
        self.query = query
        self.anchor = anchor
        self.rows = rows
    }
}

/// How many purchases each tab holds; kept by the cache, never counted on a key.
package struct StateCounts: Sendable, Hashable {
    package var counts: [StateFilter: Int]
    package init(_ counts: [StateFilter: Int] = [:]) { self.counts = counts }
    package subscript(filter: StateFilter) -> Int { counts[filter, default: 0] }
}
