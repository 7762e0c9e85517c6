import Model
import Terminal
import ViewModels
import Widgets

/// Where slips or a pick list go, and in which order.
struct PaperFormPage: Widget {
    var paper: PaperForm
    init(_ paper: PaperForm) { self.paper = paper }

    func draw(into grid: inout Grid, in rect: Rect) {
        let title = Line("Print", .title) + Line("  \(paper.title)", .strong)
        let below: [any Widget] = paper.isWorking ? [Paragraph("Printing…", .waiting)] : []
        grid.draw(
            FormPage(
                title: title, above: [Paragraph(words, .dim)], form: paper.form, below: below,
                problem: paper.problem), in: rect)
    }

    private var words: String {
        switch paper.subject {
        case .slips: "One slip a page, with what is safe to ship now. Nothing is marked by printing it."
        case .pickList: "As it was counted, with a place to tick each line."
        }
    }
}
