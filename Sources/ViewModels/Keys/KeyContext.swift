/// Where keys mean something. A screen lists the contexts it answers to; the first that binds a key wins.
package enum KeyContext: String, Sendable, Hashable, CaseIterable {
    case everywhere, browsing, list, detail, form, line, confirm, hiddenMarks = "hidden-marks", outbox
    case picker, bothSides = "both-sides", log
    case pickList = "pick-list"
    case scanToShip = "scan-to-ship"
    case sorting
    case today

    package var title: String {
        switch self {
        case .everywhere: "Everywhere"
        case .browsing: "Moving around"
        case .list: "List of purchases"
        case .detail: "One purchase"
        case .form: "Forms"
        case .line: "Search and command line"
        case .confirm: "Questions"
        case .hiddenMarks: "Marks that the list does not show"
        case .outbox: "Outbox"
        case .scanToShip: "Scan to ship"
        case .picker: "Picking one of a few"
        case .bothSides: "A mark, both sides"
        case .log: "Log"
        case .pickList: "Pick list"
        case .sorting: "Sorting"
        case .today: "Today"
        }
    }

    /// Letters are typed here, so no letter can be bound.
    package var isTyping: Bool { self == .form || self == .line }

    /// The contexts whose keys are looked up after this one's.
    package var fallbacks: [KeyContext] {
        switch self {
        case .list, .detail, .outbox, .picker, .bothSides, .log, .pickList, .scanToShip, .today:
            [.browsing, .everywhere]
        case .browsing, .form, .line, .confirm, .hiddenMarks, .sorting: [.everywhere]
        case .everywhere: []
        }
    }

    package var intents: any Intent.Type {
        switch self {
        case .everywhere: CommonIntent.self
        case .browsing: BrowsingIntent.self
        case .list: ListIntent.self
        case .detail: DetailIntent.self
        case .form: FormIntent.self
        case .line: LineIntent.self
        case .confirm: ConfirmIntent.self
        case .hiddenMarks: HiddenMarksIntent.self
        case .outbox: OutboxIntent.self
        case .scanToShip: ScanIntent.self
        case .picker: PickerIntent.self
        case .bothSides: BothSidesIntent.self
        case .log: LogIntent.self
        case .pickList: PickIntent.self
        case .sorting: SortIntent.self
        case .today: TodayIntent.self
        }
    }
}
