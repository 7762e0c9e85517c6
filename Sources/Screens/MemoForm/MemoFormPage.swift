import Model
import Terminal
import ViewModels
import Widgets

/// A note to a purchase.
struct MemoFormPage: Widget {
    var memo: MemoForm
    init(_ memo: MemoForm) { self.memo = memo }

    func draw(into grid: inout Grid, in rect: Rect) {
        let title =
            Line("Note", .title) + Line("  \(memo.key.purchase)", .strong) + Line("  \(memo.purchaser)")
        let words = "Everybody on this box sees it: in the list by its sign, in the purchase, on the slip."
        grid.draw(FormPage(title: title, above: [Paragraph(words, .dim)], form: memo.form), in: rect)
    }
}
