import Model
import Terminal
import ViewModels
import Widgets

/// The lines of a detail as widgets: a label for the address, a table of the items, a timeline.
struct DetailBody {
    private let lines: [DetailLine]
    private let detail: PurchaseDetail
    private let clock: Clock

    init(_ lines: [DetailLine], of detail: PurchaseDetail, clock: Clock) {
        self.lines = lines
        self.detail = detail
        self.clock = clock
    }

    /// What needs a person comes first, then where it goes, then everything else in the order of the lines.
    func widgets() -> [any Widget] {
        guard let items = lines.firstIndex(where: { $0.kind == .item }) else { return grouped(lines[...]) }
        let head = Array(lines[..<items])
        let attention = head.filter { $0.kind == .attention }
        let alarm: [any Widget] =
            attention.isEmpty ? [] : [widget(for: attention, kind: .attention), Space()]
        return alarm + [DetailHead(head), Space()] + grouped(lines[items...])
    }

    /// Lines of one kind that follow one another as one widget.
    private func grouped(_ lines: ArraySlice<DetailLine>) -> [any Widget] {
        var rest = lines
        var widgets: [any Widget] = []
        while let first = rest.first {
            let run = rest.prefix { $0.kind == first.kind }
            widgets.append(widget(for: Array(run), kind: first.kind))
            rest = rest.dropFirst(run.count)
        }
        return widgets
    }

    private func widget(for run: [DetailLine], kind: DetailLine.Kind) -> any Widget {
        switch kind {
        case .blank: Space(run.count)
        case .heading: Stack(run.map { Paragraph($0.words, .header) })
        case .fact: FactList(run.compactMap(\.asFact))
        case .attention: Stack(run.map { Paragraph("! \($0.words)", .stateAttention, hang: 2) })
        case .address: AddressLabel(run)
        case .item: ItemTable(run.compactMap(\.asItem))
        case .entry: LedgerTimeline(run.compactMap(\.asEntry), clock: clock)
        case .refund: Paragraph(run.compactMap(\.asRefund).map { line(of: $0) })
        case .transfer: Paragraph(run.compactMap(\.asTransfer).map { line(of: $0) })
        case .note: Stack(run.map { Paragraph($0.words) })
        }
    }

    private func line(of refund: Refund) -> Line {
        Line(money(refund.amountInCents), .strong) + Line("  \(clock.moment(of: refund.at))", .dim)
    }

    private func line(of transfer: TransferLine) -> Line {
        Line("\(transfer.quantity) \(transfer.itemName)")
            + Line(transfer.isOut ? "  moved to " : "  came from ", .dim)
            + Line("\(transfer.purchase)", .strong)
    }
}

/// A label and a value per row, the values in one column.
struct FactList: Widget {
    var facts: [(label: String, value: String)]
    init(_ facts: [(label: String, value: String)]) { self.facts = facts }

    func height(for width: Int) -> Int { facts.count }

    func draw(into grid: inout Grid, in rect: Rect) {
        let labels = facts.reduce(0) { max($0, textWidth($1.label)) }
        for (number, fact) in facts.enumerated() where number < rect.height {
            grid.put(fact.label, at: rect.row(number).left(labels).0, Style(.label))
            grid.put(fact.value, at: rect.row(number).left(labels + 2).1)
        }
    }
}
