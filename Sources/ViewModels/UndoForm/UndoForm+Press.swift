import Model

extension UndoForm: StackedScreen {
    /// What was done last is proposed, the rest stands at 0.
    package init(_ detail: PurchaseDetail, clock: Clock) {
        let sources = UndoSource.all(of: detail)
        let newest = sources.first { $0.isOurs }?.action
        self.detail = detail
        self.sources = sources
        form = Form(
            sources.enumerated().map { place, source in
                let isProposed = source.action != nil && source.action == newest
                return FormField(
                    .source(place), source.itemName, kind: .quantity(most: source.available),
                    text: isProposed ? String(source.available) : "0", note: source.shortNote(clock))
            } + UndoForm.dayField(of: detail))
    }

    /// Of what comes in, taking back says when: the day that was known, until another is typed.
    private static func dayField(of detail: PurchaseDetail) -> [FormField] {
        guard detail.store.capabilities.arrives else { return [] }
        let words = detail.store.capabilities.words
        return [FormField(.deliverBy, words.day, note: "empty: the day known before")]
    }

    /// Nil without a date; a wrong one becomes the field's problem.
    private mutating func checkedDay(in surroundings: Surroundings) -> PlainDate? {
        guard let typed = form[.deliverBy]?.entry.trimmed, !typed.isEmpty else { return nil }
        let date = surroundings.clock.today.flatMap { PlainDate.typed(typed, today: $0) }
        form.change(.deliverBy) { $0.problem = date == nil ? "No date: try 2026-12-24, +3d or fri." : nil }
        return date
    }

    var context: KeyContext { .form }
    var screen: Screen { .undo(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        problem = nil
        switch form.press(press, in: surroundings) {
        case .stays: return .nothing
        case .left: return .go(.pop)
        case .finished: return preview(in: surroundings)
        }
    }

    private mutating func preview(in surroundings: Surroundings) -> Outcome {
        let chosen = checked()
        let day = checkedDay(in: surroundings)
        if form.focusOnProblem() { return .nothing }
        guard !chosen.isEmpty else {
            problem = "Nothing to take back: every quantity is 0."
            return .nothing
        }
        let lines = chosen.map {
            MarkLine(
                key: detail.key, item: $0.source.item,
                quantity: detail.store.valueRules == nil ? $0.quantity : nil,
                takesBack: $0.source.takesBack)
        }
        let request = MarkRequest(
            verb: .undo, lines: lines, deliverBy: day, author: surroundings.author,
            includingOthers: chosen.contains { !$0.source.isOurs })
        return .push(.confirm(.undoing(detail, chosen, request, clock: surroundings.clock)))
    }

    private mutating func checked() -> [ChosenSource] {
        var chosen: [ChosenSource] = []
        for (place, source) in sources.enumerated() {
            let typed = form[.source(place)]?.entry.text ?? ""
            let quantity = typed.isEmpty ? 0 : Int(typed)
            let isRight = quantity.map { fits($0, source) } ?? false
            let problem = isRight ? nil : limit(of: source)
            form.change(.source(place)) { $0.problem = problem }
            if isRight, let quantity, quantity > 0 {
                chosen.append(ChosenSource(source: source, quantity: quantity))
            }
        }
        return chosen
    }

    /// What sets values was marked as a whole, and is taken back as one.
    private var isWhole: Bool { detail.store.valueRules != nil }

    private func fits(_ quantity: Int, _ source: UndoSource) -> Bool {
        isWhole
            ? quantity == 0 || quantity == source.available : (0...source.available).contains(quantity)
    }

    private func limit(of source: UndoSource) -> String {
        isWhole && source.available > 1
            ? "As a whole: 0, or all \(source.available)." : "At most \(source.available) can be taken back."
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] { formHints(in: surroundings) }
}

/// A shipment, and how many of it are taken back.
struct ChosenSource: Sendable, Hashable {
    var source: UndoSource
    var quantity: Int
}

extension UndoSource {
    /// `of 2, 14:02 by zoe`: the form says the rest of the source that the focus is on below.
    func shortNote(_ clock: Clock) -> String {
        "of \(available), \(clock.moment(of: at)) \(author.map { "by \($0.person)" } ?? "made elsewhere")"
    }

    /// `of 2, 14:02 by zoe at bench-3, 1Z…`.
    func note(_ clock: Clock) -> String {
        let who = author.map { "by \($0.person) at \($0.station)" } ?? "made elsewhere"
        let parts = ["of \(available)", "\(clock.moment(of: at)) \(who)", tracking, state?.words]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}
