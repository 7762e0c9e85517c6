import Model

extension HoldForm: StackedScreen {
    package init(_ detail: PurchaseDetail) {
        self.init([detail.key], subject: "\(detail.purchase.id)  \(detail.purchase.purchaser)")
    }

    /// - Parameter alreadyHeld: how many of those asked for are, and so are left out.
    package init(_ keys: [PurchaseKey], alreadyHeld: Int) {
        let rest = alreadyHeld > 0 ? ", \(alreadyHeld) on hold already" : ""
        self.init(keys, subject: counted(keys.count, "purchase") + rest)
    }

    private init(_ keys: [PurchaseKey], subject: String) {
        self.keys = keys
        self.subject = subject
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
        return .push(.confirm(.holding(keys, subject: subject, reason: reason)))
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] { formHints(in: surroundings) }
}
