import Model
import Terminal
import ViewModels
import Widgets

/// The line above the footer: a rule, with what just happened or what is marked on the left, and where we
/// are on the right. What happened is said whole: where the line is too short, over the rows above it.
struct NoticeBar: Widget {
    var desk: Desk
    var screen: Screen?

    func draw(into grid: inout Grid, in rect: Rect) {
        let words = words(in: rect.width)
        // What happened, or a reason, is worth more than the page's number.
        let isWorthMore = desk.notice != nil || words == reason
        let isTight = isWorthMore && words.width + place.width + 6 > rect.width
        let rows = rows(in: rect.width)
        guard rows.count > 1 else {
            return grid.draw(Rule(words, trailing: isTight ? .blank : place), in: rect)
        }
        grid.fill(rect, " ", Style(.text))
        grid.draw(Rule(rows[0]), in: rect.row(0))
        for (number, row) in rows.enumerated().dropFirst() {
            grid.put(row, at: rect.row(number).inset(by: NoticeBar.indent))
        }
    }

    func height(for width: Int) -> Int { max(1, rows(in: width).count) }

    /// Of a notice that does not fit in one row; none of what does.
    private func rows(in width: Int) -> [Line] {
        guard let line = desk.notice?.line, line.width + 4 > width else { return [] }
        return Array(line.wrapped(to: max(10, width - 6)).prefix(NoticeBar.mostRows))
    }

    private static let mostRows = 3
    /// Under the words behind the sign.
    private static let indent = 4

    /// Why the store cannot be reached or refuses us, where the header has no room for it.
    private var reason: Line {
        guard desk.surroundings.layout.width < HeaderBar.wide,
            let why = desk.status.facts.lazy.compactMap(\.reason).first
        else { return .blank }
        return Line("! \(why)", .warning)
    }

    private func words(in width: Int) -> Line {
        if let notice = desk.notice { return notice.line }
        guard screen == nil else { return reason }
        if let range = desk.list.rangeWords(desk.surroundings.keymap) { return Line(range, .mark) }
        if let marks = desk.list.markWords { return Line(marks, .mark) }
        return desk.list.rows.isEmpty ? reason : firstSync(in: width) ?? reason
    }

    /// While the store is read for the first time: how far that is.
    private func firstSync(in width: Int) -> Line? {
        for health in desk.surroundings.health where health.syncedAt == nil {
            guard case .syncing(let done, let total) = health.phase else { continue }
            guard let total, total > 0 else {
                return Line("first sync: \(counted(done, "purchase")) so far", .dim)
            }
            return Line("first sync ", .dim) + Gauge(done, of: total).line(width: min(24, width / 4))
        }
        return nil
    }

    private var place: Line {
        guard screen == nil, !desk.list.rows.isEmpty else { return .blank }
        return Line(desk.list.pageWords(desk.surroundings.layout), .dim)
    }
}

extension Notice {
    fileprivate var line: Line {
        switch kind {
        case .info: Line(text, .info)
        case .good: Line("+ \(text)", .good)
        case .warning: Line("! \(text)", .warning)
        case .error: Line("! \(text)", .error)
        }
    }
}
