import Model
import Terminal
import ViewModels
import Widgets

/// Which shipments of a purchase to take back, and how many of each.
struct UndoFormPage: Widget {
    var undo: UndoForm
    var clock: Clock
    init(_ undo: UndoForm, clock: Clock) {
        self.undo = undo
        self.clock = clock
    }

    func draw(into grid: inout Grid, in rect: Rect) {
        let purchase = undo.detail.purchase
        let title = Line("Undo", .title) + Line("  \(purchase.id)", .strong) + Line("  \(purchase.purchaser)")
        let page = FormPage(
            title: title,
            above: [
                Paragraph(words, .dim)
            ],
            form: undo.form, below: focusedSource, problem: undo.problem)
        grid.draw(page, in: rect)
    }

    private var words: String {
        if let words = undo.detail.store.capabilities.takenBackHereWords { return words }
        return undo.detail.store.valueRules == nil
            ? "Taking back adds an entry with a negative quantity; nothing is rewritten."
            : "Taking back sets what was set to how it was just before."
    }

    /// More about the shipment that the focus is on.
    private var focusedSource: [any Widget] {
        guard case .source(let number)? = undo.form.focused?.id, undo.sources.indices.contains(number) else {
            return []
        }
        let source = undo.sources[number]
        let who = source.author?.words ?? "made elsewhere"
        let state = source.state.map { Line("  \($0.sign) \($0.words)", $0.role) } ?? .blank
        let facts = [clock.shortMoment(of: source.at), who, source.tracking].compactMap(\.self)
        return [
            Paragraph([Line("\(source.quantity) \(source.itemName)", .strong) + state]),
            Paragraph(facts.joined(separator: " · "), .dim),
        ]
    }
}
