import Terminal
import ViewModels
import Widgets

/// Some marked purchases are out of sight: nothing is done before a person has seen or dropped them.
struct HiddenMarksDialog: Widget {
    var marks: HiddenMarks
    var keymap: Keymap

    func draw(into grid: inout Grid, in rect: Rect) {
        let hints = HiddenMarksIntent.allCases.compactMap { intent in
            keymap.chords(of: intent).first.map { Hint($0.label, intent.label) }
        }
        let dialog = Dialog(marks.title, body: [Paragraph(marks.sentence, .dialog)], hints: hints)
        grid.draw(dialog, in: rect)
    }
}
