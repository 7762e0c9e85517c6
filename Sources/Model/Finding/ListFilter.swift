/// What a list is narrowed to, as a person writes it in one line: `state:to-ship country:DE,AT -item:mug`.
///
/// Every term must hold. It prints as it is typed (``description``), and that text reads as the same filter.
package struct ListFilter: Sendable, Hashable {
    package var terms: [FilterTerm]
    package init(_ terms: [FilterTerm] = []) { self.terms = terms }

    package var isEmpty: Bool { terms.isEmpty }

    /// The words to search for, as the search line takes them: phrases in quotes.
    package var search: String {
        terms.filter(\.isSearch).map(\.description).joined(separator: " ")
    }

    /// All but the words to search for.
    package var conditions: ListFilter { ListFilter(terms.filter { !$0.isSearch }) }

    /// What it holds depends on the time and the time zone.
    package var dependsOnTime: Bool {
        terms.contains { term in
            switch term.condition {
            case .before, .after, .on, .age: true
            default: false
            }
        }
    }

    /// What it asks of the state; empty where it asks nothing that is not negated.
    package var states: [StateFilter] {
        terms.flatMap { term -> [StateFilter] in
            guard case .state(let states) = term.condition, !term.isNegated else { return [] }
            return states
        }
    }

    package static func + (a: ListFilter, b: ListFilter) -> ListFilter { ListFilter(a.terms + b.terms) }
}

/// One word of a filter.
package struct FilterTerm: Sendable, Hashable {
    package var condition: FilterCondition
    /// With a `-` before it: what must not hold.
    package var isNegated: Bool
    package init(_ condition: FilterCondition, isNegated: Bool = false) {
        self.condition = condition
        self.isNegated = isNegated
    }

    var isSearch: Bool { if case .words = condition { !isNegated } else { false } }
}

/// What a term asks of a purchase. Several values of one term are alternatives.
package enum FilterCondition: Sendable, Hashable {
    /// A word, or a phrase, in whatever the search looks through.
    case words(String)
    case state([StateFilter])
    /// Of what the list shows as its contents: a name, or an id with `#` (`#32`, `#32/714`, `#33/` for the
    /// item without a variant). A ``variant(_:)`` that follows speaks of the same line of the purchase.
    case item([String])
    case variant([String])
    /// Two letters; empty for those without a country.
    case country([String])
    /// How the confirmation code begins.
    case code([String])
    /// How the store's name begins.
    case store([String])
    case before(FilterDay)
    case after(FilterDay)
    case on(FilterDay)
    case age(AgeBound)
    /// Something that still counts as shipped has a tracking number.
    case tracking(Bool)
    case held(Bool)
    /// Somebody wrote a note to it.
    case note(Bool)
}

/// The day of a purchase, by the station's calendar.
package enum FilterDay: Sendable, Hashable, CustomStringConvertible {
    case date(PlainDate)
    case today
    case yesterday

    package var description: String {
        switch self {
        case .date(let date): date.description
        case .today: "today"
        case .yesterday: "yesterday"
        }
    }
}

/// Older, or younger, than so long.
package struct AgeBound: Sendable, Hashable, CustomStringConvertible {
    /// The raw value is how it is written.
    package enum Unit: String, Sendable, Hashable, CaseIterable {
        case minutes = "m"
        case hours = "h"
        case days = "d"
        case weeks = "w"

        package var seconds: Int64 {
            switch self {
            case .minutes: 60
            case .hours: 3600
            case .days: 86_400
            case .weeks: 604_800
            }
        }
    }
    package var isOlder: Bool
    package var count: Int64
    package var unit: Unit
    package init(isOlder: Bool, count: Int64, unit: Unit) {
        self.isOlder = isOlder
        self.count = count
        self.unit = unit
    }

    package var seconds: Int64 { count * unit.seconds }
    package var description: String { (isOlder ? ">" : "<") + "\(count)\(unit.rawValue)" }
}

/// When a list was asked for: ages and days count from here, so that its pages fit together.
package struct Moment: Sendable, Hashable, Codable {
    /// Unix seconds.
    package var now: Int64
    /// Seconds east of UTC.
    package var utcOffset: Int64
    package init(now: Int64 = 0, utcOffset: Int64 = 0) {
        self.now = now
        self.utcOffset = utcOffset
    }

    /// The first second of a day, and that of the next, in Unix seconds.
    package func bounds(of day: FilterDay) -> Range<Int64> {
        let number: Int64 =
            switch day {
            case .date(let date): Int64(date.dayNumber)
            case .today: today
            case .yesterday: today - 1
            }
        return number * 86_400 - utcOffset..<(number + 1) * 86_400 - utcOffset
    }

    private var today: Int64 {
        let local = now + utcOffset
        return local >= 0 ? local / 86_400 : -((86_399 - local) / 86_400)
    }
}
