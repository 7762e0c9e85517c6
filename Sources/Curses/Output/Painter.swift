import CNcurses
import Terminal

/// Hands curses what has changed since the last picture.
@MainActor
final class Painter {
    private let palette: Palette
    private let isUTF8: Bool
    private var shown: Grid?
    private var theme: Theme?
    private var cursorIsVisible: Bool?
    private var looks: [Style: Look] = [:]

    init(palette: Palette, isUTF8: Bool) {
        self.palette = palette
        self.isUTF8 = isUTF8
    }

    /// The next picture is drawn whole.
    func forget() {
        shown = nil
        cursorIsVisible = nil
        nc_forget_screen()
    }

    func paint(_ grid: Grid, _ theme: Theme, within size: Size) {
        if theme != self.theme { adopt(theme) }
        for y in 0..<min(grid.size.height, size.height) {
            paintRow(y, of: grid, columns: min(grid.size.width, size.width))
        }
        shown = grid
        placeCursor(grid, within: size)
        wnoutrefresh(nc_screen_window())
        doupdate()
    }

    private func adopt(_ theme: Theme) {
        self.theme = theme
        shown = nil
        looks = [:]
        palette.reset()
        nc_forget_screen()
    }

    private func paintRow(_ y: Int, of grid: Grid, columns: Int) {
        let new = grid.row(y).prefix(columns)
        let old = shown.flatMap { $0.size == grid.size ? $0.row(y).prefix(columns) : nil }
        if new == old { return }
        var run = Run(y: Int32(y))
        for (x, index) in new.indices.enumerated() {
            let cell = new[index]
            // The right half of a wide character goes with its left.
            if cell.text.isEmpty || cell == old?[index] { continue }
            let look = self.look(of: cell.style)
            if run.end != x || run.look != look {
                run.write()
                run.begin(at: x, look)
            }
            let isWide = index + 1 < new.endIndex && new[index + 1].text.isEmpty
            if isUTF8 {
                run.append(cell.text, columns: isWide ? 2 : 1)
            } else {
                for character in asciiFallback(cell.text) { run.append(String(character), columns: 1) }
            }
        }
        run.write()
    }

    private func look(of style: Style) -> Look {
        if let known = looks[style] { return known }
        let appearance = theme?.appearance(of: style, at: palette.depth) ?? Appearance()
        let look = palette.look(of: appearance)
        looks[style] = look
        return look
    }

    private func placeCursor(_ grid: Grid, within size: Size) {
        let isVisible = grid.cursor != nil && grid.cursorIsVisible
        if isVisible != cursorIsVisible {
            curs_set(isVisible ? 1 : 0)
            cursorIsVisible = isVisible
        }
        let place = grid.cursor ?? Point(x: 0, y: size.height - 1)
        let (x, y) = (max(0, min(place.x, size.width - 1)), max(0, min(place.y, size.height - 1)))
        wmove(nc_screen_window(), Int32(y), Int32(x))
    }
}

/// Neighbouring cells of one look.
private struct Run {
    let y: Int32
    private var x = 0
    private(set) var end = -1
    private(set) var look = Look.plain
    private var scalars: [wchar_t] = []
    private var count: Int32 = 0

    init(y: Int32) { self.y = y }

    mutating func begin(at x: Int, _ look: Look) {
        self.x = x
        self.look = look
        end = x
        count = 0
        scalars.removeAll(keepingCapacity: true)
    }

    mutating func append(_ text: String, columns: Int) {
        let used = text.unicodeScalars.prefix(NC_CELL_SCALARS)
        for scalar in used { scalars.append(wchar_t(scalar.value)) }
        scalars.append(contentsOf: repeatElement(0, count: NC_CELL_SCALARS - used.count))
        count += 1
        end += columns
    }

    @MainActor
    func write() {
        guard count > 0 else { return }
        nc_put_cells(y, Int32(x), look.attributes, look.pair, scalars, count)
    }
}
