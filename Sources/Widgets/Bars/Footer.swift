import Terminal

/// A key and what it does.
package struct Hint: Sendable, Hashable {
    package var key: String
    package var label: String
    package init(_ key: String, _ label: String) {
        self.key = key
        self.label = label
    }
    var width: Int { textWidth(key) + 1 + textWidth(label) }
    var line: Line { Line(key, .footerKey) + Line(" \(label)", .footer) }
}

/// The keys that matter now, the most important first. Whole pairs or none: what does not fit makes
/// room for shorter ones after it, but `last` (the way to help) stays.
package struct Footer: Widget {
    package var hints: [Hint]
    package var last: Hint?
    package init(_ hints: [Hint], last: Hint? = nil) {
        self.hints = hints
        self.last = last
    }

    package func draw(into grid: inout Grid, in rect: Rect) {
        let row = rect.row(0)
        grid.fill(row, " ", Style(.footer))
        grid.put(line(for: row.width), at: row)
    }

    /// The pairs that fit.
    package func shown(in width: Int) -> [Hint] {
        let lastWidth = last.map { $0.width + Footer.gap } ?? 0
        var used = 0
        var shown: [Hint] = []
        for hint in hints {
            let more = hint.width + (shown.isEmpty ? 0 : Footer.gap)
            guard used + more + lastWidth <= width else { continue }
            shown.append(hint)
            used += more
        }
        guard let last, used + last.width + (shown.isEmpty ? 0 : Footer.gap) <= width else { return shown }
        return shown + [last]
    }

    package func line(for width: Int) -> Line {
        shown(in: width).map(\.line).joined(by: Line("   ", .footer))
    }

    private static let gap = 3
}
