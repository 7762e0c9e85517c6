import Model
import Terminal
import ViewModels
import Widgets

/// The themes by name, and below them a sample of what a screen is made of; all of it in the theme under the
/// cursor.
struct ThemePickerPage: Widget {
    private let picker: ThemePicker
    init(_ picker: ThemePicker) { self.picker = picker }

    func draw(into grid: inout Grid, in rect: Rect) {
        let (title, rest) = rect.top(1)
        let (rule, body) = rest.top(1)
        grid.draw(
            Bar(left: Line(" Themes", .title) + Line("  the screen wears what you point at", .dim)), in: title
        )
        grid.draw(Rule(), in: rule)
        let (sample, list) = body.bottom(min(ThemeSample.height + 1, max(0, body.height - 4)))
        grid.draw(table(rows: list.height), in: list)
        guard !sample.isEmpty else { return }
        let cursor = grid.cursor
        grid.draw(Rule(), in: sample.row(0))
        grid.draw(ThemeSample(), in: sample.top(1).1.inset(by: 1))
        grid.cursor = cursor
    }

    private func table(rows: Int) -> Table {
        let top = max(0, min(picker.cursor - rows / 2, picker.choices.count - rows))
        let shown = picker.choices.dropFirst(top).prefix(rows)
        var table = Table(
            columns: [
                Column("theme", .flexible(atLeast: 10, atMost: 18)),
                Column("for", .flexible(atLeast: 20, share: 4)),
            ],
            rows: shown.map { choice in
                TableRow([
                    Line(choice.name, .strong),
                    choice.problem.map { Line($0, .error) } ?? Line(choice.summary, .dim),
                ])
            }, cursor: picker.cursor - top)
        table.showsHeader = false
        return table
    }
}

/// Every state, a row under the cursor and a marked one, the notices, a field, a gauge.
private struct ThemeSample: Widget {
    static let height = 7

    func height(for width: Int) -> Int { ThemeSample.height }

    func draw(into grid: inout Grid, in rect: Rect) {
        for (number, line) in lines.enumerated() where number < rect.height {
            grid.put(line, at: rect.row(number))
        }
        draw("> 1043  Müller, Zoë    2 Shirt L", .cursorRow, row: 4, into: &grid, in: rect)
        draw(" *1044  山田 太郎      1 Poster", .markedRow, row: 5, into: &grid, in: rect)
        guard rect.height > 6 else { return }
        grid.draw(Gauge(31, of: 47), in: rect.row(6).left(min(32, rect.width)).0)
    }

    private var lines: [Line] {
        [
            PurchaseState.allCases.map { Line($0.words, $0.role) }.joined(by: "  ")
                + Line("  attention", .stateAttention),
            [Line("~ on its way", .waiting), Line("? unknown", .unknown), Line("found", .match)].joined(
                by: "  "),
            [Line("good", .good), Line("note", .info), Line("warning", .warning), Line("error", .error)]
                .joined(by: "  ") + Line("   f", .footerKey) + Line(" ship  ", .footer)
                + Line(" 1 To ship ", .tabSelected)
                + Line(" 2 Partly ", .tab),
            Line("Tracking  ", .label) + Line(" 1Z999AA10123456784 ", .field) + Line(" ", .text)
                + Line(" typed here ", .fieldFocused),
        ]
    }

    private func draw(_ text: String, _ role: Role, row: Int, into grid: inout Grid, in rect: Rect) {
        guard row < rect.height else { return }
        let place = rect.row(row).left(min(40, rect.width)).0
        grid.fill(place, " ", Style(role))
        grid.put(text, at: place, Style(role))
    }
}
