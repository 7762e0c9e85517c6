import Model

extension ChangeForm: StackedScreen {
    var context: KeyContext { .form }
    var screen: Screen { .change(self) }

    mutating func press(_ press: KeyPress, in surroundings: Surroundings) -> Outcome {
        problem = nil
        isFull = false
        awaited = nil
        let wasTold = isLeaving
        isLeaving = false
        switch form.press(press, in: surroundings) {
        case .left:
            if wasTold || losses == 0 { return .go(.pop) }
            isLeaving = true
            let key = surroundings.keymap.chords(of: FormIntent.leave).first?.label ?? "Esc"
            let words = "\(counted(losses, "scanned value")) would be lost."
            return .say(.warning, "\(words) \(key) once more leaves the form.")
        case .finished: return preview(in: surroundings)
        case .stays:
            readDate(in: surroundings)
            return .nothing
        }
    }

    /// How many fields still have what a scan brought.
    private var losses: Int {
        brought.count { name, text in
            form[.value(name)]?.entry.text == text && text != detail.purchase.attributes[name]
        }
    }

    /// The day that a typed word means, beside the field.
    private mutating func readDate(in surroundings: Surroundings) {
        guard let today = surroundings.clock.today else { return }
        for (field, day) in days(today) {
            form.change(field) { $0.remark = FieldRemark(text: weekdayWords(day), isWarning: false) }
        }
    }

    /// `fri` and `+3d` as the days they mean.
    private func days(_ today: PlainDate) -> [(FieldID, PlainDate)] {
        let fields = detail.store.valueRules?.fields(of: detail.purchase).filter { $0.kind == .date } ?? []
        return fields.compactMap { field in
            let typed = form[.value(field.name)]?.entry.trimmed ?? ""
            return PlainDate.typed(typed, today: today).map { (.value(field.name), $0) }
        }
    }

    /// The question that ends the form, or the form again with what is wrong beside its fields.
    private mutating func preview(in surroundings: Surroundings) -> Outcome {
        if let today = surroundings.clock.today {
            for (field, day) in days(today) { form.change(field) { $0.entry = TextEntry(day.description) } }
        }
        let sets = sets
        for field in form.fields { form.change(field.id) { $0.problem = nil } }
        if sets.isEmpty {
            problem = "Nothing is changed: every value is as it was."
            return .nothing
        }
        guard let rules = detail.store.valueRules else { return .nothing }
        for fault in rules.faults(sets, on: detail.purchase) { show(fault) }
        if form.focusOnProblem() || problem != nil { return .nothing }
        if let path = sets[OrderAttribute.labelFile], !path.isEmpty, LabelName(path) == nil {
            awaited = path
            return Outcome(effects: [.files(.lookAtLabel(path))])
        }
        return question(label: nil, in: surroundings)
    }

    private func question(label: String?, in surroundings: Surroundings) -> Outcome {
        guard let rules = detail.store.valueRules else { return .nothing }
        let request = MarkRequest(
            verb: .change, lines: [MarkLine(key: detail.key)], sets: sets, author: surroundings.author)
        let question = Confirmation.changing(detail, request, label: label)
        guard let what = rules.finality(of: sets, on: detail.purchase) else {
            return .push(.confirm(question))
        }
        return .push(.confirm(.askingTwice(question, what)))
    }

    /// Beside its field; where it has none, over the form.
    private mutating func show(_ fault: AttributeFault) {
        let place = form.fields.first { $0.id == .value(fault.attribute) } ?? seat(of: fault.attribute)
        guard let place else {
            problem = [problem, fault.sentence].compactMap(\.self).joined(separator: " ")
            return
        }
        form.change(place.id) { $0.problem = $0.problem ?? fault.words }
    }

    /// A fault of a whole list stands beside its first field: that of `seats` beside `seats[0].seat`.
    private func seat(of attribute: String) -> FormField? {
        form.fields.first {
            if case .value(let name) = $0.id { name.hasPrefix("\(attribute)[") } else { false }
        }
    }

    mutating func reload(in surroundings: Surroundings) -> [Effect] { [.cache(.detail(detail.key))] }

    /// What it is may have changed while the form is open; what was typed stays.
    mutating func receive(_ answer: Answer, in surroundings: Surroundings) -> Outcome {
        if case .labelSeen(awaited, let sight) = answer { return take(sight, in: surroundings) }
        guard case .detail(let key, let fresh?) = answer, key == detail.key,
            fresh.purchase.attributes != detail.purchase.attributes, var next = ChangeForm(fresh)
        else { return .nothing }
        let typed = Set(sets.names)
        for field in form.fields {
            guard case .value(let name) = field.id, typed.contains(name) else { continue }
            next.form.change(field.id) { $0 = field }
        }
        let focused = form.focused?.id
        (next.brought, next.isFull, next.isLeaving, next.awaited) = (brought, isFull, isLeaving, awaited)
        self = next
        if let focused { form.focus(on: focused) }
        return .nothing
    }

    /// The question comes once the file was looked at, or what is wrong with it.
    private mutating func take(_ sight: LabelSight, in surroundings: Surroundings) -> Outcome {
        awaited = nil
        switch sight {
        case .pdf(let size): return question(label: "PDF of \(size)", in: surroundings)
        case .unfit(let why):
            show(AttributeFault(OrderAttribute.labelFile, why))
            _ = form.focusOnProblem()
            return .nothing
        }
    }

    func footer(in surroundings: Surroundings) -> [FooterHint] { formHints(in: surroundings) }
}

extension Confirmation {
    /// - Parameter label: what the file of its label is.
    static func changing(
        _ detail: PurchaseDetail, _ request: MarkRequest, label: String? = nil
    ) -> Confirmation {
        let before = detail.purchase.attributes
        let lines = request.sets.names.flatMap { name in
            let old = before[name].flatMap { $0.isEmpty ? nil : $0 }
            let new = request.sets[name].flatMap { $0.isEmpty ? nil : $0 } ?? "(empty)"
            let what = name == OrderAttribute.labelFile ? label.map { ": \($0)" } ?? "" : ""
            return [
                ConfirmationLine("\(name)  \(new)\(what)", .strong),
                ConfirmationLine(
                    old.map { "  before: \($0)" } ?? "  not known before: it cannot be set back by undo",
                    .faint),
            ]
        }
        return Confirmation(
            "Change \(detail.purchase.id)", lines: lines,
            question: "Change \(counted(request.sets.names.count, "value"))?", deed: .submit(request))
    }

    /// What cannot be taken back, and then the question itself: two yeses.
    static func askingTwice(_ question: Confirmation, _ what: String) -> Confirmation {
        var question = question
        if case .submit(var request) = question.deed {
            request.isFinalMeant = true
            question.deed = .submit(request)
        }
        return Confirmation(
            question.title, lines: [ConfirmationLine(what, .warning)],
            question: "Shall it be so all the same?", deed: .ask(question))
    }
}
