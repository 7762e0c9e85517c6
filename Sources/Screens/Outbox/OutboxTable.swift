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
        case .state: return Line("\(mark.state.sign) \(mark.state.words)", mark.state.role)
        case .purchase: return Line(mark.purchase.text)
        case .what: return Line("\(mark.verb.words) \(mark.quantity.magnitude) \(row.itemName)", .strong)
        case .tries: return Line(mark.attempts == 0 ? "" : "\(mark.attempts)", .dim)
        case .next: return Line(mark.nextTry(clock) ?? "", .waiting)
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
        case .state: Column("state", .fixed(11))
        case .purchase: Column("purchase", .fixed(8))
        case .what: Column("what", .flexible(atLeast: 24, share: 2))
        case .tries: Column("tries", .fixed(5), .right, leaves: 3)
        case .next: Column("next try", .fixed(8), leaves: 5)
        case .by: Column("by", .flexible(atLeast: 14, atMost: 24), leaves: 2)
        case .store: Column("store", .flexible(atLeast: 10, atMost: 18), leaves: 1)
        }
    }
}

extension Mark {
    /// `in 8s`, `now`; nil where it does not wait to be sent.
    func nextTry(_ clock: Clock) -> String? {
        guard state == .queued || state == .unknown, let notBefore else { return nil }
        let seconds = notBefore / 1000 - clock.now
        return seconds <= 0 ? "now" : seconds < 100 ? "in \(seconds)s" : "in \((seconds + 59) / 60)m"
    }
}
