import Model
import Terminal
import ViewModels
import Widgets

/// What stands where no purchase does: why, and what to do.
struct EmptyList: Widget {
    var desk: Desk
    init(_ desk: Desk) { self.desk = desk }

    func draw(into grid: inout Grid, in rect: Rect) {
        let message = message
        var rows = Line(message.title, .title).wrapped(to: rect.width - 4)
        let words = message.words.isEmpty ? [] : Line(message.words).wrapped(to: min(52, rect.width - 4))
        rows += [.blank] + words
        let picture = rect.height >= 14 ? message.picture.map { Line($0, .dim) } + [.blank] : []
        let gaugeRows = message.gauge == nil ? 0 : 2
        let all = picture + rows
        let box = rect.centered(Size(width: rect.width, height: all.count + gaugeRows))
        for (number, row) in all.prefix(box.height).enumerated() {
            grid.put(row, at: box.row(number).centered(Size(width: row.width, height: 1)))
        }
        if let gauge = message.gauge {
            grid.draw(
                gauge, in: box.row(box.height - 1).centered(Size(width: min(44, box.width - 4), height: 1)))
        }
        grid.cursor = Point(x: box.x, y: box.y + min(picture.count, box.height - 1))
    }
}

/// A title, a sentence or two, and perhaps a picture.
private struct EmptyMessage {
    var title: String
    var words: String
    var picture: [String] = []
    /// Below the words.
    var gauge: Gauge?
}

extension EmptyList {
    private var list: PurchaseList { desk.list }

    private var message: EmptyMessage {
        if list.isNarrowed {
            return list.isLoading || list.found == nil && list.total == nil
                ? EmptyMessage(
                    title: list.isSearching ? "Searching…" : "Filtering…",
                    words: "Any other list is shown at once; this one is then dropped.")
                : nothingFound
        }
        if isFirstSync { return firstSync }
        if let trouble { return trouble }
        if list.isLoading { return EmptyMessage(title: "Reading the cache…", words: "") }
        if list.counts[.all] == 0 { return noPurchases }
        return nothingInTab
    }

    private var health: [StoreHealth] {
        desk.surroundings.health.filter { list.query.store == nil || $0.store == list.query.store }
    }

    private var isFirstSync: Bool {
        health.contains { $0.syncedAt == nil && $0.isSyncing } && list.counts[.all] == 0
    }

    private var firstSync: EmptyMessage {
        var done = 0
        var total: Int? = 0
        for case .syncing(let purchases, let of) in health.map(\.phase) {
            done += purchases
            total = total.flatMap { sum in of.map { sum + $0 } }
        }
        let known = total.flatMap { $0 > 0 ? $0 : nil }
        return EmptyMessage(
            title: "Reading purchases for the first time",
            words: known.map { "\(grouped(done)) of \(grouped($0)) so far. They show as they come." }
                ?? "\(counted(done, "purchase")) so far. They show as they come.",
            picture: parcel, gauge: known.map { Gauge(done, of: $0) })
    }

    private var trouble: EmptyMessage? {
        guard list.counts[.all] == 0 else { return nil }
        for store in health {
            let name = name(of: store.store)
            switch store.phase {
            case .offline(let why, _):
                return EmptyMessage(
                    title: "\(name) cannot be reached",
                    words: "\(sentence(why)) shipdesk goes on trying; nothing has been read yet.")
            case .paused(let why):
                return EmptyMessage(
                    title: "\(name) refuses our credentials",
                    words: "\(sentence(why)) Mend them in the configuration; shipdesk notices by itself.")
            case .idle, .syncing, .throttled: continue
            }
        }
        return nil
    }

    /// By name, where there are several.
    private func name(of store: StoreID) -> String {
        desk.surroundings.stores.count > 1 ? desk.surroundings.storeName(store) : "The store"
    }

    private var noPurchases: EmptyMessage {
        if let nobodyReads { return nobodyReads }
        let hasSynced = health.contains { $0.syncedAt != nil }
        return EmptyMessage(
            title: hasSynced ? "No purchases yet" : "Nothing has been read yet",
            words: hasSynced && takesIDs
                ? "Scan an order's id, search for it, or bring in a file with `shipdesk track`."
                : hasSynced
                    ? "The store has sold nothing so far. New purchases show here by themselves."
                    : "The first sync begins as soon as somebody leads; \(key(.command))sync starts one now.",
            picture: parcel)
    }

    /// Where no list can come, because nobody on this box has the credentials.
    private var nobodyReads: EmptyMessage? {
        let why = health.compactMap { health -> (store: StoreID, words: String)? in
            guard !health.isLed, health.syncedAt == nil else { return nil }
            return desk.surroundings.strangers[health.store].map { (health.store, sentence($0)) }
        }
        guard !why.isEmpty, why.count == health.count else { return nil }
        let reasons = why.count == 1 ? [why[0].words] : why.map { "\(name(of: $0.store)): \($0.words)" }
        return EmptyMessage(
            title: "Nobody on this box reads \(desk.surroundings.names(of: why.map(\.store)))",
            words: reasons.joined(separator: " ")
                + " Start a station or `shipdesk agent` that has its credentials; what is sold shows here then.",
            picture: parcel)
    }

    private var takesIDs: Bool { desk.surroundings.stores.allSatisfy { !$0.capabilities.lists } }

    private var nothingFound: EmptyMessage {
        let everywhere =
            list.query.filter == .all
            ? "All words must be found in name, id, code, item, address or tracking. "
            : "Only \"\(list.query.filter.title)\" was searched; \(key(ListIntent.tab5)) searches all. "
        if !list.keptElsewhere.isEmpty { return standsElsewhere }
        guard list.query.conditions.isEmpty else { return nothingFiltered }
        if let (id, store) = list.soughtID(in: desk.surroundings) {
            return EmptyMessage(
                title: "No order \(id) is kept here",
                words: "\(key(ListIntent.detail)) asks \(store.name) for it. "
                    + "\(key(ListIntent.leaveSearch)) leaves the search.")
        }
        return EmptyMessage(
            title: "Nothing matches \"\(list.query.search)\"",
            words: everywhere
                + "\(key(ListIntent.search)) searches anew, \(key(ListIntent.leaveSearch)) leaves the search."
        )
    }

    /// It is kept, and only this list does not show it.
    private var standsElsewhere: EmptyMessage {
        let isNamed = desk.surroundings.stores.count > 1
        let places = list.keptElsewhere.map { place in
            let of = isNamed ? " of \(desk.surroundings.storeName(place.key.store))" : ""
            return "\(place.key.purchase) stands in \"\(place.tab(in: desk.surroundings))\"\(of)."
        }
        let does = places.count == 1 ? "opens it" : "shows them all"
        return EmptyMessage(
            title: "\"\(TextEntry.trim(list.query.search))\" is not in this list",
            words: places.joined(separator: " ") + " \(key(ListIntent.detail)) \(does). "
                + "\(key(ListIntent.leaveSearch)) leaves the search.")
    }

    private var nothingFiltered: EmptyMessage {
        let search = list.isSearching ? " and \"\(list.query.search)\"" : ""
        let tab = list.query.filter == .all ? "" : "Only \"\(list.query.filter.title)\" was looked through. "
        return EmptyMessage(
            title: "Nothing matches \(list.query.conditions)\(search)",
            words: tab + "\(key(ListIntent.filter)) changes the filter, "
                + "\(key(ListIntent.leaveSearch)) leaves it."
        )
    }

    private var nothingInTab: EmptyMessage {
        switch list.query.filter {
        case .toShip:
            EmptyMessage(
                title: "All done",
                words: "Nothing is waiting to be shipped. New purchases show here by themselves.",
                picture: parcel)
        case .attention:
            EmptyMessage(title: "All is well", words: "No purchase needs a person to look at it.")
        default:
            EmptyMessage(
                title: "No purchase here",
                words: "None is in \"\(list.query.filter.title)\". The numbers above show the other tabs.")
        }
    }

    private func key(_ intent: some Intent) -> String {
        desk.surroundings.keymap.chords(of: intent).first?.label ?? ""
    }
    private func key(_ intent: BrowsingIntent) -> String {
        desk.surroundings.keymap.chords(of: intent).first?.label ?? ""
    }
}

/// With a full stop, which reasons from elsewhere may lack.
private func sentence(_ words: String) -> String {
    words.last.map { ".!?".contains($0) } ?? true ? words : words + "."
}

private let parcel = [
    "┌─────┬─┬─────┐",
    "│     │ │     │",
    "│     └─┘     │",
    "│       ║│║│║ │",
    "└─────────────┘",
]
