import Model
import Terminal
import ViewModels
import Widgets

/// The columns that the list can be sorted by, each with its key and what that leads to.
struct SortDialog: Widget {
    var picker: SortPicker
    var keymap: Keymap

    func draw(into grid: inout Grid, in rect: Rect) {
        let columns = SortIntent.allCases.compactMap { intent in intent.column.map { (intent, $0) } }
        let lines = columns.map { intent, column in
            let isNow = column == picker.sort.column
            let key = Line(isNow ? "> " : "  ", .dialog) + Line(" \(self.key(intent)) ", .button)
            let label = intent.label + String(repeating: " ", count: max(1, 16 - intent.label.count))
            return key + Line(" \(label)", .dialog) + Line(picker.next(column).words, .dialog)
        }
        let hints = [SortIntent.reverse, .leave].map { Hint(key($0), $0.label) }
        grid.draw(Dialog("Sort", body: [Lines(lines)], hints: hints, width: 52), in: rect)
    }

    private func key(_ intent: SortIntent) -> String { keymap.chords(of: intent).first?.label ?? "" }
}

/// Lines as they are, one below the other.
private struct Lines: Widget {
    var lines: [Line]
    init(_ lines: [Line]) { self.lines = lines }

    func height(for width: Int) -> Int { lines.count }

    func draw(into grid: inout Grid, in rect: Rect) {
        for (number, line) in lines.prefix(rect.height).enumerated() { grid.put(line, at: rect.row(number)) }
    }
}
