import Model
import Terminal
import ViewModels
import Widgets

/// The day in pictures: shipped by the hour, what waits by age and by item, stations, what needs somebody,
/// and how the stores are.
struct TodayPage: Widget {
    private let today: TodayScreen
    private let surroundings: Surroundings
    init(_ today: TodayScreen, _ surroundings: Surroundings) {
        self.today = today
        self.surroundings = surroundings
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        let (title, rest) = rect.top(1)
        let (rule, body) = rest.top(1)
        let inside = body.inset(by: 1)
        grid.draw(Bar(left: Line(" Today", .title) + Line("  \(day)", .dim), right: sums), in: title)
        grid.cursor = Point(x: inside.x, y: inside.y)
        guard let content = content(for: Size(width: inside.width, height: inside.height)) else {
            grid.draw(Rule(), in: rule)
            return grid.draw(Paragraph("Counting…", .dim), in: inside)
        }
        grid.draw(Rule(trailing: content.placeWords(in: inside)), in: rule)
        grid.draw(content, in: inside)
    }

    /// All of it, scrolled; nil while it is counted.
    func content(for size: Size) -> Stack? {
        guard let report = today.report else { return nil }
        // What is spare goes to the chart and to the lists, so that a large screen is filled.
        let spare = max(0, size.height - 19)
        let most = 5 + spare / 4
        return Stack(
            [
                Heading("Items by the hour"), hours(report.work, rows: 5 + spare / 3), Space(),
                Columns(ages(report.backlog), kinds(report.backlog, most: most)), Space(),
            ] + last(report, for: size, most: most - 1), offset: today.scroll.offset)
    }

    /// Carriers come where there is room; they are in the report anyway.
    private func last(_ report: DayReport, for size: Size, most: Int) -> [any Widget] {
        let stations = stations(report.work, most: most)
        guard size.width >= 100, size.height >= 30 else { return [Columns(stations, troubles(report))] }
        return [Columns(stations, carriers(report.work, most: most)), Space(), troubles(report)]
    }

    private var day: String { surroundings.clock.today.map(weekdayWords) ?? "" }

    private var sums: Line {
        guard let work = today.report?.work else { return .blank }
        let sum = work.total
        let kept = work.kept.isEmpty ? .blank : Line("  \(grouped(work.kept.out)) kept on this box", .dim)
        let back = sum.takenBack > 0 ? Line("  \(grouped(sum.takenBack)) taken back", .warning) : .blank
        return Line("\(counted(sum.out, "item")) out", .good)
            + Line(", \(counted(sum.purchases, "purchase"))", .dim) + back + kept + Line(" ")
    }

    /// From the first hour in which something was done, or the usual ones, to the last.
    private func hours(_ work: DayWork, rows: Int) -> ColumnChart {
        let now = Int((surroundings.clock.now - surroundings.clock.dayStart) / 3_600)
        let worked = work.hours.indices.filter { work.hours[$0] != 0 }
        let first = min(worked.first ?? 8, 8)
        let last = max(worked.last ?? 17, 17, min(23, now))
        return ColumnChart(
            (first...last).map { hour in
                ColumnChart.Bar(
                    hour < 10 ? "0\(hour)" : "\(hour)", max(0, work.hours[hour]),
                    role: hour == now ? .good : .gauge)
            }, rows: rows, write: short)
    }

    private func ages(_ backlog: Backlog) -> BarList {
        let bars = AgeBand.allCases.map { band in
            BarList.Bar(
                band.words, backlog.ages[band, default: 0],
                role: band.rawValue >= AgeBand.week.rawValue ? .stateAttention : .stateToShip)
        }
        let title =
            Line("To ship ", .strong) + Line(counted(backlog.purchases, "purchase") + ", by age", .dim)
        return BarList(
            title, backlog.purchases == 0 ? [] : bars, empty: "Nothing waits: all is shipped.",
            most: bars.count, write: grouped)
    }

    private func kinds(_ backlog: Backlog, most: Int) -> BarList {
        BarList(
            Line("To ship ", .strong) + Line(counted(backlog.items, "item") + ", by kind", .dim),
            backlog.kinds.map { BarList.Bar($0.name, $0.count, role: .stateToShip) }, empty: "No item waits.",
            most: most + 1, write: grouped)
    }

    private func stations(_ work: DayWork, most: Int) -> BarList {
        BarList(
            Line("By station", .strong),
            work.stations.map { BarList.Bar($0.name, $0.out, role: .stateShipped) },
            empty: "Nothing was shipped yet today.", most: max(2, most), write: grouped)
    }

    private func carriers(_ work: DayWork, most: Int) -> BarList {
        BarList(
            Line("By carrier", .strong) + Line(", parcels", .dim),
            work.carriers.filter { $0.parcels > 0 }.sorted { $0.parcels > $1.parcels }
                .map { BarList.Bar($0.name, $0.parcels, role: .stateShipped) },
            empty: "No parcel has a tracking number yet today.", most: max(2, most), write: grouped)
    }

    private func troubles(_ report: DayReport) -> Stack {
        let reasons = report.attention.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        let attention = reasons.map {
            Line("! \(grouped($0.value)) ", .stateAttention) + Line($0.key.shortWords)
        }
        let states: [MarkState] = [.attention, .unknown, .conflict, .failed, .sending, .queued]
        let open = states.compactMap { state -> Line? in
            guard let count = report.open[state], count > 0 else { return nil }
            return Line("\(state.sign) \(grouped(count)) \(state.words)", state.role)
        }
        let needs = [open.joined(by: "  ")].filter { !$0.isEmpty } + unread + attention
        let lines = needs.isEmpty ? [Line("Nothing: all is well.", .good)] : needs
        return Stack(
            [Heading("Needs somebody")] + lines.map { Paragraph([$0]) } + [Heading("Stores")]
                + surroundings.health.map { Paragraph([words(on: $0)]) })
    }

    /// The stores that nobody on this box reads; nothing where somebody reads each.
    private var unread: [Line] {
        let stores = surroundings.health.filter { !$0.isLed }.map(\.store)
        if stores.isEmpty { return [] }
        let words = stores.count == 1 ? "store that nobody reads" : "stores that nobody reads"
        return [
            Line("! \(grouped(stores.count)) ", .error) + Line("\(words): \(surroundings.names(of: stores))")
        ]
    }

    /// `+ Spring Gala  synced 14:01`.
    private func words(on health: StoreHealth) -> Line {
        let name = Line(surroundings.storeName(health.store) + "  ")
        let clock = surroundings.clock
        switch health.phase {
        case .idle where !health.isLed, .syncing where !health.isLed:
            let last = health.syncedAt.map { "last read \(clock.moment(of: $0))" } ?? "never read"
            return Line("! ", .error) + name + Line("nobody reads it", .warning) + Line(", \(last)", .dim)
        case .idle, .syncing:
            let when = health.syncedAt.map { "synced \(clock.moment(of: $0))" } ?? "reading it the first time"
            return Line("+ ", .good) + name + Line(when, .dim)
        case .offline(let why, _): return Line("! ", .error) + name + Line("offline: \(why)", .warning)
        case .paused(let why): return Line("! ", .error) + name + Line("paused: \(why)", .error)
        case .throttled(let until):
            return Line("~ ", .waiting) + name + Line("told to wait \(max(0, until - clock.now)) s", .warning)
        }
    }
}

extension Sequence<Line> {
    fileprivate func joined(by separator: String) -> Line { joined(by: Line(separator)) }
}

/// The title of a part.
private struct Heading: Widget {
    var text: String
    init(_ text: String) { self.text = text }
    func height(for width: Int) -> Int { 1 }
    func draw(into grid: inout Grid, in rect: Rect) { grid.put(Line(text, .strong), at: rect.row(0)) }
}
