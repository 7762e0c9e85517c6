import Terminal
import ViewModels
import Widgets

/// The first line: what this is, which store, where we sit, and how syncing and sending go.
struct HeaderBar: Widget {
    var status: StatusLine
    init(_ status: StatusLine) { self.status = status }

    func draw(into grid: inout Grid, in rect: Rect) {
        var status = status
        if rect.width < HeaderBar.wide {
            // What passes has its word; what waits for a person is cut where some of its reason fits.
            let keeps = rect.width >= HeaderBar.leastReasoned && status.facts.first?.tone == .error
            for number in status.facts.indices.dropFirst(keeps ? 1 : 0) { status.facts[number].shorten() }
        }
        let right = HeaderBar(status).facts(in: rect.width - name.width - badges.width - HeaderBar.storeRoom)
        grid.draw(Bar(left: name + badges + store, right: right, role: .bar), in: rect)
    }

    private var name: Line { Line(" shipdesk ", .title) }
    private var store: Line { Line(" \(status.store)", .bar) }

    private var badges: Line {
        (status.isDemo ? Line(" DEMO ", .info) : .blank)
            + (status.isReadOnly ? Line(" READ ONLY ", .warning) : .blank)
            + (status.mode.map { Line(" \(clipped($0, to: HeaderBar.modeRoom)) ", .info) } ?? .blank)
    }

    /// The station and as many facts as fit; the most important are chosen first.
    private func facts(in width: Int) -> Line {
        var shown: [Line] = []
        var used = 1
        for fact in fitting(width) where used + fact.width + 2 <= width {
            shown.append(fact)
            used += fact.width + 2
        }
        let station = Line(status.station, .bar)
        if used + station.width + 2 <= width { shown.insert(station, at: 0) }
        return shown.joined(by: Line("  ", .bar)) + Line(" ", .bar)
    }

    /// What is wrong is never left out for its length: it is cut, so that what comes next has room as well.
    private func fitting(_ width: Int) -> [Line] {
        guard let first = status.facts.first, first.line.width + 3 > width else {
            return status.facts.map(\.line)
        }
        let others = status.facts.dropFirst().map(\.line)
        let next = others.first.map { $0.width + 2 } ?? 0
        let room = width - 3 - next >= HeaderBar.leastTrouble ? width - 3 - next : width - 3
        var cut = first
        cut.text = clipped(first.text, to: room - (first.line.width - textWidth(first.text)))
        return [cut.line] + others
    }

    /// Cells below which reasons stand in the notice line instead.
    static let wide: Int = 100

    /// Cells below which a trouble has its word and no reason.
    private static let leastReasoned = 60

    /// Cells below which a trouble says nothing.
    private static let leastTrouble = 30

    /// Cells for the world that a store is in, which always shows.
    private static let modeRoom = 24

    /// Cells that the store's name keeps on a narrow screen.
    private static let storeRoom = 10
}

extension StatusFact {
    fileprivate mutating func shorten() { text = brief ?? text }

    fileprivate var line: Line {
        switch tone {
        case .plain, .good, .busy: Line(text, .bar)
        case .warning: Line(" ! \(text) ", .warning)
        case .error: Line(" ! \(text) ", .error)
        }
    }
}
