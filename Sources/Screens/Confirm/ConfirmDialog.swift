import Terminal
import ViewModels
import Widgets

/// A question over the screen: what will happen, and the only keys that answer.
struct ConfirmDialog: Widget {
    private let confirmation: Confirmation
    private let keymap: Keymap
    init(_ confirmation: Confirmation, keymap: Keymap) {
        self.confirmation = confirmation
        self.keymap = keymap
    }

    func draw(into grid: inout Grid, in rect: Rect) { grid.draw(dialog, in: rect) }
    func lastScroll(in rect: Rect) -> Int { dialog.lastOffset(in: rect) }

    private var dialog: Dialog {
        var dialog = unscrolled
        dialog.offset = confirmation.scroll.offset
        return dialog
    }

    private var unscrolled: Dialog {
        switch confirmation.stage {
        case .asking:
            Dialog(
                confirmation.title, body: confirmation.lines.map(\.paragraph), closing: confirmation.question,
                hints: [hint(.yes), hint(.no)].compactMap(\.self), width: ConfirmDialog.width)
        case .working:
            Dialog(
                confirmation.title, body: [Paragraph("Writing it down…", .dialog)], hints: [],
                width: ConfirmDialog.width)
        case .refused(let sentences):
            Dialog(
                confirmation.title, body: sentences.map { Paragraph("! \($0)", .error, hang: 2) },
                closing: "Nothing was done.", hints: [hint(.no)].compactMap(\.self),
                width: ConfirmDialog.width)
        }
    }

    private func hint(_ intent: ConfirmIntent) -> Hint? {
        keymap.chords(of: intent).first.map { Hint($0.label, intent.label) }
    }

    private static let width = 66
}

extension ConfirmationLine {
    fileprivate var paragraph: any Widget {
        switch kind {
        case _ where text.isEmpty: Space()
        case .plain: Paragraph(text, .dialog)
        case .strong: Paragraph(text, .dialogTitle)
        case .warning where text.hasPrefix("  "): Paragraph(text, .warning, hang: 4)
        case .warning: Paragraph("! \(text)", .warning, hang: 2)
        case .faint: Paragraph(text, .dim)
        }
    }
}
