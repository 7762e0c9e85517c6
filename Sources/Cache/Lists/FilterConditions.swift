import Model

/// What a filter asks, as SQL over one store's part of the list.
struct FilterConditions {
    /// What every row must pass.
    private(set) var all: [SQLPart] = []
    /// Selects of row numbers (`found_row`), any of which holds every row of the list: by an index, so that
    /// the shortest of them may lead to the rows.
    private(set) var leads: [SQLPart] = []
    /// The index of a column that must have one value.
    private(set) var equalIndex: String?
    /// No purchase of this store can be in the list.
    private(set) var isImpossible = false
    private let store: StoreID

    init(_ query: ListQuery, store: StoreID, storeName: String, names: [ItemKind: String]) {
        self.store = store
        let terms = query.conditions.terms
        for term in terms {
            if case .store(let values) = term.condition {
                let isOne = values.contains { folded(storeName).hasPrefix(folded($0)) }
                if isOne == term.isNegated { isImpossible = true }
            } else if let part = part(for: term, asOf: query.asOf, names: names) {
                all.append(term.isNegated ? .not(part) : part)
                if !term.isNegated { lead(by: term.condition, part) }
            }
        }
        for lines in KindLines.all(of: terms, names: names) {
            all.append(lines.isNegated ? .not(lines.condition) : lines.condition)
            if !lines.isNegated, let lead = lines.lead { leads.append(lead) }
        }
    }

    mutating func search(for expression: String) {
        all.append(
            SQLPart("listing.row IN (SELECT rowid FROM search WHERE search MATCH ?)", expression))
        leads.append(SQLPart("SELECT rowid AS found_row FROM search WHERE search MATCH ?", expression))
    }

    /// Nil for what is no condition of a row, and for items, which ``KindLines`` knows.
    private func part(
        for term: FilterTerm, asOf moment: Moment, names: [ItemKind: String]
    ) -> SQLPart? {
        switch term.condition {
        case .words(let words):
            guard let expression = SearchExpression("\"\(words)\"", names: names).text else { return nil }
            return SQLPart("listing.row IN (SELECT rowid FROM search WHERE search MATCH ?)", expression)
        case .state(let states): return .any(states.map(Self.part))
        case .country(let codes): return .oneOf("country_key", codes)
        case .code(let begins): return .any(begins.map(Self.codeCondition))
        case .before(let day): return SQLPart("date < ?", moment.bounds(of: day).lowerBound)
        case .after(let day): return SQLPart("date >= ?", moment.bounds(of: day).upperBound)
        case .on(let day):
            let bounds = moment.bounds(of: day)
            return SQLPart("(date >= ? AND date < ?)", bounds.lowerBound, bounds.upperBound)
        case .age(let bound):
            return SQLPart("date \(bound.isOlder ? "<" : ">") ?", moment.now - bound.seconds)
        case .tracking(let answer): return SQLPart("has_tracking = ?", answer)
        case .held(let answer): return SQLPart("state \(answer ? "=" : "<>") ?", PurchaseState.held)
        case .note(let answer): return SQLPart("has_memo = ?", answer)
        case .item, .variant, .store: return nil
        }
    }

    private mutating func lead(by condition: FilterCondition, _ part: SQLPart) {
        switch condition {
        case .country(let codes):
            lead(along: "listing_by_country", part)
            if codes.count == 1 { equalIndex = "listing_by_country" }
        case .tracking:
            lead(along: "listing_by_tracking", part)
            equalIndex = equalIndex ?? "listing_by_tracking"
        case .before, .after, .on, .age: lead(along: "listing_by_date", part)
        case .code(let begins):
            leads.append(
                SQLPart(
                    begins.map { _ in "SELECT row AS found_row FROM purchases WHERE \(Self.codeRange)" }
                        .joined(separator: " UNION "), values: begins.flatMap(Self.codeBounds)))
        default: break
        }
    }

    private mutating func lead(along index: String, _ part: SQLPart) {
        leads.append(
            SQLPart(
                "SELECT row AS found_row FROM listing INDEXED BY \(index) WHERE store = ? AND \(part.sql)",
                values: [store] + part.values))
    }

    private static func part(_ state: StateFilter) -> SQLPart {
        if let state = state.state { return SQLPart("state = ?", state) }
        return state == .attention ? SQLPart("attention IS NOT NULL") : SQLPart("1")
    }

    private static let codeRange = "code >= ? COLLATE NOCASE AND code < ? COLLATE NOCASE"
    private static func codeBounds(_ begin: String) -> [any Storable] { [begin, begin + "\u{10FFFF}"] }

    private static func codeCondition(_ begin: String) -> SQLPart {
        SQLPart(
            "EXISTS (SELECT 1 FROM purchases WHERE purchases.row = listing.row AND \(codeRange))",
            values: codeBounds(begin))
    }
}
