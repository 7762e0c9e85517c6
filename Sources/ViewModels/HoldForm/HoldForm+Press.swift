import Model

extension HoldForm: StackedScreen {
    package init(_ detail: PurchaseDetail) {
        key = detail.key
        purchaser = detail.purchase.purchaser
        form = Form([FormField(.reason, "Reason", note: "everybody on this box sees it")])
    }

    var context: KeyContext { .form }
    var screen: Screen { .hold(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        switch form.press(press, in: surroundings) {
        case .stays: return .nothing
        case .left: return .go(.pop)
        case .finished: break
        }
        let reason = form[.reason]?.entry.trimmed ?? ""
        guard !reason.isEmpty else {
            form.change(.reason) { $0.problem = "Say why, so that the next person knows." }
            return .nothing
        }
        return .push(.confirm(.holding(key, purchaser: purchaser, reason: reason)))
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] { formHints(in: surroundings) }
}
