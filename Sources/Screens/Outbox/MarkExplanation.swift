import Model
import Terminal
import ViewModels
import Widgets

/// One mark in plain words: what it is, what has become of it, and what comes next.
struct MarkExplanation: Widget {
    private let row: OutboxRow
    private let story: String
    private let clock: Clock
    init(_ row: OutboxRow, story: String, clock: Clock) {
        self.row = row
        self.story = story
        self.clock = clock
    }

    func height(for width: Int) -> Int { stack.height(for: width) }
    func draw(into grid: inout Grid, in rect: Rect) { grid.draw(stack, in: rect) }

    private var stack: Stack { Stack([Paragraph([what]), Paragraph([facts]), Paragraph(story, row.role)]) }

    private var what: Line {
        Line(row.mark.deed(row.itemName), .strong) + Line(" of purchase \(row.mark.purchase)")
    }

    private var facts: Line {
        let mark = row.mark
        let parts = [
            clock.moment(of: mark.madeAt / 1000), mark.author.words,
            mark.tracking,
            mark.deliverBy.map { "deliver by \($0)" },
            mark.attempts > 0 ? counted(mark.attempts, "try", "tries") : nil,
        ]
        return Line(parts.compactMap(\.self).joined(separator: " · "), .dim)
    }
}
