import Model
import Terminal
import ViewModels
import Widgets

/// The rule below the tabs; says what the list is narrowed to, and how it is sorted where not as usual.
struct ListRule: Widget {
    var desk: Desk
    init(_ desk: Desk) { self.desk = desk }

    func draw(into grid: inout Grid, in rect: Rect) {
        grid.draw(Rule(narrowed(to: rect.width), trailing: sort), in: rect)
    }

    /// The number of matches stays in sight however long the filter is.
    private func narrowed(to width: Int) -> Line {
        let list = desk.list
        guard list.isNarrowed else { return .blank }
        let found = list.found.map { counted($0, "match", "matches") } ?? "counting…"
        let room = max(10, width - sort.width - found.count - 26)
        let filter = list.query.conditions.description
        let search = list.isSearching ? Line("search ", .dim) + Line(list.query.search, .match) : .blank
        let parts = [
            filter.isEmpty
                ? .blank : Line("filter ", .dim) + Line(clipped(filter, to: max(10, room - search.width))),
            search,
        ]
        return parts.joined(by: "  ") + Line("  \(found)", .dim)
    }

    private var sort: Line {
        desk.list.query.sort == ListSort() ? .blank : Line(desk.list.sortWords, .dim)
    }
}
