import Terminal
import ViewModels
import Widgets

/// The first line: what this is, which store, where we sit, and how syncing and sending go.
struct HeaderBar: Widget {
    var status: StatusLine
    init(_ status: StatusLine) { self.status = status }

    func draw(into grid: inout Grid, in rect: Rect) {
        let right = facts(in: rect.width - name.width - badges.width - HeaderBar.storeRoom)
        grid.draw(Bar(left: name + badges + store, right: right, role: .bar), in: rect)
    }

    private var name: Line { Line(" shipdesk ", .title) }
    private var store: Line { Line(" \(status.store)", .bar) }

    private var badges: Line {
        (status.isDemo ? Line(" DEMO ", .info) : .blank)
            + (status.isReadOnly ? Line(" READ ONLY ", .warning) : .blank)
    }

    /// The station and as many facts as fit; the most important are chosen first, and what is wrong is
    /// shortened rather than left out.
    private func facts(in width: Int) -> Line {
        var shown: [Line] = []
        var used = 1
        for fact in status.facts {
            let line = shown.isEmpty && fact.isTrouble ? fact.line(clippedTo: width - used - 2) : fact.line
            guard used + line.width + 2 <= width else { break }
            shown.append(line)
            used += line.width + 2
        }
        let station = Line(status.station, .bar)
        if used + station.width + 2 <= width { shown.insert(station, at: 0) }
        return shown.joined(by: Line("  ", .bar)) + Line(" ", .bar)
    }

    /// Cells that the store's name keeps on a narrow screen.
    private static let storeRoom = 10
}

extension StatusFact {
    fileprivate var line: Line {
        switch tone {
        case .plain, .good, .busy: Line(text, .bar)
        case .warning: Line(" ! \(text) ", .warning)
        case .error: Line(" ! \(text) ", .error)
        }
    }

    fileprivate var isTrouble: Bool { tone == .warning || tone == .error }

    fileprivate func line(clippedTo width: Int) -> Line {
        let padding = line.width - textWidth(text)
        return StatusFact(tone, clipped(text, to: max(0, width - padding))).line
    }
}
