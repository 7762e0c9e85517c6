import Model

/// What a person may ask for on the list.
package enum ListIntent: String, Intent {
    case detail, ship, handOver = "hand-over", undo, hold, memo, pickList = "pick-list", slips
    case mark, range, rangeDown = "range-down", rangeUp = "range-up"
    case markPage = "mark-page", markAll = "mark-all", invert, clearMarks = "clear-marks"
    case search, nextMatch = "next-match", previousMatch = "previous-match", leaveSearch = "leave-search"
    case redo, scanToShip = "scan-to-ship"
    case sameItem = "same-item", sameVariant = "same-variant"
    case filter, sort, store, outbox, log, today
    case tab1 = "tab-1", tab2 = "tab-2", tab3 = "tab-3", tab4 = "tab-4", tab5 = "tab-5", tab6 = "tab-6"
    case tab7 = "tab-7", tab8 = "tab-8", tab9 = "tab-9"
    case quit

    package static let context = KeyContext.list

    /// 0 for the first tab; nil for what is no tab.
    package var tab: Int? {
        [.tab1, .tab2, .tab3, .tab4, .tab5, .tab6, .tab7, .tab8, .tab9].firstIndex(of: self)
    }

    package var defaults: [Chord] {
        if let tab { return [Chord(String(tab + 1))] }
        return ListIntent.keys[self] ?? []
    }

    package var label: String { ListIntent.labels[self] ?? rawValue }

    package var help: String {
        if let tab {
            return StateFilter.firstTabs.indices.contains(tab)
                ? "Show the tab \(StateFilter.firstTabs[tab].title)."
                : "Show tab \(tab + 1): saved views come first, then \(StateFilter.lastTitles)."
        }
        return ListIntent.sentences[self] ?? ""
    }
}

extension ListIntent {
    private static let keys: [ListIntent: [Chord]] = [
        .detail: ["enter"], .ship: ["f"], .handOver: ["o"], .undo: ["u"], .hold: ["H"],
        .mark: ["space"], .range: ["v"], .rangeDown: ["shift-down"], .rangeUp: ["shift-up"],
        .markPage: ["a"], .markAll: ["A"], .invert: ["*"], .clearMarks: ["c"],
        .search: ["/"], .nextMatch: ["n"], .previousMatch: ["N"], .leaveSearch: ["esc"],
        .memo: ["M"], .pickList: ["P"], .slips: ["p"],
        .redo: ["U"], .scanToShip: ["B"],
        .sameItem: ["+"], .sameVariant: ["="], .filter: ["F"], .sort: ["s"], .store: ["S"], .outbox: ["O"],
        .log: ["L"], .today: ["T"], .quit: ["q"],
    ]

    private static let labels: [ListIntent: String] = [
        .handOver: "hand over", .markPage: "page", .markAll: "all", .clearMarks: "clear marks",
        .memo: "note", .pickList: "pick list", .slips: "slip",
        .scanToShip: "scan to ship",
        .sameItem: "same item", .sameVariant: "same variant", .nextMatch: "next", .previousMatch: "previous",
        .leaveSearch: "leave search",
    ]

    private static let sentences: [ListIntent: String] = [
        .detail: "Open the purchase under the cursor.",
        .ship: "Ship the marked purchases, or the one under the cursor; a preview comes first.",
        .handOver: "Hand over the marked purchases, or the one under the cursor, without an address.",
        .hold: "Hold the marked purchases, or the one under the cursor, back with a reason; or release them.",
        .memo: "Write a note to the purchase under the cursor.",
        .pickList: "Sum up what to fetch from the shelves, for the marked purchases or for all of this list.",
        .slips: "Print packing slips of the marked purchases, or of the one under the cursor.",
        .undo: "Take back what was just done, or marks of the purchases chosen; in the log, a line's action.",
        .redo: "Mark again what was taken back last, as it was; also in a purchase and the outbox.",
        .scanToShip: "Scan an order, scan its tracking number, and it is shipped; nothing asks.",
        .mark: "Mark the purchase, or take its mark away, and step down.",
        .range: "Begin a range; move, then press again to mark all of it.",
        .rangeDown: "Stretch a range one line down.",
        .rangeUp: "Stretch a range one line up.",
        .markPage: "Mark every purchase on this page.",
        .markAll: "Mark every purchase of this list, on all its pages.",
        .invert: "Mark what is not marked in this list, and unmark what is.",
        .clearMarks: "Take all marks away.",
        .search: "Search by name, id, code, item, address or tracking.",
        .nextMatch: "Go to the next purchase that the search found.",
        .previousMatch: "Go to the purchase found before.",
        .leaveSearch: "End a range, else leave the search, else the filter; cursor and marks stay.",
        .sameItem: "Mark every purchase of this list with the same items as the one under the cursor.",
        .sameVariant: "Mark every purchase of this list with the same items in the same variants.",
        .filter: "Narrow the list by state, item, variant, country, date and more, in one line.",
        .sort: "Sort by another column, or the other way round.",
        .store: "Show the next store, or all of them.",
        .outbox: "Show what is waiting, on its way, and what came of it.",
        .log: "Show who did what, when, and what the server answered.",
        .today: "Show the day: what was shipped, what waits, what needs somebody.",
        .quit: "Quit, when pressed twice; accepted marks are kept and sent later.",
    ]
}
