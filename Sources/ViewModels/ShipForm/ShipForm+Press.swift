import Model

extension ShipForm: StackedScreen {
    var context: KeyContext { .form }
    var screen: Screen { .ship(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        problem = nil
        if let intent: FormIntent = surroundings.keymap.intent(press.chord),
            [.takeOver, .together].contains(intent)
        {
            return whyNot(intent.rawValue, in: surroundings).map { .say(.info, $0) }
                ?? (intent == .takeOver ? takeOver(in: surroundings) : together)
        }
        switch form.press(press, in: surroundings) {
        case .left: return .go(.pop)
        case .finished: return preview(in: surroundings)
        case .stays:
            showWhatCounts()
            showDate(in: surroundings)
            showCarrier()
            planAnew(in: surroundings)
            showColumn()
            return .nothing
        }
    }

    /// The date that the typed word means, beside the field.
    private mutating func showDate(in surroundings: Surroundings) {
        guard let typed = form[.deliverBy]?.entry.trimmed, let today = surroundings.clock.today else {
            return
        }
        let date = PlainDate.typed(typed, today: today)
        let usual = typed.isEmpty ? words.dayNote : ""
        form.change(.deliverBy) {
            $0.note = date.map(weekdayWords) ?? usual
        }
    }

    private mutating func planAnew(in surroundings: Surroundings) {
        guard case .many(let plan) = subject, plan.verb != verb else { return }
        subject = .many(BulkPlan(verb: verb, plan.candidates, now: surroundings.clock.now))
    }

    mutating func reload(in surroundings: Surroundings) -> [Effect] {
        switch subject {
        case .one(let detail): [.cache(.detail(detail.key))]
        case .many(let plan): [.cache(.candidates(plan.keys))]
        }
    }

    /// What is safe may have changed while the form is open; what was typed stays.
    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        switch (answer, subject) {
        case (.detail(let key, let fresh?), .one(let detail)) where key == detail.key: refresh(fresh)
        case (.candidates(let candidates), .many(let plan)) where plan.keys == candidates.map(\.key):
            subject = .many(BulkPlan(verb: plan.verb, candidates, now: surroundings.clock.now))
            showColumn()
        default: break
        }
        return .nothing
    }

    private mutating func refresh(_ detail: PurchaseDetail) {
        subject = .one(detail)
        for item in detail.figures.items {
            form.change(.quantity(item: item.item.num)) {
                $0.kind = .quantity(most: item.safe)
                $0.note = "of \(item.safe) safe"
            }
        }
        showWhatCounts()
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] {
        let now = [FormIntent.takeOver, .together].filter { whyNot($0.rawValue, in: surroundings) == nil }
        return now.compactMap { hint($0, in: surroundings) } + formHints(in: surroundings)
    }
}

extension ScreenModel {
    /// What every form offers.
    func formHints(in surroundings: Surroundings) -> [FooterHint] {
        [FormIntent.next, .leave, .preview, .previous, .eraseAll].compactMap { hint($0, in: surroundings) }
    }
}

/// `Fri 2026-11-27`.
package func weekdayWords(_ date: PlainDate) -> String {
    "\(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][date.weekday]) \(date)"
}
