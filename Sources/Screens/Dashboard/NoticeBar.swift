import Terminal
import ViewModels
import Widgets

/// The line above the footer: a rule, with what just happened or what is marked on the left, and where we
/// are on the right.
struct NoticeBar: Widget {
    var desk: Desk
    var screen: Screen?

    func draw(into grid: inout Grid, in rect: Rect) {
        grid.draw(Rule(words, trailing: place), in: rect)
    }

    private var words: Line {
        if let notice = desk.notice { return notice.line }
        guard screen == nil else { return .blank }
        if let marks = desk.list.markWords { return Line(marks, .mark) }
        return .blank
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
