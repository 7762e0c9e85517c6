import Terminal

/// Lying bars below one another, each with its name before it and its number behind, the longest as long as
/// there is room.
package struct BarList: Widget {
    package struct Bar: Sendable, Hashable {
        package var name: String
        package var value: Int
        package var role: Role
        package init(_ name: String, _ value: Int, role: Role = .gauge) {
            self.name = name
            self.value = value
            self.role = role
        }
    }
    package var title: Line
    package var bars: [Bar]
    /// What is said where there is no bar.
    package var empty: String
    /// Bars that are shown; the rest is summed up in one.
    package var most: Int
    /// How a number is written.
    package var write: @Sendable (Int) -> String

    package init(
        _ title: Line, _ bars: [Bar], empty: String, most: Int,
        write: @escaping @Sendable (Int) -> String = { String($0) }
    ) {
        self.write = write
        self.title = title
        self.bars = bars
        self.empty = empty
        self.most = most
    }

    package func height(for width: Int) -> Int { 1 + max(1, shown.count) }

    package func draw(into grid: inout Grid, in rect: Rect) {
        grid.put(title, at: rect.row(0))
        guard !bars.isEmpty else {
            grid.put(Line(empty, .dim), at: rect.row(1))
            return
        }
        let names = min(rect.width / 2, shown.reduce(0) { max($0, textWidth($1.name)) })
        let numbers = shown.reduce(0) { max($0, write($1.value).count) }
        let room = max(1, rect.width - names - numbers - 2)
        let highest = max(1, shown.map(\.value).max() ?? 0)
        for (number, bar) in shown.enumerated() where number + 1 < rect.height {
            let (name, rest) = rect.row(number + 1).left(names)
            grid.put(Line(bar.name), at: name)
            let cells = bar.value > 0 ? max(1, bar.value * room / highest) : 0
            let (full, behind) = rest.left(1).1.left(cells)
            grid.fill(full, "█", Style(bar.role))
            grid.put(Line(" \(write(bar.value))", .strong), at: behind)
        }
    }

    private var shown: [Bar] {
        guard bars.count > most, most > 1 else { return bars }
        let rest = bars.dropFirst(most - 1)
        return bars.prefix(most - 1)
            + [Bar("\(rest.count) more", rest.reduce(0) { $0 + $1.value }, role: .gaugeRest)]
    }
}
