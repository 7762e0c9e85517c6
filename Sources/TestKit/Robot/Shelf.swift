import Model
import ViewModels

/// A cache for view-models: purchases in a list that a test can change as it likes.
package struct Shelf {
    package var details: [PurchaseDetail]
    package var outbox: [OutboxRow] = []
    package var log: [AuditEntry] = []
    package var actions: [ActionPurpose: ActionSummary] = [:]
    package var sides: [BothSides] = []
    package var views: [SavedView] = []
    package var vocabulary = FilterVocabulary()

    package init(_ details: [PurchaseDetail] = []) { self.details = details }

    package subscript(id: Int) -> PurchaseDetail? {
        get { details.first { $0.purchase.id == PurchaseID(id) } }
        set {
            details.removeAll { $0.purchase.id == PurchaseID(id) }
            if let newValue { details.append(newValue) }
        }
    }

    /// Nil for what it leaves to the test.
    package func answer(_ question: CacheEffect) -> Answer? {
        switch question {
        case .window(let query, let anchor, let limit):
            .window(ListWindow(query: query, anchor: anchor, rows: rows(query, anchor, limit)))
        case .counts(let store): .counts(store, counts(of: store))
        case .total(let query): .total(query, rows(query).count)
        case .rank(let query, let position):
            .rank(query, position, rows(query).count { isBefore($0.position, position) })
        case .detail(let key): .detail(key, details.first { $0.key == key })
        case .matching(let query): .matching(query, rows(query).map(MarkedPurchase.init))
        case .between(let query, let first, let last):
            .matching(query, between(query, first, last).map(MarkedPurchase.init))
        case .hidden(let keys, let query):
            .hidden(
                query, keys.subtracting(rows(query).map(\.key)).sorted { $0.purchase.text < $1.purchase.text }
            )
        case .candidates(let keys): .candidates(candidates(keys))
        case .outbox(let scope): .outbox(scope, outbox.filter { isIn(scope, $0) })
        case .bothSides(let mark): .bothSides(mark, sides.first { $0.mark.id == mark })
        case .log(let key, let limit): .log(key, Array(log.prefix(limit)))
        case .pickList(let scope): .pickList(scope, pickList(scope))
        case .action(let purpose, _): .action(purpose, actions[purpose])
        case .today: nil
        case .alike(let key, _, let query): .matching(query, alike(key, query).map(MarkedPurchase.init))
        case .vocabulary: .vocabulary(vocabulary)
        case .views: .views(views)
        case .viewCounts(let queries): .viewCounts(queries.mapValues { rows($0).count })
        case .find(let text): .found(text, details.filter { $0.hasNumber(text) }.map(\.key))
        case .whereabouts(let text):
            .whereabouts(
                text,
                details.filter { $0.hasNumber(text) }.map { Whereabouts($0.key, $0.standing.state) })
        }
    }

    /// The rows of a query, whole.
    package func rows(_ query: ListQuery) -> [ListRow] {
        let found = details.filter { query.store == nil || $0.store.id == query.store }
            .map(ListRow.init).filter { query.filter.holds($0) }
            .filter { query.search.isEmpty || $0.purchaser.lowercased().contains(query.search.lowercased()) }
            .filter { row in query.conditions.terms.allSatisfy { $0.holds(row) } }
        let sorted = found.sorted { isBefore($0.position, $1.position) }
        return query.sort.descending ? sorted.reversed() : sorted
    }
}

extension Shelf {
    private func rows(_ query: ListQuery, _ anchor: WindowAnchor, _ limit: Int) -> [ListRow] {
        let all = rows(query)
        return switch anchor {
        case .first: Array(all.prefix(limit))
        case .last: Array(all.suffix(limit))
        case .after(let place): Array(all.filter { isBefore(place, $0.position) }.prefix(limit))
        case .before(let place): Array(all.filter { isBefore($0.position, place) }.suffix(limit))
        case .from(let place): Array(all.filter { !isBefore($0.position, place) }.prefix(limit))
        case .at(let count): Array(all.dropFirst(count).prefix(limit))
        }
    }

    private func between(_ query: ListQuery, _ first: RowPosition, _ last: RowPosition) -> [ListRow] {
        rows(query).filter { !isBefore($0.position, first) && !isBefore(last, $0.position) }
    }

    /// Names are the items' numbers.
    private func pickList(_ scope: PickScope) -> PickList {
        let keys =
            switch scope {
            case .purchases(let keys): keys
            case .list(let query): rows(query).map(\.key)
            }
        var picking = Picking(now: Clock.sunday.now)
        for detail in keys.compactMap({ key in details.first { $0.key == key } }) {
            picking.add(
                PickCandidate(
                    key: detail.key, purchaser: detail.purchase.purchaser,
                    purchasedAt: detail.purchase.purchasedAt, state: detail.standing.state,
                    contents: detail.figures.items.map { ($0.item.kind, $0.safe) }))
        }
        return picking.list(names: [:])
    }

    private func alike(_ key: PurchaseKey, _ query: ListQuery) -> [ListRow] {
        let all = rows(query)
        let wanted = all.first { $0.key == key }.map { Set($0.contents.map(\.name)) } ?? []
        return all.filter { wanted.isSubset(of: $0.contents.map(\.name)) }
    }

    private func counts(of store: StoreID?) -> StateCounts {
        let pairs = StateFilter.allCases.map { ($0, rows(ListQuery(store: store, filter: $0)).count) }
        return StateCounts(Dictionary(uniqueKeysWithValues: pairs))
    }

    private func candidates(_ keys: [PurchaseKey]) -> [BulkCandidate] {
        keys.compactMap { key in details.first { $0.key == key }.map(BulkCandidate.init) }
    }

    private func isBefore(_ a: RowPosition, _ b: RowPosition) -> Bool {
        (a.number, a.row) < (b.number, b.row)
    }

    private func isIn(_ scope: OutboxScope, _ row: OutboxRow) -> Bool {
        switch scope {
        case .open: row.mark.state.isOpen || row.needsPerson
        case .all: true
        case .action(let id): row.mark.action == id
        }
    }
}

extension PurchaseDetail {
    fileprivate func hasNumber(_ text: String) -> Bool {
        purchase.id.text == text || purchase.confirmationCode == text
            || marks.contains { comparableTracking($0.tracking) == text.lowercased() }
    }
}

extension FilterTerm {
    /// Of the conditions only what rows alone can tell.
    fileprivate func holds(_ row: ListRow) -> Bool {
        let holds =
            switch condition {
            case .state(let states): states.contains { $0.holds(row) }
            case .country(let codes): codes.contains(row.countryCode ?? "")
            case .item(let names):
                row.contents.contains { item in names.contains { item.name.hasPrefix($0) } }
            default: true
            }
        return holds != isNegated
    }
}

extension StateFilter {
    fileprivate func holds(_ row: ListRow) -> Bool {
        switch self {
        case .all: true
        case .attention: !row.attention.isEmpty
        case .toShip: row.state == .toShip
        case .partly: row.state == .partly
        case .shipped: row.state == .shipped
        case .nothing: row.state == .nothing
        case .held: row.state == .held
        }
    }
}

extension ListRow {
    fileprivate init(_ detail: PurchaseDetail) {
        self.init(
            key: detail.key,
            position: RowPosition(
                row: detail.purchase.id.number ?? 0, number: detail.purchase.listedAt ?? .max),
            listedAt: detail.purchase.listedAt, purchaser: detail.purchase.purchaser,
            state: detail.standing.state, attention: detail.standing.attention,
            isWaiting: detail.standing.isWaiting,
            contents: detail.figures.items.filter { $0.safe > 0 }.map {
                ItemCount(count: $0.safe, name: detail.name(of: $0.item.num))
            }, city: detail.purchase.address?.city, countryCode: detail.purchase.address?.countryCode,
            hasUsableAddress: detail.purchase.address?.isUsable == true)
    }
}
