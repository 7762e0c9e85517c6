import Model

/// Which marks the outbox shows.
package enum OutboxScope: Sendable, Hashable {
    /// Not settled yet, or settled badly.
    case open
    case all
    /// What one action made: its progress, and what came of each.
    case action(ActionID)
}

/// Every mark's state, newest first.
package struct OutboxScreen: Sendable, Hashable {
    package var scope: OutboxScope
    package var rows: [OutboxRow] {
        didSet { tally = rows.reduce(into: [:]) { $0[$1.mark.state, default: 0] += 1 } }
    }
    /// How many marks stand in each state; counted once, for it is drawn with every key.
    package private(set) var tally: [MarkState: Int] = [:]
    package var isLoading: Bool
    /// The index in `rows`.
    package var cursor: Int
    /// The index in `rows` of the first line shown.
    package var top: Int

    package init(scope: OutboxScope = .open) {
        self.scope = scope
        rows = []
        isLoading = true
        cursor = 0
        top = 0
    }

    package var current: OutboxRow? { rows.indices.contains(cursor) ? rows[cursor] : nil }
    /// Settled marks, of all: a gauge.
    package var progress: (settled: Int, all: Int) {
        let open = tally.filter { $0.key.isOpen && $0.key != .attention }
        return (rows.count - open.values.reduce(0, +), rows.count)
    }
}
