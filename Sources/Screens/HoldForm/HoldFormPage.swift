import Model
import Terminal
import ViewModels
import Widgets

/// Why a purchase is kept back.
struct HoldFormPage: Widget {
    var hold: HoldForm
    init(_ hold: HoldForm) { self.hold = hold }

    func draw(into grid: inout Grid, in rect: Rect) {
        let title =
            Line("Hold", .title) + Line("  \(hold.subject)", .strong)
        let words =
            "It stays on this box, is left out of every action, and says why, until somebody releases it."
        grid.draw(FormPage(title: title, above: [Paragraph(words, .dim)], form: hold.form), in: rect)
    }
}
