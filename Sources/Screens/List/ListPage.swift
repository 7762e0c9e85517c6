import Model
import Terminal
import ViewModels
import Widgets

/// The list of purchases: tabs, a rule, the rows, and the detail beside them where there is room.
struct ListPage: Widget {
    var desk: Desk
    init(_ desk: Desk) { self.desk = desk }

    func draw(into grid: inout Grid, in rect: Rect) {
        let (tabs, rest) = rect.top(1)
        grid.draw(ListTabs(desk), in: tabs)
        let (rule, body) = rest.top(1)
        grid.draw(ListRule(desk), in: rule)
        let (left, right) = split(body)
        drawRows(into: &grid, in: left)
        guard !right.isEmpty else { return }
        drawBeside(into: &grid, in: right, under: rule)
    }

    /// The list, and the detail beside it (empty where the screen is too narrow).
    private func split(_ body: Rect) -> (Rect, Rect) {
        let layout = Layout(width: body.width, height: desk.surroundings.layout.height)
        guard layout.showsDetailBeside, !desk.list.rows.isEmpty else {
            return (body, body.left(body.width).1)
        }
        return body.left(layout.listWidth)
    }

    private func drawRows(into grid: inout Grid, in rect: Rect) {
        guard !desk.list.rows.isEmpty else { return grid.draw(EmptyList(desk), in: rect) }
        grid.draw(ListTable(desk).table(width: rect.width), in: rect)
    }

    /// A line of its own keeps the detail apart from the list.
    private func drawBeside(into grid: inout Grid, in rect: Rect, under rule: Rect) {
        let (line, room) = rect.left(1)
        grid.fill(line, "│", Style(.line))
        grid.put("┬", at: Rect(x: line.x, y: rule.y, width: 1, height: 1), Style(.line))
        guard let beside = desk.list.beside else { return }
        let cursor = grid.cursor
        let opening = desk.surroundings.keymap.chords(of: ListIntent.detail).first?.label ?? "open it"
        let pane = DetailPane(beside, clock: desk.surroundings.clock, opening: opening)
        grid.draw(pane, in: room.left(1).1)
        grid.cursor = cursor
    }
}
