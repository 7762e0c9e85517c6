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
    package var total = DaySum("")
    /// By where it was done, the most first.
    package var stations: [DaySum] = []
    /// By who carries it, the most first; an undo counts where what it takes back was counted.
    package var carriers: [DaySum] = []
    /// Of the total, what no store knows of: its API takes no marks.
    package var kept = DaySum("")
    /// Marks of the day that nobody has confirmed yet; they are counted nowhere else.
    package var unconfirmed = 0
    package init() {}

    /// Nothing was confirmed.
    package var isEmpty: Bool { total.isEmpty }
}

/// What one station did in a day, or what went with one carrier.
package struct DaySum: Sendable, Hashable {
    package var name: String
    /// Purchases that had something shipped or handed over.
    package var purchases: Int
    /// Items that went out: shipped or handed over.
    package var out: Int
    /// Of these, handed over without an address.
    package var handedOver: Int
    /// Items that were marked and taken back; an earlier day's may be among them.
    package var takenBack: Int
    /// Different tracking numbers, without those of which everything was taken back again that day.
    package var parcels: Int

    package init(
        _ name: String, purchases: Int = 0, out: Int = 0, handedOver: Int = 0, takenBack: Int = 0,
        parcels: Int = 0
    ) {
        self.name = name
        self.purchases = purchases
        self.out = out
        self.handedOver = handedOver
        self.takenBack = takenBack
        self.parcels = parcels
    }

    package var isEmpty: Bool { out + takenBack == 0 }

    /// Items that went out and stayed out.
    package var items: Int { out - takenBack }
}

/// All of one day for a report at its end.
package struct DayAccount: Sendable, Hashable {
    package var date: PlainDate
    /// The names of the stores that it is about.
    package var stores: [String]
    package var work: DayWork
    /// What is left; nil for a day that is over, because only today's is known.
    package var backlog: Backlog?
    package init(date: PlainDate, stores: [String], work: DayWork, backlog: Backlog? = nil) {
        self.date = date
        self.stores = stores
        self.work = work
        self.backlog = backlog
    }
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
