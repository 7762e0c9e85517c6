import Model
import Terminal
import ViewModels
import Widgets

/// The rule below the tabs; says what the list is narrowed to, and how it is sorted where not as usual.
struct ListRule: Widget {
    var desk: Desk
    init(_ desk: Desk) { self.desk = desk }

    func draw(into grid: inout Grid, in rect: Rect) {
        grid.draw(Rule(search, trailing: sort), in: rect)
    }

    private var search: Line {
        let list = desk.list
        guard list.isSearching else { return .blank }
        let found = list.found.map { counted($0, "match", "matches") } ?? "counting…"
        return Line("search ", .dim) + Line(list.query.search, .match) + Line("  \(found)", .dim)
    }

    private var sort: Line {
        desk.list.query.sort == ListSort() ? .blank : Line(desk.list.sortWords, .dim)
    }
}
