import Model
import Terminal
import ViewModels
import Widgets

/// What to fetch from the shelves, line by line, and below what was left out and why.
struct PickPage: Widget {
    private let pick: PickScreen
    private let surroundings: Surroundings
    init(_ pick: PickScreen, _ surroundings: Surroundings) {
        self.pick = pick
        self.surroundings = surroundings
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        let (title, rest) = rect.top(1)
        let (rule, body) = rest.top(1)
        grid.draw(Bar(left: heading, right: progress + Line(" ")), in: title)
        grid.draw(Rule(trailing: Line(stale, .warning)), in: rule)
        guard let list = pick.list, !list.lines.isEmpty || !list.skipped.isEmpty else {
            return drawEmpty(into: &grid, in: body)
        }
        let (below, above) = body.bottom(pick.skippedRows(in: surroundings.layout))
        if list.lines.isEmpty {
            drawEmpty(into: &grid, in: above)
        } else {
            grid.draw(PickTable(pick, surroundings).table(height: above.height), in: above)
        }
        let cursor = grid.cursor
        drawSkipped(list.skipped, into: &grid, in: below)
        grid.cursor = cursor
    }

    private var heading: Line { Line(" Pick list", .title) + Line("  \(pick.summary)", .strong) }

    private var progress: Line {
        let (ticked, all) = pick.progress
        if pick.list != nil, pick.isCounting { return Line("counting…", .waiting) }
        guard all > 0 else { return .blank }
        return Line("\(ticked) of \(counted(all, "line")) picked", ticked == all ? .good : .dim)
    }

    private var stale: String {
        guard pick.isStale else { return "" }
        let key = surroundings.keymap.chords(of: PickIntent.recount).first?.label
        return "changed since" + (key.map { "; \($0) counts anew" } ?? "")
    }

    private func drawEmpty(into grid: inout Grid, in rect: Rect) {
        let words =
            pick.list == nil ? "counting…" : "Nothing of these purchases is to be fetched."
        grid.draw(Paragraph(words, .dim), in: rect.inset(by: 1, 1))
        grid.cursor = Point(x: rect.x + 1, y: rect.y + 1)
    }

    private func drawSkipped(_ skipped: [PickSkip], into grid: inout Grid, in rect: Rect) {
        guard !skipped.isEmpty, rect.height > 1 else { return }
        let (rule, rows) = rect.top(1)
        grid.draw(Rule(Line("left out", .label)), in: rule)
        for (number, skip) in skipped.prefix(rows.height).enumerated() {
            grid.put(Line("! \(skip.words)", .warning), at: rows.row(number).inset(by: 1))
        }
    }
}
