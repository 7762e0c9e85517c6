import Terminal

/// How far something has come: `██████░░░░░░  47 %`. Without a total it only says the number.
package struct Gauge: Widget {
    package var done: Int
    package var total: Int
    package var showsPercent: Bool
    package init(_ done: Int, of total: Int, showsPercent: Bool = true) {
        self.done = done
        self.total = total
        self.showsPercent = showsPercent
    }

    package func draw(into grid: inout Grid, in rect: Rect) {
        let (percent, left) =
            showsPercent ? split(rect.row(0)) : (rect.row(0).left(rect.width).1, rect.row(0))
        let (full, rest) = left.left(Gauge.cells(done, of: total, in: left.width))
        grid.fill(full, "█", Style(.gauge))
        grid.fill(rest, "░", Style(.gaugeRest))
        guard showsPercent else { return }
        grid.putRight("\(Gauge.cells(done, of: total, in: 100)) %", at: percent)
    }

    private func split(_ row: Rect) -> (Rect, Rect) {
        let (left, percent) = row.left(row.width - 6)
        return (percent, left)
    }

    /// As a piece of a line, `width` cells and the percentage.
    package func line(width: Int) -> Line {
        let full = Gauge.cells(done, of: total, in: width)
        return Line(String(repeating: "█", count: full), .gauge)
            + Line(String(repeating: "░", count: width - full), .gaugeRest)
            + Line(" \(Gauge.cells(done, of: total, in: 100)) %", .dim)
    }

    /// How many of `width` cells are full: the last only when all is done, the first as soon as anything is.
    static func cells(_ done: Int, of total: Int, in width: Int) -> Int {
        guard total > 0, done > 0, width > 0 else { return 0 }
        guard done < total else { return width }
        let exact = (Double(done) / Double(total) * Double(width)).rounded(.down)
        return min(width - 1, max(1, Int(exact)))
    }
}
