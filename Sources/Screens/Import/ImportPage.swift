import Model
import Terminal
import ViewModels
import Widgets

/// The rows of a file, what is wrong with them first, and below the one under the cursor in full, and what
/// taking the file would do.
struct ImportPage: Widget {
    private let screen: ImportScreen
    private let clock: Clock
    init(_ screen: ImportScreen, clock: Clock) {
        self.screen = screen
        self.clock = clock
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        let (title, rest) = rect.top(1)
        let (rule, body) = rest.top(1)
        let summary =
            screen.report.map { Line("\(grouped($0.good.count)) good, \(grouped($0.bad.count)) bad ", .dim) }
            ?? .blank
        grid.draw(
            Bar(left: Line(" Import", .title) + Line("  \(screen.name)", .strong), right: summary), in: title)
        grid.draw(Rule(trailing: place), in: rule)
        grid.cursor = Point(x: body.x, y: body.y)
        guard !screen.rows.isEmpty else { return grid.draw(Stack(head), in: body.inset(by: 1)) }
        let foot = Stack(foot)
        let wanted = min(foot.height(for: body.width - 2) + 1, max(0, body.height - 3))
        let (below, above) = body.bottom(wanted)
        grid.draw(ImportTable(screen).table(height: above.height), in: above)
        let cursor = grid.cursor
        grid.draw(Rule(), in: below)
        grid.draw(foot, in: below.top(1).1.inset(by: 1))
        grid.cursor = cursor
    }

    private var place: Line {
        screen.rows.isEmpty
            ? .blank : Line("\(grouped(screen.cursor + 1)) of \(grouped(screen.rows.count))", .dim)
    }

    /// Where there are no rows to show.
    private var head: [any Widget] {
        if let problem = screen.problem { return [Paragraph("! \(problem)", .error, hang: 2)] }
        return [Paragraph("Reading the file…", .dim)]
    }

    /// What the file would do comes first: where rows are few, the rest is cut.
    private var foot: [any Widget] {
        verdict + about
    }

    private var verdict: [any Widget] {
        var lines: [any Widget] = []
        if let earlier = screen.report?.earlier {
            lines.append(Paragraph("! \(earlier.words(clock))", .warning, hang: 2))
        }
        switch screen.question?.stage {
        case .asking?: lines.append(Paragraph(screen.question?.question ?? "", .dialogTitle))
        case .working?: lines.append(Paragraph("Writing it down…", .dim))
        case .refused(let sentences)?:
            lines += sentences.map { Paragraph("! Nothing was done: \($0)", .error, hang: 2) }
        case nil: lines.append(Paragraph("! \(screen.whyNotTaken ?? "")", .error, hang: 2))
        }
        return lines
    }

    private var about: [any Widget] {
        guard let row = screen.current else { return [] }
        let name = "Line \(row.line), purchase \(row.purchase)"
        var lines: [any Widget] = [Space()]
        if let problem = row.problem {
            lines.append(Paragraph("! \(name): \(problem)", .warning, hang: 2))
        } else {
            let parcel = row.tracking.map { ", tracking \($0)" } ?? ""
            let date = row.deliverBy.map { ", deliver by \($0)" } ?? ""
            lines.append(Paragraph("\(name): ships \(row.contents)\(parcel)\(date).", .dim))
        }
        return lines + row.warnings.map { Paragraph("! \($0)", .warning, hang: 2) }
    }
}

/// The rows of a file as a table.
struct ImportTable {
    private let screen: ImportScreen
    init(_ screen: ImportScreen) { self.screen = screen }

    /// As many rows as fit, the cursor's among them.
    func table(height: Int) -> Table {
        let room = max(1, height - 1)
        let top = min(max(screen.top, screen.cursor - room + 1), max(0, screen.cursor))
        let shown = screen.rows.dropFirst(top).prefix(room)
        return Table(
            columns: ImportTable.columns, rows: shown.map { TableRow(cells(of: $0)) },
            cursor: screen.cursor - top)
    }

    private static let columns = [
        Column("", .fixed(1)),
        Column("line", .fixed(5), .right, gap: 1),
        Column("purchase", .flexible(atLeast: 8, atMost: 14)),
        Column("what", .flexible(atLeast: 16, share: 3)),
        Column("tracking", .flexible(atLeast: 18, atMost: 26), leaves: 2),
        Column("carrier", .flexible(atLeast: 8, atMost: 20), leaves: 1),
    ]

    private func cells(of row: ImportReportRow) -> [Line] {
        let reading = row.tracking.map { TrackingReading($0) }
        let carrier =
            reading?.isSuspect == true ? Line("a typo?", .warning) : Line(reading?.names ?? "", .dim)
        let sign = row.problem != nil || !row.warnings.isEmpty ? Line("!", .warning) : .blank
        let what = row.problem.map { Line($0, .warning) } ?? Line(row.contents, .strong)
        return [
            sign, Line(grouped(row.line), .dim), Line(row.purchase), what, Line(row.tracking ?? ""), carrier,
        ]
    }
}

extension EarlierImport {
    fileprivate func words(_ clock: Clock) -> String {
        "The same contents were imported \(clock.moment(of: at / 1000)) by \(author.words), as action \(action)."
    }
}
