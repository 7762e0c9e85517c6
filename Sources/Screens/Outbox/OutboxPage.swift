import Model
import Terminal
import ViewModels
import Widgets

/// Every mark with where it stands, and below, in plain words, what that means for the one under the cursor.
struct OutboxPage: Widget {
    private let outbox: OutboxScreen
    private let surroundings: Surroundings
    private var clock: Clock { surroundings.clock }
    init(_ outbox: OutboxScreen, in surroundings: Surroundings) {
        self.outbox = outbox
        self.surroundings = surroundings
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        let (title, rest) = rect.top(1)
        let (rule, body) = rest.top(1)
        grid.draw(Bar(left: heading, right: tally(in: rect.width - heading.width - 4) + Line(" ")), in: title)
        drawRule(into: &grid, in: rule)
        guard let current = outbox.current else { return drawEmpty(into: &grid, in: body) }
        let explanation = MarkExplanation(
            current, story: outbox.story(in: surroundings), clock: clock)
        let (below, above) = body.bottom(surroundings.layout.explanationRows)
        grid.draw(OutboxTable(outbox, clock: clock).table(height: above.height), in: above)
        let cursor = grid.cursor
        grid.draw(Rule(), in: below)
        grid.draw(explanation, in: below.top(1).1.inset(by: 1))
        grid.cursor = cursor
    }

    private var heading: Line {
        let name = Line(" Outbox", .title)
        switch outbox.scope {
        case .open: return name + Line("  what is open or went wrong", .dim)
        case .all: return name + Line("  every mark, newest first", .dim)
        case .action(let id): return name + Line("  action \(id)", .strong)
        }
    }

    /// `1 unknown  2 sending  14 confirmed`, the most pressing first; as many as fit.
    private func tally(in width: Int) -> Line {
        let order: [MarkState] = [
            .attention, .conflict, .failed, .unknown, .sending, .queued, .confirmed, .dropped,
        ]
        var shown = Line.blank
        for state in order {
            guard let count = outbox.tally[state] else { continue }
            let next = [shown, Line("\(short(count)) \(state.words)", state.role)].joined(by: "  ")
            guard next.width <= width else { break }
            shown = next
        }
        return shown
    }

    /// An action's rule is its gauge.
    private func drawRule(into grid: inout Grid, in rect: Rect) {
        grid.draw(Rule(), in: rect)
        guard case .action = outbox.scope, outbox.progress.all > 0 else { return }
        let room = rect.inset(by: 1)
        grid.fill(room, " ")
        grid.draw(Gauge(outbox.progress.settled, of: outbox.progress.all), in: room)
    }

    private func drawEmpty(into grid: inout Grid, in rect: Rect) {
        let words =
            outbox.isLoading
            ? "Reading the outbox…"
            : outbox.scope == .open
                ? "Everything that was marked here has arrived. Nothing is waiting."
                : "Nothing has been marked here yet."
        grid.draw(Paragraph(words, .dim), in: rect.inset(by: 1, 1))
        grid.cursor = Point(x: rect.x + 1, y: rect.y + 1)
    }
}
