import Terminal
import ViewModels
import Widgets

/// The keys that work on the screen below, by section; in two columns where there is room.
struct HelpPage: Widget {
    private let help: HelpScreen
    init(_ help: HelpScreen) { self.help = help }

    func draw(into grid: inout Grid, in rect: Rect) {
        let (title, rest) = rect.top(1)
        let (rule, body) = rest.top(1)
        grid.draw(Bar(left: Line(" Help", .title) + Line("  the keys that work here", .dim)), in: title)
        let inside = body.inset(by: 1)
        let content = content(for: inside.width)
        grid.draw(Rule(trailing: content.placeWords(in: inside)), in: rule)
        grid.draw(content, in: inside)
        grid.cursor = Point(x: inside.x, y: inside.y)
    }

    /// All sections, scrolled.
    func content(for width: Int) -> Stack {
        Stack(columns(for: width).widgets, offset: help.scroll.offset)
    }

    private func columns(for width: Int) -> Stack {
        let sections = help.sections.map { HelpSectionList($0) }
        guard width >= 100, sections.count > 1 else { return Stack(sections) }
        let column = (width - HelpColumns.gap) / 2
        let heights = sections.map { $0.height(for: column) }
        let half = (heights.reduce(0, +) + 1) / 2
        var count = 0
        var used = 0
        while count < sections.count - 1, used + heights[count] / 2 < half {
            used += heights[count]; count += 1
        }
        return Stack([
            HelpColumns(
                left: Stack(Array(sections.prefix(count))), right: Stack(Array(sections.dropFirst(count))))
        ])
    }
}

/// Two stacks side by side.
private struct HelpColumns: Widget {
    var left: Stack
    var right: Stack

    static let gap = 4

    func height(for width: Int) -> Int {
        let column = (width - HelpColumns.gap) / 2
        return max(left.height(for: column), right.height(for: column))
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        let column = (rect.width - HelpColumns.gap) / 2
        grid.draw(left, in: rect.left(column).0)
        grid.draw(right, in: rect.left(column + HelpColumns.gap).1.left(column).0)
    }
}

/// One section: its title, a row per key, an empty row.
private struct HelpSectionList: Widget {
    var section: HelpSection
    init(_ section: HelpSection) { self.section = section }

    func height(for width: Int) -> Int {
        section.rows.reduce(2) { $0 + text(of: $1, for: width).count }
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        grid.put(section.title, at: rect, Style(.header))
        var rest = rect.top(1).1
        for row in section.rows where !rest.isEmpty {
            let lines = text(of: row, for: rect.width)
            grid.put(
                row.keys, at: rest.left(2).1.left(keyWidth).0, Style(row.whyNot == nil ? .footerKey : .dim))
            for (number, line) in lines.enumerated() where number < rest.height {
                grid.put(line, at: rest.row(number).left(keyWidth + 4).1)
            }
            rest = rest.top(lines.count).1
        }
    }

    private var keyWidth: Int { min(14, section.rows.reduce(5) { max($0, textWidth($1.keys)) }) }

    private func text(of row: HelpRow, for width: Int) -> [Line] {
        let help = Line(row.help, row.whyNot == nil ? .text : .dim)
        let why = row.whyNot.map { Line(" (\($0))", .warning) } ?? .blank
        return (help + why).wrapped(to: max(10, width - keyWidth - 4))
    }
}
