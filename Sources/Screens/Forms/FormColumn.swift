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
            label, text, caret: caret, boxWidth: boxWidth, note: Line(note, .dim), invalid: problem,
            remark: remark.map { $0.isWarning ? Line("! \($0.text)", .warning) : Line($0.text, .dim) })
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
