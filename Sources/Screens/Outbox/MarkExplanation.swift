import Model
import Terminal
import ViewModels
import Widgets

/// One mark in plain words: what it is, what its state means, what the server said.
struct MarkExplanation: Widget {
    private let row: OutboxRow
    private let clock: Clock
    init(_ row: OutboxRow, clock: Clock) {
        self.row = row
        self.clock = clock
    }

    func height(for width: Int) -> Int { stack.height(for: width) }
    func draw(into grid: inout Grid, in rect: Rect) { grid.draw(stack, in: rect) }

    private var stack: Stack {
        let mark = row.mark
        let said: [any Widget] =
            mark.reason.map { [Paragraph([Line("why  ", .label) + Line($0, .warning)])] } ?? []
        return Stack(
            [Paragraph([what]), Paragraph([facts]), Paragraph(mark.state.meaning, mark.state.role)] + said)
    }

    private var what: Line {
        let mark = row.mark
        return Line("\(mark.verb.words) \(mark.quantity.magnitude) \(row.itemName)", .strong)
            + Line(" of purchase \(mark.purchase)")
    }

    private var facts: Line {
        let mark = row.mark
        let parts = [
            clock.moment(of: mark.madeAt / 1000), mark.author.words,
            mark.tracking,
            mark.deliverBy.map { "deliver by \($0)" },
            mark.attempts > 0 ? counted(mark.attempts, "try", "tries") : nil,
            mark.nextTry(clock).map { "next \($0)" },
        ]
        return Line(parts.compactMap(\.self).joined(separator: " · "), .dim)
    }
}
