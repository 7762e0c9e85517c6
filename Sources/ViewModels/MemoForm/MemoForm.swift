import Model

/// A note to a purchase, for the next person.
package struct MemoForm: Sendable, Hashable {
    package var key: PurchaseKey
    package var purchaser: String
    package var form: Form
}

extension MemoForm: StackedScreen {
    package init(_ detail: PurchaseDetail) {
        key = detail.key
        purchaser = detail.purchase.purchaser
        form = Form([FormField(.memo, "Note", note: "it stands on the packing slip too")])
    }

    var context: KeyContext { .form }
    var screen: Screen { .memo(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        switch form.press(press, in: surroundings) {
        case .stays: return .nothing
        case .left: return .go(.pop)
        case .finished: break
        }
        let text = form[.memo]?.entry.trimmed ?? ""
        guard !text.isEmpty else {
            form.change(.memo) { $0.problem = "There is nothing to write down." }
            return .nothing
        }
        return .push(.confirm(.noting(key, purchaser: purchaser, text: text)))
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] { formHints(in: surroundings) }
}
