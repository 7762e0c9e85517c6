import Model
import Terminal
import ViewModels
import Widgets

/// New values for one order or listing.
struct ChangeFormPage: Widget {
    var change: ChangeForm
    init(_ change: ChangeForm) { self.change = change }

    func draw(into grid: inout Grid, in rect: Rect) {
        let detail = change.detail
        let item = detail.purchase.items.first.map { detail.name(of: $0.num) } ?? ""
        let title = Line("Change", .title) + Line("  \(detail.purchase.id)", .strong) + Line("  \(item)")
        let words = "What stays as it is, is not sent." + (change.scanWords.map { " \($0)" } ?? "")
        grid.draw(
            FormPage(
                title: title, above: [Paragraph(words, .dim)], form: change.form, problem: change.problem),
            in: rect)
    }
}
