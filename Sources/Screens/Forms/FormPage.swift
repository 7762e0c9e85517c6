import Terminal
import ViewModels
import Widgets

/// A page that holds a form: title, rule, a few lines above, the form, and what stands in the way.
struct FormPage: Widget {
    var title: Line
    var above: [any Widget] = []
    var form: Form
    var below: [any Widget] = []
    var problem: String?

    func draw(into grid: inout Grid, in rect: Rect) {
        let (top, rest) = rect.top(1)
        let (rule, body) = rest.top(1)
        grid.draw(Bar(left: Line(" ") + title), in: top)
        grid.draw(Rule(), in: rule)
        grid.draw(scrolled(in: body), in: body.inset(by: 1))
    }

    /// Where rows are few, what stands in the way comes before what is good to know.
    private func head(height: Int) -> [any Widget] {
        let problem: [any Widget] = problem.map { [Paragraph("! \($0)", .error, hang: 2), Space()] } ?? []
        return problem + (above.isEmpty || height < FormPage.leastRows ? [] : above + [Space()])
    }
    private var foot: [any Widget] { below.isEmpty ? [] : [Space()] + below }

    /// Where not all fits, so far that the focused field shows.
    private func scrolled(in body: Rect) -> Stack {
        let head = head(height: body.height)
        let before = Stack(head).height(for: body.width - 2)
        let active = form.fields.indices.filter { form.fields[$0].isActive }
        let fields = active.prefix { $0 <= form.focus }
        let end = before + fields.reduce(0) { $0 + form.fields[$1].rows }
        let least = max(0, end - body.height)
        return Stack(head + [FormColumn(form)] + foot, offset: least > 0 ? max(before, least) : 0)
    }

    private static let leastRows = 8
}

extension FormField {
    fileprivate var rows: Int { problem == nil && remark == nil ? 1 : 2 }
}
