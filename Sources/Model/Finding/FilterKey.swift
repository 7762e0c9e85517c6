/// What may stand before the colon of a filter's term; the raw value is the word.
package enum FilterKey: String, Sendable, Hashable, CaseIterable {
    case state, item, variant, country, code, store, before, after, on, age, tracking, held, note

    /// What may stand behind the colon, for people.
    package var values: String {
        switch self {
        case .state: StateFilter.allCases.map(\.rawValue).joined(separator: ", ")
        case .item: "an item's name or how a word of it begins, or #32"
        case .variant: "a variant's name, such as L or Red, or #714"
        case .country: "two letters, such as DE, or none"
        case .code: "how a confirmation code begins"
        case .store: "a store's name"
        case .before: "a day: bought before 2026-11-01, today or yesterday"
        case .after: "a day: bought after 2026-11-01, today or yesterday"
        case .on: "the day it was bought: 2026-11-01, today or yesterday"
        case .age: ">2d is older than two days, <3h younger than three hours (m, h, d, w)"
        case .tracking: "yes or no: whether what was shipped has a tracking number"
        case .held: "yes or no"
        case .note: "yes or no: whether somebody wrote a note to it"
        }
    }

    /// Behind its colon several may stand, with commas between: any of them will do.
    var takesSeveral: Bool {
        switch self {
        case .state, .item, .variant, .country, .code, .store: true
        case .before, .after, .on, .age, .tracking, .held, .note: false
        }
    }
}

extension FilterCondition {
    /// Nil for words.
    package var key: FilterKey? {
        switch self {
        case .words: nil
        case .state: .state
        case .item: .item
        case .variant: .variant
        case .country: .country
        case .code: .code
        case .store: .store
        case .before: .before
        case .after: .after
        case .on: .on
        case .age: .age
        case .tracking: .tracking
        case .held: .held
        case .note: .note
        }
    }
}
