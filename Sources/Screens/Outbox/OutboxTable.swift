import Model
import Terminal
import ViewModels
import Widgets

/// The marks as rows.
struct OutboxTable {
    private let outbox: OutboxScreen
    private let clock: Clock
    init(_ outbox: OutboxScreen, clock: Clock) {
        self.outbox = outbox
        self.clock = clock
    }

    /// As many rows as fit, the cursor's among them.
    func table(height: Int) -> Table {
        let rows = max(1, height - 1)
        let top = min(max(outbox.top, outbox.cursor - rows + 1), max(0, outbox.cursor))
        let shown = outbox.rows.dropFirst(top).prefix(rows)
        let kinds = OutboxColumn.allCases
        return Table(
            columns: kinds.map(\.column),
            rows: shown.map { row in TableRow(kinds.map { cell($0, of: row) }) }, cursor: outbox.cursor - top)
    }

    private func cell(_ column: OutboxColumn, of row: OutboxRow) -> Line {
        let mark = row.mark
        switch column {
        case .age: return Line(clock.age(of: mark.madeAt / 1000), .dim)
        case .state: return row.stateLine
        case .purchase: return Line(mark.purchase.text)
        case .what: return Line(mark.deed(row.itemName), .strong)
        case .tries: return Line(mark.attempts == 0 ? "" : "\(mark.attempts)", .dim)
        case .next: return Line(row.next(clock) ?? "", .waiting)
        case .by: return Line(mark.author.words, .dim)
        case .store: return Line(row.storeName, .dim)
        }
    }
}

private enum OutboxColumn: String, CaseIterable {
    case age, state, purchase, what, tries, next, by, store

    var column: Column {
        switch self {
        case .age: Column("age", .fixed(3), .right, leaves: 4)
        case .state: Column("state", .fixed(14))
        case .purchase: Column("purchase", .fixed(8))
        case .what: Column("what", .flexible(atLeast: 24, share: 2))
        case .tries: Column("tries", .fixed(5), .right, leaves: 3)
        case .next: Column("next", .fixed(11), leaves: 5)
        case .by: Column("by", .flexible(atLeast: 14, atMost: 24), leaves: 2)
        case .store: Column("store", .flexible(atLeast: 10, atMost: 18), leaves: 1)
        }
    }
}

extension OutboxRow {
    /// `read in 8s`, `in 8s`, `now`; nil where nothing comes of itself.
    fileprivate func next(_ clock: Clock) -> String? {
        switch mark.state {
        case .queued: prospect.map { short($0.sendFrom, clock) ?? "now" }
        case .unknown: prospect.map { "read \(short($0.readAt, clock) ?? "now")" }
        default: needsPerson ? "needs you" : nil
        }
    }

    private func short(_ instant: Int64?, _ clock: Clock) -> String? {
        guard let instant else { return nil }
        let seconds = (instant + 999) / 1000 - clock.now
        if seconds <= 0 { return nil }
        return seconds < 100 ? "in \(seconds)s" : "in \((seconds + 59) / 60)m"
    }
}
