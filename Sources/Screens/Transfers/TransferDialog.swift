import Terminal
import ViewModels
import Widgets

/// The transfers of a purchase, to choose one from.
struct TransferDialog: Widget {
    var choice: TransferChoice
    var keymap: Keymap

    func draw(into grid: inout Grid, in rect: Rect) {
        let hints = [
            keymap.chords(of: PickerIntent.choose).first.map { Hint($0.label, "open it") },
            keymap.chords(of: BrowsingIntent.back).first.map { Hint($0.label, "back") },
        ].compactMap(\.self)
        let lines = choice.transfers.enumerated().map { number, transfer in
            let isCursor = number == choice.cursor
            return Paragraph(
                "\(isCursor ? ">" : " ") \(transfer.words)", isCursor ? .cursorRow : .dialog, hang: 2)
        }
        var dialog = Dialog("Which transfer?", body: lines, hints: hints)
        dialog.offset = min(choice.cursor, dialog.lastOffset(in: rect))
        grid.draw(dialog, in: rect)
    }
}
