import Model
import Terminal
import ViewModels
import Widgets

/// What was shipped, handed over and taken back, in order, with where our own marks stand.
struct LedgerTimeline: Widget {
    private let entries: [TimelineEntry]
    private let clock: Clock
    init(_ entries: [TimelineEntry], clock: Clock) {
        self.entries = entries
        self.clock = clock
    }

    func height(for width: Int) -> Int { timeline.height(for: width) }
    func draw(into grid: inout Grid, in rect: Rect) { grid.draw(timeline, in: rect) }

    private var timeline: Timeline { Timeline(entries.map { step($0) }) }

    private func step(_ entry: TimelineEntry) -> TimelineStep {
        TimelineStep(
            when: clock.shortMoment(of: entry.at), what: entry.what, aside: entry.facts,
            details: entry.memo.map { [Line($0, .strong)] }
                ?? (entry.explanation.isEmpty ? [] : [entry.explanation]))
    }
}

extension TimelineEntry {
    private var verb: Verb { quantity < 0 ? .undo : isHandOver ? .handOver : .ship }

    fileprivate var what: Line {
        if memo != nil { return Line("note", .label) }
        let amount = quantity == 0 ? "" : "\(quantity.magnitude) "
        let deed = Line("\(called ?? verb.past) \(amount)\(itemName)", .strong)
        guard let state else { return deed }
        return deed + Line("  \(state.sign) \(state.words)", state.role)
    }

    fileprivate var facts: Line {
        if memo != nil { return Line(author?.words ?? "", .dim) }
        let who = author?.words ?? (state == nil ? "made elsewhere" : nil)
        let parts = [
            tracking.flatMap { $0.isEmpty ? nil : TrackingReading.named($0) },
            deliverBy.map { "deliver by \($0)" }, who,
        ].compactMap(\.self)
        return Line(parts.filter { !$0.isEmpty }.joined(separator: " · "), .dim)
    }

    fileprivate var explanation: Line {
        words.isEmpty ? .blank : Line(words, state?.role ?? .warning)
    }
}
