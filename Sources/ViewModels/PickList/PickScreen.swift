import Model

/// What to fetch from the shelves, and what was fetched already.
package struct PickScreen: Sendable, Hashable {
    package var scope: PickScope
    /// Nil while it is counted.
    package var list: PickList?
    /// It is being counted, for the first time or anew.
    package var isCounting: Bool
    /// Something changed since, and counting anew would take long.
    package var isStale: Bool
    /// Lines whose purchases are shown.
    package var unfolded: Set<PickLine.ID>
    /// How many were fetched of each line that is ticked off; not kept beyond this screen.
    package var ticks: [PickLine.ID: Int]
    /// The index in `rows`.
    package var cursor: Int
    /// The index in `rows` of the first one shown.
    package var top: Int

    package init(_ scope: PickScope) {
        self.scope = scope
        isCounting = true
        isStale = false
        unfolded = []
        ticks = [:]
        cursor = 0
        top = 0
    }

    /// One row of the screen.
    package enum Row: Sendable, Hashable {
        case line(PickLine)
        case source(PickSource, of: PickLine.ID)
        /// So many more purchases are behind the line above.
        case more(Int, of: PickLine.ID)

        package var line: PickLine.ID {
            switch self {
            case .line(let line): line.id
            case .source(_, let line), .more(_, let line): line
            }
        }
    }

    package var rows: [Row] {
        (list?.lines ?? []).flatMap { line -> [Row] in
            guard unfolded.contains(line.id) else { return [.line(line)] }
            let rest = line.purchases - line.sources.count
            return [.line(line)] + line.sources.map { .source($0, of: line.id) }
                + (rest > 0 ? [.more(rest, of: line.id)] : [])
        }
    }

    package var current: Row? {
        let rows = rows
        return rows.indices.contains(cursor) ? rows[cursor] : nil
    }

    /// All of it was fetched.
    package func isTicked(_ line: PickLine) -> Bool { ticks[line.id].map { $0 >= line.quantity } ?? false }

    /// Fetched before the line grew; nil where nothing was, or all is.
    package func fetched(of line: PickLine) -> Int? { isTicked(line) ? nil : ticks[line.id] }

    /// `3 of 9 lines picked`.
    package var progress: (ticked: Int, all: Int) {
        let lines = list?.lines ?? []
        return (lines.count(where: isTicked), lines.count)
    }

    /// `31 items for 12 purchases`.
    package var summary: String {
        guard let list else { return "counting…" }
        return "\(counted(list.items, "item")) for \(counted(list.purchases, "purchase"))"
    }
}
