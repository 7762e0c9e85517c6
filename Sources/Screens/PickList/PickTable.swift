import Model
import Terminal
import ViewModels
import Widgets

/// Lines and the purchases behind them as rows.
struct PickTable {
    private let pick: PickScreen
    private let surroundings: Surroundings
    init(_ pick: PickScreen, _ surroundings: Surroundings) {
        self.pick = pick
        self.surroundings = surroundings
    }

    /// As many rows as fit, the cursor's among them.
    func table(height: Int) -> Table {
        let room = max(1, height - 1)
        let top = min(max(pick.top, pick.cursor - room + 1), max(0, pick.cursor))
        let rows = pick.rows.dropFirst(top).prefix(room)
        let showsStore = Set((pick.list?.lines ?? []).map(\.id.store)).count > 1
        let columns = PickColumn.allCases.filter { showsStore || $0 != .store }
        return Table(
            columns: columns.map(\.column), rows: rows.map { row($0, columns) }, cursor: pick.cursor - top)
    }

    private func row(_ row: PickScreen.Row, _ columns: [PickColumn]) -> TableRow {
        switch row {
        case .line(let line):
            return TableRow(columns.map { cell($0, of: line) }, isMarked: pick.isTicked(line))
        case .source(let source, _): return TableRow(columns.map { cell($0, of: source) })
        case .more(let count, _):
            return TableRow(
                columns.map { $0 == .item ? Line("  and \(counted(count, "more purchase"))", .dim) : .blank })
        }
    }

    private func cell(_ column: PickColumn, of line: PickLine) -> Line {
        switch column {
        case .tick: Line(pick.isTicked(line) ? "[x]" : "[ ]", pick.isTicked(line) ? .good : .dim)
        case .quantity: Line(grouped(line.quantity), .strong)
        case .item: Line(line.words) + grown(line)
        case .store: Line(surroundings.storeName(line.id.store), .dim)
        case .purchases: Line(grouped(line.purchases), .dim)
        }
    }

    /// More came after it was ticked off.
    private func grown(_ line: PickLine) -> Line {
        pick.fetched(of: line).map { Line("  \($0) of them picked", .warning) } ?? .blank
    }

    private func cell(_ column: PickColumn, of source: PickSource) -> Line {
        switch column {
        case .quantity: Line(grouped(source.quantity), .dim)
        case .item: Line("  \(source.key.purchase)", .dim) + Line("  \(source.purchaser)")
        case .tick, .store, .purchases: .blank
        }
    }
}

private enum PickColumn: CaseIterable {
    case tick, quantity, item, store, purchases

    var column: Column {
        switch self {
        case .tick: Column("", .fixed(3))
        case .quantity: Column("qty", .fixed(6), .right, gap: 1)
        case .item: Column("item", .flexible(atLeast: 16, share: 5))
        case .store: Column("store", .flexible(atLeast: 8, atMost: 18), leaves: 1)
        case .purchases: Column("for", .fixed(7), .right, leaves: 2)
        }
    }
}
