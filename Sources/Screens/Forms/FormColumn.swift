import Terminal
import ViewModels
import Widgets

/// A form as fields below one another.
struct FormColumn: Widget {
    private let form: Form
    private let labelWidth: Int?
    init(_ form: Form, labelWidth: Int? = nil) {
        self.form = form
        self.labelWidth = labelWidth
    }

    func height(for width: Int) -> Int { column(for: width).height(for: width) }
    func draw(into grid: inout Grid, in rect: Rect) { grid.draw(column(for: rect.width), in: rect) }

    private func column(for width: Int) -> FieldColumn {
        let active = form.fields.indices.filter { form.fields[$0].isActive }
        let fields = active.map { form.fields[$0].field(isFocused: $0 == form.focus) }
        return FieldColumn(fields, focused: active.firstIndex(of: form.focus), labelWidth: labelWidth)
    }
}

extension FormField {
    fileprivate func field(isFocused: Bool) -> Field {
        Field(
            label, text, caret: caret, boxWidth: boxWidth, note: Line(note, .dim), invalid: problem)
    }

    /// A choice stands between arrows, as it is stepped through and not typed.
    private var text: String {
        guard case .choice(let words, _) = kind else { return shown }
        let longest = words.reduce(0) { max($0, textWidth($1)) }
        return "< \(shown)\(String(repeating: " ", count: longest - textWidth(shown))) >"
    }

    private var caret: Int? {
        if case .choice = kind { 0 } else { entry.cursor }
    }

    private var boxWidth: Int? {
        switch kind {
        case .quantity: 8
        case .choice(let words, _): words.reduce(0) { max($0, textWidth($1)) } + 6
        case .text: nil
        }
    }
}

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
        let stack = Stack(head + [FormColumn(form)] + foot)
        grid.draw(scrolled(stack, in: body), in: body.inset(by: 1))
    }

    private var head: [any Widget] {
        let problem: [any Widget] = problem.map { [Paragraph("! \($0)", .error, hang: 2), Space()] } ?? []
        return problem + (above.isEmpty ? [] : above + [Space()])
    }
    private var foot: [any Widget] { below.isEmpty ? [] : [Space()] + below }

    /// Where not all fits, so far that the focused field shows.
    private func scrolled(_ stack: Stack, in body: Rect) -> Stack {
        let width = body.width - 2
        let before = Stack(head).height(for: width)
        let active = form.fields.indices.filter { form.fields[$0].isActive }
        let fields = active.prefix { $0 <= form.focus }
        let end = before + fields.reduce(0) { $0 + (form.fields[$1].problem == nil ? 1 : 2) }
        let least = max(0, end - body.height)
        return Stack(stack.widgets, offset: least > 0 ? max(before, least) : 0)
    }
}
