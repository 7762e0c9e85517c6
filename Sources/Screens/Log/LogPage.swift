import Model
import Terminal
import ViewModels
import Widgets

/// Who did what where and when, and what the server answered; newest first. Below, the line under the cursor
/// in full.
struct LogPage: Widget {
    private let log: LogScreen
    private let surroundings: Surroundings
    private var clock: Clock { surroundings.clock }
    init(_ log: LogScreen, in surroundings: Surroundings) {
        self.log = log
        self.surroundings = surroundings
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        let (title, rest) = rect.top(1)
        let (rule, body) = rest.top(1)
        grid.draw(Bar(left: Line(" Log", .title) + Line("  \(subject)", .dim)), in: title)
        grid.draw(Rule(trailing: Line(place, .dim)), in: rule)
        guard let current = log.current else { return drawEmpty(into: &grid, in: body) }
        let (below, above) = body.bottom(surroundings.layout.explanationRows)
        grid.draw(table(height: above.height), in: above)
        guard !below.isEmpty else { return }
        let cursor = grid.cursor
        grid.draw(Rule(), in: below)
        grid.draw(LogExplanation(current, in: surroundings), in: below.top(1).1.inset(by: 1))
        grid.cursor = cursor
    }

    private var subject: String {
        let subject = log.purchase.map { "purchase \($0.purchase)" } ?? "all purchases, newest first"
        return log.filter.isEmpty ? subject : "\(subject), lines with: \(log.filter)"
    }

    private var place: String {
        guard !log.shown.isEmpty else { return "" }
        let isFull = log.entries.count >= LogScreen.limit
        return "\(log.cursor + 1) of \(isFull ? "the newest " : "")\(grouped(log.shown.count))"
    }

    private func drawEmpty(into grid: inout Grid, in rect: Rect) {
        let words =
            log.isLoading
            ? "Reading the log…"
            : log.filter.isEmpty ? "Nothing has been done here yet." : "No line has all these words."
        grid.draw(Paragraph(words, .dim), in: rect.inset(by: 1, 1))
        grid.cursor = Point(x: rect.x + 1, y: rect.y + 1)
    }

    private func table(height: Int) -> Table {
        let showsPurchase = log.purchase == nil
        let columns = [
            Column("when", .fixed(11), leaves: 3),
            Column("who", .flexible(atLeast: 12, atMost: 22), leaves: 2),
            Column("event", .flexible(atLeast: 9, atMost: 20)),
            Column("purchase", .fixed(showsPurchase ? 8 : 0), leaves: showsPurchase ? 4 : 0),
            Column("what", .flexible(atLeast: 18, share: 3)),
            Column("answer", .flexible(atLeast: 30, share: 3), leaves: 1),
        ]
        let room = max(1, height - 1)
        let top = min(max(log.top, log.cursor - room + 1), max(0, log.cursor))
        let rows = log.shown.dropFirst(top).prefix(room)
        return Table(columns: columns, rows: rows.map { TableRow(cells(of: $0)) }, cursor: log.cursor - top)
    }

    private func cells(of entry: AuditEntry) -> [Line] {
        [
            Line(clock.shortMoment(of: entry.at / 1000), .dim),
            Line(entry.author.words, .dim),
            Line(entry.event, .strong), Line(entry.purchase?.text ?? ""),
            Line(entry.deed.isEmpty ? entry.words : entry.deed),
            Line(entry.deed.isEmpty ? "" : entry.words, .dim),
        ]
    }
}

/// One line of the log in full.
private struct LogExplanation: Widget {
    private let stack: Stack

    init(_ entry: AuditEntry, in surroundings: Surroundings) {
        let clock = surroundings.clock
        let isMark = !entry.deed.isEmpty
        let subject = entry.purchase.map { isMark ? " of purchase \($0)" : "Purchase \($0)" } ?? ""
        let store = entry.store.map { " in \(surroundings.storeName($0))" } ?? ""
        let facts = [
            entry.event, clock.moment(of: entry.at / 1000), entry.author.words,
            entry.action.map { "action \($0)" }, entry.mark.map { "mark \($0)" },
        ]
        stack = Stack([
            Paragraph([
                Line(entry.deed, .strong) + Line(subject, isMark ? .text : .strong) + Line(store, .dim)
            ]),
            Paragraph([Line(facts.compactMap(\.self).joined(separator: " · "), .dim)]),
            Paragraph(entry.words),
        ])
    }

    func height(for width: Int) -> Int { stack.height(for: width) }
    func draw(into grid: inout Grid, in rect: Rect) { grid.draw(stack, in: rect) }
}
