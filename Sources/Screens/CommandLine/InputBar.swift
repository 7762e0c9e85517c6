import Terminal
import ViewModels
import Widgets

/// A search or a command that is being typed, in the place of the notice.
struct InputBar: Widget {
    var line: InputLine
    init(_ line: InputLine) { self.line = line }

    func draw(into grid: inout Grid, in rect: Rect) {
        let row = rect.row(0)
        grid.fill(row, " ", Style(.fieldFocused))
        let hasRoom = line.hint == nil && line.purpose != .command
        let problem = hasRoom ? line.problem.map { Line(" ! \($0) ", .error) } ?? .blank : preview
        let (left, right) = row.left(row.width - min(problem.width, row.width / 2))
        grid.put(problem, at: right)
        grid.put(" \(line.prompt)", at: left, Style(.fieldFocused))
        let entry = Field("", line.entry.text, caret: line.entry.cursor)
        let prompt = 1 + line.prompt.count
        entry.drawValue(into: &grid, in: left.left(prompt).1, role: .fieldFocused, isFocused: true)
    }

    private var preview: Line { line.previewWords.map { Line(" \($0) ", .fieldFocused) } ?? .blank }
}
