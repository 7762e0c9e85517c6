import Model

@testable import ViewModels

extension Situation {
    static let lists: [Situation] = [
        listed("list-to-ship") { desk in
            desk.list.marks.add(MarkedPurchase(desk.list.rows[0]))
            desk.list.marks.add(MarkedPurchase(desk.list.rows[1]))
        },
        listed("list-all", filter: .all) { $0.list.cursor = 2 },
        listed("list-notice") { desk in
            desk.notice = Notice(.good, "Shipped 3 items of 1043; u takes them back.", undoes: ActionID(7))
        },
        listed("list-search") { desk in
            desk.list.query.search = "shirt münchen"
            desk.list.found = desk.list.rows.count
        },
        listed("list-sorted") { $0.list.query.sort = ListSort(.purchaser, descending: true) },
        listed("list-sorted-by-city") { $0.list.query.sort = ListSort(.city) },
        listed("list-filtered", filter: .all) { desk in
            desk.list.query.conditions = ListFilter([
                FilterTerm(.country(["DE", "AT"])), FilterTerm(.item(["Shirt, long"]), isNegated: true),
            ])
            desk.list.query.search = "müller"
            desk.list.found = 12
        },
        listed("list-views", filter: .all) { desk in
            let abroad = ListFilter([FilterTerm(.country(["DE"]), isNegated: true)])
            let shirts = ListFilter([FilterTerm(.item(["shirt"]))])
            desk.list.views = [
                SavedView(name: "abroad", filter: abroad), SavedView(name: "shirts-of-all", filter: shirts),
            ]
            desk.list.viewCounts = ["abroad": 318]
            desk.list.query.conditions = abroad
        },
        listed("filter-line") { desk in
            desk.stack = [.line(Situation.filterLine(desk, "country:DE,", found: nil))]
        },
        listed("filter-line-found") { desk in
            desk.stack = [.line(Situation.filterLine(desk, "state:all age:>2d ", found: 1_209))]
        },
        listed("filter-line-wrong") { desk in
            var line = Situation.filterLine(desk, "country:Germany", found: nil)
            _ = line.acceptFilter()
            desk.stack = [.line(line)]
        },
        listed("sort-picker") { $0.stack = [.sorting(SortPicker(ListSort(.purchaser)))] },
        listed("list-left") { $0.list.ghost = $0.list.rows[0].key },
        listed("list-demo-read-only") { desk in
            desk.surroundings.isDemo = true
            desk.surroundings.isReadOnly = true
            desk.notice = Notice(.warning, "This station only reads (--read-only).")
        },
        listed("list-stores") { desk in
            desk.surroundings.stores.append(Station.run)
            desk.list.query.store = nil
        },
        listed("list-offline") { desk in
            desk.surroundings.health[0].phase = .offline(
                why: "no answer within 20 s", retryAt: Station.now + 8)
        },
        listed("list-offline-at-length") { desk in
            let why = "The server at store.test refuses connections on port 443; nobody listens there."
            desk.surroundings.health[0].phase = .offline(why: why, retryAt: Station.now + 8)
        },
        listed("list-range") { desk in
            desk.list.range = MarkedRange(start: desk.list.rows[0], place: 0)
            desk.list.cursor = 2
        },
        listed("list-syncing") { desk in
            desk.surroundings.health[0].syncedAt = nil
            desk.surroundings.health[0].phase = .syncing(purchases: 4_500, of: 9_647)
        },
        empty(
            "empty-first-sync",
            health: StoreHealth(store: Station.gala.id, phase: .syncing(purchases: 1_250, of: 9_647))),
        empty("empty-no-purchases"),
        Situation(name: "empty-nobody-reads") { layout in
            let alone = StoreHealth(store: Station.gala.id)
            var desk = Situation.empty("", health: alone).desk(layout)
            desk.surroundings.strangers = [
                Station.gala.id: "config.yaml:9: the environment variable GALA_SECRET is not set"
            ]
            return desk
        },
        empty("empty-all-done", counts: StateCounts([.all: 9_647, .shipped: 9_647])),
        empty("empty-no-match", counts: Purchases.counts, search: "mueller"),
        Situation(name: "empty-no-filtered") { layout in
            var desk = Situation.empty("", counts: Purchases.counts, search: "mueller").desk(layout)
            desk.list.query.conditions = ListFilter([FilterTerm(.country(["DE"]))])
            return desk
        },
        empty(
            "empty-unreachable",
            health: StoreHealth(
                store: Station.gala.id,
                phase: .offline(why: "The name store.test is not known", retryAt: nil))),
        empty(
            "empty-refused",
            health: StoreHealth(store: Station.gala.id, phase: .paused(why: "Key authentication failed (6)."))
        ),
    ]
}

extension Situation {
    /// A filter line as somebody typed it.
    fileprivate static func filterLine(_ desk: Desk, _ text: String, found: Int?) -> InputLine {
        var line = InputLine(filtering: desk.list.query)
        line.entry = TextEntry(text)
        line.preview?.vocabulary = FilterVocabulary(countries: ["AT", "DE", "DK"])
        _ = line.showPreview(in: desk.surroundings)
        line.preview?.found = found
        return line
    }
}
