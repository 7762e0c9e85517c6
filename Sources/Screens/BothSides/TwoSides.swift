import Model
import Terminal
import ViewModels
import Widgets

/// Our side and the store's: beside one another where there is room, else below.
struct TwoSides: Widget {
    private let ours: Stack
    private let theirs: Stack

    init(_ sides: BothSides, clock: Clock) {
        ours = Stack(
            [Paragraph("Our side", .header)]
                + sides.ourSide(clock).map { TwoSides.fact($0.label, $0.value) })
        let entries: [any Widget] =
            sides.storeSide.isEmpty
            ? [Paragraph("No shipment of it stands on the store's list.", .dim)]
            : sides.storeSide.map { Paragraph([TwoSides.line($0, clock)], hang: 7) }
        let address: [any Widget] = sides.storeAddress.map { [TwoSides.fact("to", $0)] } ?? []
        theirs = Stack(
            [Paragraph([Line("The store's side", .header) + Line(" \(sides.readWords(clock))", .dim)])]
                + entries + address + [Paragraph(sides.storeNumbers)])
    }

    func height(for width: Int) -> Int {
        isWide(width)
            ? max(ours.height(for: half(width)), theirs.height(for: half(width)))
            : ours.height(for: width) + 1 + theirs.height(for: width)
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        guard isWide(rect.width) else {
            let (top, rest) = rect.top(ours.height(for: rect.width))
            grid.draw(ours, in: top)
            return grid.draw(theirs, in: rest.top(1).1)
        }
        grid.draw(ours, in: rect.left(half(rect.width)).0)
        grid.draw(theirs, in: rect.left(half(rect.width) + TwoSides.gap).1)
    }

    private func isWide(_ width: Int) -> Bool { width >= 100 }
    private func half(_ width: Int) -> Int { (width - TwoSides.gap) / 2 }
    private static let gap = 4

    private static func fact(_ label: String, _ value: String) -> Paragraph {
        let padding = String(repeating: " ", count: max(1, 11 - label.count))
        return Paragraph([Line("\(label)\(padding)", .label) + Line(value)], hang: 11)
    }

    private static func line(_ entry: StoreLine, _ clock: Clock) -> Line {
        let whose = entry.isNew ? "\(entry.whose), new" : entry.whose
        let tracking = entry.tracking.flatMap { $0.isEmpty ? nil : "  \($0)" } ?? ""
        return Line("\(clock.shortMoment(of: entry.at))  ", .dim) + Line(entry.what, .strong)
            + Line(tracking) + Line("  \(whose)", entry.isForeign ? .warning : .dim)
    }
}
