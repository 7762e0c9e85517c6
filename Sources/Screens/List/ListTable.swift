import Model
import Terminal
import ViewModels
import Widgets

/// The rows of the list as a table.
struct ListTable {
    private let desk: Desk
    private var list: PurchaseList { desk.list }
    private let words: FoundWords
    init(_ desk: Desk) {
        self.desk = desk
        words = FoundWords(desk.list.query.search)
    }

    func table(width: Int) -> Table {
        let kinds = ListColumn.allCases.filter { shows($0) && ($0 != .outbox || width >= ListTable.roomy) }
        let rows = list.rows.enumerated().map { number, row in
            TableRow(
                kinds.map { cell($0, of: row) },
                isMarked: list.marks.contains(row.key) || list.isInRange(number))
        }
        let longestStore = desk.surroundings.stores.reduce(8) { max($0, textWidth($1.name)) }
        let longestAge = list.rows.reduce(3) { max($0, age(of: $1).count) }
        let isNarrow = width < ListTable.narrow
        let longestID = list.rows.reduce(isNarrow ? 4 : 8) { max($0, textWidth($1.key.purchase.text)) }
        return Table(
            columns: kinds.map {
                $0.column(
                    title: signed($0, title(of: $0, isNarrow: isNarrow)), longestID: min(14, longestID),
                    longestAge: longestAge, longestStore: min(11, longestStore))
            },
            rows: rows, cursor: list.cursor)
    }

    private func shows(_ column: ListColumn) -> Bool {
        switch column {
        case .store: list.query.store == nil && desk.surroundings.stores.count > 1
        // What comes in has neither buyer nor address.
        case .purchaser, .to, .country: !desk.listArrives
        case .state:
            [.all, .attention].contains(list.query.filter) || list.isSearching
                || list.query.sort.column == .state
        default: true
        }
    }

    private static let narrow = 60
    /// Cells from which on words have room that signs say as well.
    private static let roomy = 100

    /// The column that the list is sorted by says which way; the usual order goes without saying.
    private func signed(_ column: ListColumn, _ title: String) -> String {
        let sort = list.query.sort
        guard sort != ListSort(), column.sort == sort.column else { return title }
        return title + (title.isEmpty ? "" : " ") + (sort.descending ? "v" : "^")
    }

    private func title(of column: ListColumn, isNarrow: Bool) -> String {
        switch column {
        case .sign, .country: ""
        case .outbox: "outbox"
        case .purchase where isNarrow: "id"
        case .contents:
            switch list.query.filter {
            case .toShip where desk.listArrives, .partly where desk.listArrives: "to come"
            case .shipped where desk.listArrives: "in hand"
            case .toShip, .partly, .held: "to ship"
            case .shipped: "shipped"
            case .attention, .all, .nothing: "contents"
            }
        default: column.rawValue
        }
    }

    private func cell(_ column: ListColumn, of row: ListRow) -> Line {
        switch column {
        case .age: Line(age(of: row), .dim)
        case .sign: row.sign(desk.surroundings.clock)
        case .purchase: found(Line(row.key.purchase.text))
        case .store: Line(desk.surroundings.storeName(row.key.store), .dim)
        case .state: Line(row.state.words(arrives: arrives(row)), row.state.role)
        case .outbox: row.waitingWords
        case .purchaser:
            row.purchaser.isEmpty
                ? Line(arrives(row) ? "–" : "(no name)", .dim) : found(Line(row.purchaser, .strong))
        case .contents: row.key == list.ghost ? Line("left this list", .dim) : found(row.contentsLine)
        case .to:
            !row.hasUsableAddress && desk.surroundings.store(row.key.store)?.capabilities.addresses == false
                ? Line(arrives(row) ? "–" : "no address", .dim) : found(row.destination)
        case .country: found(Line(row.hasUsableAddress ? row.countryCode ?? "" : ""))
        }
    }

    /// Of what comes in, how far off its day is.
    private func age(of row: ListRow) -> String {
        guard let at = row.listedAt else { return "–" }
        let clock = desk.surroundings.clock
        return arrives(row) ? clock.days(to: at) : clock.age(of: at)
    }

    private func arrives(_ row: ListRow) -> Bool {
        desk.surroundings.store(row.key.store)?.capabilities.arrives ?? false
    }

    /// With the words that were searched for shown as found.
    private func found(_ line: Line) -> Line {
        words.isEmpty ? line : line.highlighting(.match) { words.ranges(in: $0) }
    }
}

/// The columns; the raw value is the title.
enum ListColumn: String, CaseIterable {
    case age, sign, purchase, purchaser, store, state, contents, outbox, to, country

    /// What sorts the list by it; nil where nothing does.
    var sort: ListSort.Column? {
        switch self {
        case .age: .date
        case .purchase: .id
        case .purchaser: .purchaser
        case .state: .state
        case .contents: .contents
        case .to: .city
        case .country: .country
        case .sign, .store, .outbox: nil
        }
    }

    func column(title: String, longestID: Int, longestAge: Int, longestStore: Int) -> Column {
        switch self {
        case .age: Column(title, .fixed(max(longestAge, title.count)), .right, leaves: 3)
        case .sign: Column(title, .fixed(2), gap: 1)
        case .purchase: Column(title, .fixed(max(longestID, title.count)), gap: 1)
        case .purchaser: Column(title, .flexible(atLeast: 9, atMost: 24, share: 2))
        case .store: Column(title, .flexible(atLeast: longestStore, atMost: 16), leaves: 1)
        case .state: Column(title, .fixed(7), leaves: 4)  // `state ^`
        case .contents: Column(title, .flexible(atLeast: 12, share: 6), leaves: 5)
        case .outbox: Column(title, .fixed(8), leaves: 1)
        case .to: Column(title, .flexible(atLeast: 10, atMost: 22), leaves: 2)
        // Apart from the town, so that a long town never cuts it off.
        case .country: Column(title, .fixed(2), leaves: 2, gap: 1)
        }
    }
}

extension ListRow {
    /// `!` somebody should look; `~` marks of it are on their way, `?` nobody knows yet what came of one; `@`
    /// somebody else is packing it; `"` there is a note: where there is no room for all, the more pressing.
    func sign(_ clock: Clock) -> Line {
        let isPacked = claim?.stands(at: clock.now) == true
        let last: Line? =
            isWaiting
            ? Line(waiting?.sign ?? "~", waiting?.role ?? .waiting)
            : isPacked ? Line("@", .warning) : nil
        let note = Line("\"", .label)
        if !attention.isEmpty { return Line("!", .stateAttention) + (last ?? (hasMemo ? note : .blank)) }
        return (hasMemo ? note : Line(last == nil ? "" : " ")) + (last ?? .blank)
    }

    var waitingWords: Line {
        waiting.map { Line($0.words, $0.role) } ?? Line(isWaiting ? "waiting" : "", .waiting)
    }

    var contentsLine: Line {
        let why = holdReason.map { Line("\($0)  ", .stateHeld) } ?? .blank
        return why + contents.map { Line("\($0.count) \($0.name)") }.joined(by: ", ")
    }

    var destination: Line {
        guard hasUsableAddress else { return Line("no address", .stateAttention) }
        return Line(city ?? "")
    }
}
