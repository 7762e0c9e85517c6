import Model
import Terminal
import ViewModels
import Widgets

/// Who did what where and when, and what the server answered; newest first.
struct LogPage: Widget {
    private let log: LogScreen
    private let clock: Clock
    init(_ log: LogScreen, clock: Clock) {
        self.log = log
        self.clock = clock
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        let (title, rest) = rect.top(1)
        let (rule, body) = rest.top(1)
        let subject = log.purchase.map { "  purchase \($0.purchase)" } ?? "  all purchases, newest first"
        grid.draw(Bar(left: Line(" Log", .title) + Line(subject, .dim)), in: title)
        let room = max(1, body.height - 1)
        let first = min(max(0, log.scroll.offset), max(0, log.entries.count - room))
        grid.draw(Rule(trailing: Line(place(first, room), .dim)), in: rule)
        grid.cursor = Point(x: body.x, y: body.y + 1)
        guard !log.entries.isEmpty else { return drawEmpty(into: &grid, in: body) }
        grid.draw(table(Array(log.entries.dropFirst(first).prefix(room))), in: body.left(1).1)
    }

    private func place(_ first: Int, _ room: Int) -> String {
        guard log.entries.count > room else { return "" }
        return "\(first + 1) to \(min(log.entries.count, first + room)) of \(grouped(log.entries.count))"
    }

    private func drawEmpty(into grid: inout Grid, in rect: Rect) {
        let words = log.isLoading ? "Reading the log…" : "Nothing has been done here yet."
        grid.draw(Paragraph(words, .dim), in: rect.inset(by: 1, 1))
    }

    private func table(_ entries: [AuditEntry]) -> Table {
        let showsPurchase = log.purchase == nil
        let columns = [
            Column("when", .fixed(11), leaves: 2),
            Column("who", .flexible(atLeast: 12, atMost: 22), leaves: 1),
            Column("event", .fixed(9)),
            Column("purchase", .fixed(showsPurchase ? 8 : 0), leaves: showsPurchase ? nil : 0),
            Column("what", .flexible(atLeast: 20, share: 5)),
        ]
        var table = Table(columns: columns, rows: entries.map { TableRow(cells(of: $0)) })
        table.hasGutter = false
        return table
    }

    private func cells(of entry: AuditEntry) -> [Line] {
        [
            Line(clock.shortMoment(of: entry.at / 1000), .dim),
            Line(entry.author.words, .dim),
            Line(entry.event, .strong), Line(entry.purchase?.text ?? ""), Line(entry.words),
        ]
    }
}
