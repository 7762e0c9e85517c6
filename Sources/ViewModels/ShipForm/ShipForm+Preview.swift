import Model

extension ShipForm {
    /// The question that ends the form, or the form again with what is wrong.
    mutating func preview(in surroundings: Surroundings) -> Outcome {
        let deliverBy = checkedDate(in: surroundings)
        switch subject {
        case .one(let detail): return preview(of: detail, deliverBy: deliverBy, in: surroundings)
        case .many(let plan): return preview(of: plan, deliverBy: deliverBy, in: surroundings)
        }
    }

    /// Nil without a date; a wrong one becomes the field's problem.
    private mutating func checkedDate(in surroundings: Surroundings) -> PlainDate? {
        guard let typed = form[.deliverBy]?.entry.trimmed, !typed.isEmpty else { return nil }
        let date = surroundings.clock.today.flatMap { PlainDate.typed(typed, today: $0) }
        form.change(.deliverBy) { $0.problem = date == nil ? "No date: try 2026-12-24, +3d or fri." : nil }
        return date
    }

    private mutating func preview(
        of detail: PurchaseDetail, deliverBy: PlainDate?, in surroundings: Surroundings
    ) -> Outcome {
        let lines = checkedLines(of: detail)
        let address = checkedAddress(of: detail)
        if form.focusOnProblem() { return .nothing }
        guard !lines.isEmpty else {
            problem = "Nothing to \(verb.words): every quantity is 0."
            return .nothing
        }
        let tracking = form[.tracking].flatMap { $0.isActive ? $0.entry.trimmed : nil }
        if detail.store.capabilities.finalStatuses, tracking?.isEmpty ?? true, status == nil {
            problem = "An order is shipped by its tracking number or its status: give one of them."
            return .nothing
        }
        var request = MarkRequest(
            verb: verb, lines: lines, tracking: tracking.flatMap { $0.isEmpty ? nil : $0 },
            deliverBy: deliverBy, address: usesOtherAddress && verb == .ship ? address : nil,
            author: surroundings.author,
            evenIfYoung: detail.youngWords(now: surroundings.clock.now) != nil)
        request.sets[OrderAttribute.status] = status
        let question = Confirmation.shipping(
            detail, request, to: address, now: surroundings.clock.now, clock: surroundings.clock)
        guard let what = detail.store.valueRules?.finality(of: request.sets, on: detail.purchase) else {
            return .push(.confirm(question))
        }
        return .push(.confirm(.askingTwice(question, what)))
    }

    private mutating func preview(
        of plan: BulkPlan, deliverBy: PlainDate?, in surroundings: Surroundings
    ) -> Outcome {
        checkColumn()
        checkNeeded(of: plan)
        if form.focusOnProblem() { return .nothing }
        guard !plan.included.isEmpty else {
            problem =
                "None of the marked purchases can be taken: \(plan.skippedLines.joined(separator: "; "))."
            return .nothing
        }
        let column = column
        let request = MarkRequest(
            verb: plan.verb,
            lines: plan.included.map {
                MarkLine(key: $0.key, tracking: column[$0.key], promised: $0.safe)
            },
            deliverBy: plan.takesDay ? deliverBy : nil, author: surroundings.author)
        return .push(.confirm(.shipping(plan, request, clock: surroundings.clock)))
    }

    private mutating func checkedLines(of detail: PurchaseDetail) -> [MarkLine] {
        if detail.store.capabilities.finalStatuses {
            // Marked as a whole; one that is shipped already may still get another status.
            return detail.purchase.items.map {
                MarkLine(key: detail.key, item: $0.num, quantity: $0.quantity)
            }
        }
        var lines: [MarkLine] = []
        for item in detail.figures.items.map(\.item.num) {
            guard let field = form[.quantity(item: item)], case .quantity(let most) = field.kind else {
                continue
            }
            let typed = field.entry.isEmpty ? 0 : Int(field.entry.text)
            let isRight = typed.map { (0...most).contains($0) } ?? false
            form.change(field.id) { $0.problem = isRight ? nil : "At most \(most) can go." }
            if isRight, let typed, typed > 0 {
                lines.append(MarkLine(key: detail.key, item: item, quantity: typed))
            }
        }
        return lines
    }

    /// Where it goes; one that cannot be used becomes a field's problem.
    private mutating func checkedAddress(of detail: PurchaseDetail) -> ShippingAddress? {
        guard verb == .ship else { return nil }
        // Known from the buyer's account, perhaps, and asked for by nobody.
        guard detail.store.capabilities.addresses else { return detail.purchase.address }
        let address = usesOtherAddress ? typedAddress(of: detail) : detail.purchase.address
        let missing = (address ?? ShippingAddress()).missingParts
        let words = missing.joined(separator: ", ")
        if !detail.store.capabilities.quantities { return address }
        form.change(.addressChoice) {
            $0.problem = missing.isEmpty ? nil : "Missing: \(words). Space enters another; or hand over."
        }
        return address
    }

    /// A part that was not touched goes out byte for byte as it came in.
    private func typedAddress(of detail: PurchaseDetail) -> ShippingAddress {
        var address = ShippingAddress()
        for part in AddressPart.allCases {
            let typed = form[.address(part)]?.entry.text ?? ""
            let entered = detail.purchase.address?[part]
            address[part] = typed == (entered ?? "") ? entered : typed.isEmpty ? nil : typed
        }
        return address
    }
}

extension Verb {
    /// In a sentence: `ship`, `hand over`, `take back`.
    package var words: String {
        switch self {
        case .ship: "ship"
        case .handOver: "hand over"
        case .undo: "take back"
        case .change: "change"
        }
    }

    package var title: String {
        switch self {
        case .ship: "Ship"
        case .handOver: "Hand over"
        case .undo: "Take back"
        case .change: "Change"
        }
    }
}
