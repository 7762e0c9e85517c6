/// What was done on one day, and what is left to do: the screen on the wall and the report at its end.
package struct DayReport: Sendable, Hashable {
    package var work: DayWork
    package var backlog: Backlog
    /// By reason, how many purchases a person should look at.
    package var attention: [AttentionReason: Int]
    /// Open marks by state.
    package var open: [MarkState: Int]

    package init(
        work: DayWork = DayWork(), backlog: Backlog = Backlog(), attention: [AttentionReason: Int] = [:],
        open: [MarkState: Int] = [:]
    ) {
        self.work = work
        self.backlog = backlog
        self.attention = attention
        self.open = open
    }
}

/// The confirmed marks of one day, by when they were made.
package struct DayWork: Sendable, Hashable {
    /// Items shipped or handed over in each hour of the station's day; an undo takes from its own hour.
    package var hours = [Int](repeating: 0, count: 24)
    package var shipped = 0
    package var handedOver = 0
    package var takenBack = 0
    /// Purchases that had something shipped or handed over.
    package var purchases = 0
    /// The tracking numbers that went out, each once.
    package var trackings: Set<String> = []
    package var stations: [Tally] = []
    package init() {}

    /// Items that went out and stayed out.
    package var items: Int { shipped + handedOver - takenBack }
    package var isEmpty: Bool { shipped + handedOver + takenBack == 0 }
}

/// What is safe to ship now.
package struct Backlog: Sendable, Hashable {
    package var purchases = 0
    package var items = 0
    /// Purchases by age, the youngest first.
    package var ages: [AgeBand: Int] = [:]
    /// By item and variant, the most first.
    package var kinds: [ItemCount] = []
    package init() {}
}

/// So many items for one name.
package struct Tally: Sendable, Hashable {
    package var name: String
    package var items: Int
    package var purchases: Int
    package init(_ name: String, items: Int, purchases: Int = 0) {
        self.name = name
        self.items = items
        self.purchases = purchases
    }
}

/// How long a purchase has waited.
package enum AgeBand: Int, Sendable, Hashable, CaseIterable {
    case day, twoDays, threeDays, week, twoWeeks, older

    /// - Parameter seconds: since it was bought.
    package init(seconds: Int64) {
        switch seconds / 86_400 {
        case ..<1: self = .day
        case ..<2: self = .twoDays
        case ..<3: self = .threeDays
        case ..<7: self = .week
        case ..<14: self = .twoWeeks
        default: self = .older
        }
    }

    package var words: String {
        switch self {
        case .day: "under a day"
        case .twoDays: "1 day"
        case .threeDays: "2 days"
        case .week: "3 to 6 days"
        case .twoWeeks: "a week"
        case .older: "2 weeks up"
        }
    }
}
