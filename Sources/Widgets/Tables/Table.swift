import Terminal

/// One row of a table: a line per column, in the order of the columns, and whether it is marked.
package struct TableRow: Sendable, Hashable {
    package var cells: [Line]
    package var isMarked: Bool
    package init(_ cells: [Line], isMarked: Bool = false) {
        self.cells = cells
        self.isMarked = isMarked
    }
}

/// Rows under columns, with a cursor row and marked rows.
///
/// A gutter of two cells shows `>` for the cursor and `*` for a mark, so neither is told by colour alone.
package struct Table: Widget {
    package var columns: [Column]
    package var rows: [TableRow]
    /// Which row the cursor is on; the terminal's own cursor goes there too.
    package var cursor: Int?
    package var showsHeader = true
    /// No gutter: for tables that are only read.
    package var hasGutter = true

    package init(columns: [Column], rows: [TableRow], cursor: Int? = nil) {
        self.columns = columns
        self.rows = rows
        self.cursor = cursor
    }

    package func height(for width: Int) -> Int { rows.count + (showsHeader ? 1 : 0) }

    package func draw(into grid: inout Grid, in rect: Rect) {
        let places = place(columns, in: rect.width - gutter - (hasGutter ? 1 : 0))
        let (header, body) = rect.top(showsHeader ? 1 : 0)
        if showsHeader { drawHeader(into: &grid, in: header, places) }
        for (number, row) in rows.prefix(body.height).enumerated() {
            draw(row, isCursor: number == cursor, into: &grid, in: body.row(number), places)
        }
        guard let cursor, cursor < body.height else { return }
        grid.cursor = Point(x: body.x, y: body.y + cursor)
    }

    private var gutter: Int { hasGutter ? 3 : 0 }

    private func drawHeader(into grid: inout Grid, in rect: Rect, _ places: [ColumnPlace]) {
        grid.fill(rect, " ", Style(.header))
        for place in places {
            put(Line(columns[place.column].title, .header), place, into: &grid, in: rect)
        }
    }

    private func draw(
        _ row: TableRow, isCursor: Bool, into grid: inout Grid, in rect: Rect, _ places: [ColumnPlace]
    ) {
        let role: Role? = isCursor ? .cursorRow : row.isMarked ? .markedRow : nil
        if let role { grid.fill(rect, " ", Style(role)) }
        for place in places where place.column < row.cells.count {
            let cell = row.cells[place.column]
            put(role.map(cell.with) ?? cell, place, into: &grid, in: rect)
        }
        guard hasGutter else { return }
        if isCursor { grid.put(">", at: rect.left(1).0, Style(.cursorRow)) }
        if row.isMarked { grid.put("*", at: rect.left(1).1.left(1).0, Style(isCursor ? .cursorRow : .mark)) }
    }

    private func put(_ cell: Line, _ place: ColumnPlace, into grid: inout Grid, in rect: Rect) {
        let own = Rect(x: rect.x + gutter + place.x, y: rect.y, width: place.width, height: 1)
        switch columns[place.column].alignment {
        case .left: grid.put(cell, at: own)
        case .right: grid.putRight(cell, at: own)
        }
    }
}
