import Terminal

/// Widgets below one another, each as high as it likes, with an offset for what does not fit.
package struct Stack: Widget {
    package var widgets: [any Widget]
    /// Rows scrolled away above.
    package var offset: Int

    package init(_ widgets: [any Widget], offset: Int = 0) {
        self.widgets = widgets
        self.offset = offset
    }

    package func height(for width: Int) -> Int {
        widgets.reduce(0) { $0 + $1.height(for: width) }
    }

    /// The furthest that it can be scrolled before its last row leaves the bottom.
    package func lastOffset(in size: Size) -> Int {
        max(0, height(for: size.width) - size.height)
    }

    package func draw(into grid: inout Grid, in rect: Rect) {
        let heights = widgets.map { $0.height(for: rect.width) }
        let total = heights.reduce(0, +)
        let first = min(max(0, offset), max(0, total - rect.height))
        var page = Grid(Size(width: rect.width, height: max(total, first + rect.height)))
        var rest = page.bounds
        for (widget, height) in zip(widgets, heights) where rest.y < first + rect.height {
            let (own, below) = rest.top(height)
            if own.maxY > first { page.draw(widget, in: own) }
            rest = below
        }
        grid.copy(page, from: first, to: rect)
    }
}

extension Grid {
    /// Shows the rows of another grid, from `first` on, in `rect`; its cursor comes along where it shows.
    package mutating func copy(_ page: Grid, from first: Int, to rect: Rect) {
        for y in 0..<min(rect.height, page.size.height - first) {
            for x in 0..<min(rect.width, page.size.width) {
                self[rect.x + x, rect.y + y] = page[x, first + y]
            }
        }
        guard let point = page.cursor, (first..<(first + rect.height)).contains(point.y) else { return }
        cursor = Point(x: rect.x + point.x, y: rect.y + point.y - first)
        cursorIsVisible = page.cursorIsVisible
    }
}
