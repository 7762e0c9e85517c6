import Model
import Terminal
import ViewModels
import Widgets

/// The items of a purchase with their numbers. What is nothing is a dash, so that the numbers that matter
/// stand out.
struct ItemTable: Widget {
    private let items: [ItemLine]
    init(_ items: [ItemLine]) { self.items = items }

    func height(for width: Int) -> Int { items.count + 1 }
    func draw(into grid: inout Grid, in rect: Rect) { grid.draw(table(for: rect.width), in: rect) }

    private func table(for width: Int) -> Table {
        let kinds = kinds(for: width)
        var table = Table(
            columns: kinds.map(\.column),
            rows: items.map { item in TableRow(kinds.map { $0.cell(of: item) }) })
        table.hasGutter = false
        return table
    }

    /// The server's own number only shows where it is another one than ours.
    /// Where space is short, neither do columns that hold only dashes.
    private func kinds(for width: Int) -> [ItemColumn] {
        let differs = items.contains { $0.figures.serverDiffers }
        let kinds = ItemColumn.allCases.filter { $0 != .server || differs }
        let isRoomy = width >= 60 && !items.contains { isCut($0.name, kinds, width) }
        return isRoomy ? kinds : kinds.filter { kind in items.contains { kind.says($0.figures) } }
    }

    /// Whether a name that its column could take whole has no room beside the others.
    private func isCut(_ name: String, _ kinds: [ItemColumn], _ width: Int) -> Bool {
        let others = kinds.filter { $0 != .item }.reduce(0) { $0 + $1.cells + 2 }
        return min(ItemColumn.longestName, textWidth(name)) > width - others
    }
}

private enum ItemColumn: String, CaseIterable {
    case item, paid, bought, cancelled, moved, fulfilled, waiting, safe, server

    var column: Column {
        switch self {
        case .item: Column("item", .flexible(atLeast: 10, atMost: ItemColumn.longestName))
        case .paid: Column("paid", .fixed(cells), .right, leaves: 1)
        case .bought: Column("bought", .fixed(cells), .right)
        case .cancelled: Column("cancelled", .fixed(cells), .right, leaves: 3)
        case .moved: Column("moved", .fixed(cells), .right, leaves: 2)
        case .fulfilled: Column("done", .fixed(cells), .right)
        case .waiting: Column("waiting", .fixed(cells), .right, leaves: 4)
        case .safe: Column("safe", .fixed(cells), .right)
        case .server: Column("server", .fixed(cells), .right, leaves: 5)
        }
    }

    var cells: Int {
        switch self {
        case .item: 10
        case .paid: 7
        case .bought, .server: 6
        case .cancelled: 9
        case .moved: 5
        case .fulfilled, .safe: 4
        case .waiting: 11
        }
    }

    static let longestName = 34

    func cell(of item: ItemLine) -> Line {
        let figures = item.figures
        switch self {
        case .item: return Line(item.name, .strong)
        case .paid: return Line(figures.item.paidInCents.map(money) ?? "", .dim)
        case .bought: return Line("\(figures.item.quantity)")
        case .cancelled: return number(figures.cancelled)
        case .moved: return number(figures.transferredOut)
        case .fulfilled: return number(figures.net)
        case .waiting: return waiting(item)
        case .safe: return number(figures.safe, .stateToShip)
        case .server:
            return Line(
                figures.serverRemaining.map(String.init) ?? "", figures.serverDiffers ? .warning : .dim)
        }
    }

    /// False where only a dash would stand.
    func says(_ figures: ItemFigures) -> Bool {
        switch self {
        case .cancelled: figures.cancelled != 0
        case .moved: figures.transferredOut != 0
        case .waiting: figures.waiting != 0
        case .paid: false
        case .item, .bought, .fulfilled, .safe, .server: true
        }
    }

    /// `1 unknown`; several states by their signs, `1? 2~`.
    private func waiting(_ item: ItemLine) -> Line {
        let order: [MarkState] = [.attention, .unknown, .sending, .queued]
        let states = order.compactMap { state in item.outbox[state].map { (state, $0) } }
        guard let first = states.first else { return number(item.figures.waiting, .waiting) }
        if states.count == 1 { return Line("\(first.1) \(first.0.words)", first.0.role) }
        return states.map { Line("\($1)\($0.sign)", $0.role) }.joined(by: " ")
    }

    private func number(_ number: Int, _ role: Role = .text) -> Line {
        number == 0 ? Line("-", .dim) : Line("\(number)", role)
    }
}

extension ItemFigures {
    /// The server's remaining is before our waiting marks.
    fileprivate var serverDiffers: Bool { serverRemaining.map { $0 != safe + waiting } ?? false }
}
