import Model
import Terminal
import ViewModels
import Widgets

/// The columns that the list can be sorted by, each with its key and what that leads to.
struct SortDialog: Widget {
    var picker: SortPicker
    var keymap: Keymap

    func draw(into grid: inout Grid, in rect: Rect) {
        let lines = rect.height < 12 ? pairs : columns.map { choice($0) + Line(words($0), .dialog) }
        let hints = [SortIntent.reverse, .leave].map { Hint(key($0), $0.label) }
        grid.draw(Dialog("Sort", body: [Lines(lines)], hints: hints, width: 52), in: rect)
    }

    private var columns: [SortIntent] { SortIntent.allCases.filter { $0.column != nil } }

    /// Two on a row, where rows are few.
    private var pairs: [Line] {
        stride(from: 0, to: columns.count, by: 2).map { first in
            columns[first..<min(first + 2, columns.count)].map(choice).joined(by: .blank)
        }
    }

    /// The sign of the column that is pointed at, the key, and the label, padded.
    private func choice(_ intent: SortIntent) -> Line {
        let isPointed = intent.column == picker.pointed
        let label = intent.label + String(repeating: " ", count: max(1, 15 - intent.label.count))
        return Line(isPointed ? ">" : " ", .dialog) + Line(" \(key(intent)) ", .button)
            + Line(" \(label)", .dialog)
    }

    private func words(_ intent: SortIntent) -> String {
        intent.column.map { picker.next($0).words } ?? ""
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
