/// One column of a table.
package struct Column: Sendable, Hashable {
    package enum Width: Sendable, Hashable {
        case fixed(Int)
        /// Takes its share of what the others leave, between two bounds, in cells.
        case flexible(atLeast: Int, atMost: Int = .max, share: Int = 1)
    }
    package enum Alignment: Sendable, Hashable { case left, right }

    package var title: String
    package var width: Width
    package var alignment: Alignment
    /// Where space is short, the column with the lowest number leaves first; nil stays to the end.
    package var leaves: Int?
    /// Cells kept free between the column before and this one.
    package var gap: Int

    package init(
        _ title: String, _ width: Width, _ alignment: Alignment = .left, leaves: Int? = nil, gap: Int = 2
    ) {
        self.title = title
        self.width = width
        self.alignment = alignment
        self.leaves = leaves
        self.gap = gap
    }

    var least: Int {
        switch width {
        case .fixed(let cells): cells
        case .flexible(let least, _, _): least
        }
    }
}

/// Where a column came to stand; x counts from the left of the table.
package struct ColumnPlace: Sendable, Hashable {
    package var column: Int
    package var x: Int
    package var width: Int
    package init(column: Int, x: Int, width: Int) {
        self.column = column
        self.x = x
        self.width = width
    }
}

/// The columns that fit into `width` cells, in order, and where each stands.
package func place(_ columns: [Column], in width: Int) -> [ColumnPlace] {
    let kept = columnsThatFit(columns, in: width)
    let gaps = gaps(before: kept, of: columns)
    var widths = kept.map { columns[$0].least }
    widen(&widths, of: kept.map { columns[$0] }, to: width - gaps.reduce(0, +))
    var x = 0
    var places: [ColumnPlace] = []
    for (number, column) in kept.enumerated() {
        x += gaps[number]
        guard x < width else { break }
        places.append(ColumnPlace(column: column, x: x, width: min(widths[number], width - x)))
        x += widths[number]
    }
    return places
}

private func columnsThatFit(_ columns: [Column], in width: Int) -> [Int] {
    var kept = Array(columns.indices)
    while gaps(before: kept, of: columns).reduce(0, +) + kept.reduce(0, { $0 + columns[$1].least }) > width {
        let leaving = kept.filter { columns[$0].leaves != nil }
            .min { (columns[$0].leaves ?? .max) < (columns[$1].leaves ?? .max) }
        guard let leaving else { break }
        kept.removeAll { $0 == leaving }
    }
    return kept
}

/// None before the first.
private func gaps(before kept: [Int], of columns: [Column]) -> [Int] {
    kept.enumerated().map { $0.offset == 0 ? 0 : columns[$0.element].gap }
}

/// Hands out the spare cells by share, round after round, until nobody can take more.
private func widen(_ widths: inout [Int], of columns: [Column], to total: Int) {
    var spare = total - widths.reduce(0, +)
    while spare > 0 {
        let takers = columns.indices.filter { columns[$0].canGrow(beyond: widths[$0]) }
        let shares = takers.reduce(0) { $0 + columns[$1].share }
        guard shares > 0 else { return }
        let round = spare
        for taker in takers where spare > 0 {
            let offered = max(1, round * columns[taker].share / shares)
            let taken = min(offered, spare, columns[taker].most - widths[taker])
            widths[taker] += taken
            spare -= taken
        }
    }
}

extension Column {
    fileprivate var share: Int {
        if case .flexible(_, _, let share) = width { max(1, share) } else { 0 }
    }
    fileprivate var most: Int {
        if case .flexible(_, let most, _) = width { most } else { least }
    }
    fileprivate func canGrow(beyond cells: Int) -> Bool { cells < most }
}
