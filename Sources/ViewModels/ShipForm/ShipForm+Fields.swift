import Model

extension ShipForm {
    package init(_ detail: PurchaseDetail, verb: Verb) {
        let capabilities = detail.store.capabilities
        let items = detail.figures.items.filter { $0.safe > 0 }
        let quantities = items.map { item in
            FormField(
                .quantity(item: item.item.num), detail.name(of: item.item.num),
                kind: .quantity(most: item.safe), text: String(item.safe), note: "of \(item.safe) safe")
        }
        subject = .one(detail)
        form = Form(
            [ShipForm.verbField(verb)] + quantities + [
                FormField(.tracking, "Tracking"), ShipForm.statusField(detail),
                ShipForm.dateField(capabilities.words),
            ]
                + ShipForm.addressFields(detail.purchase.address))
        form.change(.verb) { $0.isActive = capabilities.handOver }
        for field in quantities { form.change(field.id) { $0.isActive = capabilities.quantities } }
        showWhatCounts()
        form.focus = form.fields.firstIndex { $0.isActive && $0.id != .verb } ?? 0
    }

    /// All that is safe of many purchases: without tracking, or with a number for each, for one number cannot
    /// be on many parcels.
    package init(_ plan: BulkPlan) {
        subject = .many(plan)
        form = Form([ShipForm.verbField(plan.verb), ShipForm.columnField, ShipForm.dateField(plan.words)])
        if !plan.needTracking.isEmpty {
            form.change(.trackingChoice) { $0.kind = ShipForm.columnChoice(selected: 1) }
        }
        form.focus = 2
        showColumn()
        if form.focused?.isActive == false { form.focus(on: .trackingChoice) }
        if let first = plan.needTracking.first { form.focus(on: .trackingOf(first.key)) }
    }

    /// Whoever ships may say how the order stands then.
    private static func statusField(_ detail: PurchaseDetail) -> FormField {
        let now = detail.purchase.attributes[OrderAttribute.status] ?? "not known"
        let others = OrderStatus.allCases.map(\.rawValue).filter { $0 != now }
        var field = FormField(
            .status, "Status", kind: .choice(["\(now), as it is"] + others, selected: 0),
            note: "Space chooses")
        field.isActive = detail.store.capabilities.finalStatuses
        return field
    }

    /// Nil where it stays as it is.
    var status: String? {
        guard let field = form[.status], field.isActive, case .choice(let words, let selected) = field.kind
        else { return nil }
        return selected == 0 ? nil : words[selected]
    }

    private static var columnField: FormField {
        FormField(
            .trackingChoice, "Tracking", kind: columnChoice(selected: 0),
            note: "scan the order, then its number")
    }

    private static func columnChoice(selected: Int) -> FormField.Kind {
        .choice(["none", "one for each"], selected: selected)
    }

    private static func verbField(_ verb: Verb) -> FormField {
        let selected = verb == .handOver ? 1 : 0
        return FormField(.verb, "Do", kind: .choice(["ship", "hand over"], selected: selected))
    }

    private static func dateField(_ words: ShipWords) -> FormField {
        FormField(.deliverBy, words.day, note: words.dayNote)
    }

    private static func addressFields(_ entered: ShippingAddress?) -> [FormField] {
        let choice = FormField(
            .addressChoice, "Address", kind: .choice(["as entered", "another, this time only"], selected: 0))
        return [choice]
            + AddressPart.allCases.map { FormField(.address($0), $0.label, text: entered?[$0] ?? "") }
    }

    /// Fields that mean nothing for the verb and the address chosen are passed over.
    mutating func showWhatCounts() {
        guard case .one(let detail) = subject else { return }
        let capabilities = detail.store.capabilities
        let ships = verb == .ship
        let note = usesOtherAddress ? "" : detail.addressNote
        form.change(.tracking) { $0.isActive = ships && capabilities.tracking }
        form.change(.addressChoice) {
            // Of what is marked as a whole, another address is a change of its own.
            $0.isActive = ships && capabilities.addresses && capabilities.quantities
            $0.note = note
        }
        form.change(.deliverBy) { $0.isActive = capabilities.deliveryDates }
        let isTyped = ships && capabilities.addresses && usesOtherAddress
        for part in AddressPart.allCases { form.change(.address(part)) { $0.isActive = isTyped } }
    }

    /// Whose number it is, below the field, as it is typed.
    mutating func showCarrier() {
        form.change(.tracking) {
            let reading = TrackingReading($0.entry.text)
            $0.remark =
                reading.suspicion.map { FieldRemark(text: $0, isWarning: true) }
                ?? reading.carriers.map { FieldRemark(text: $0, isWarning: false) }
        }
    }

    var usesOtherAddress: Bool {
        if case .choice(_, let selected)? = form[.addressChoice]?.kind { return selected == 1 }
        return false
    }

}

extension PurchaseDetail {
    fileprivate var addressNote: String {
        guard let address = purchase.address else { return "none was entered" }
        let missing = address.missingParts
        if !missing.isEmpty { return "missing: \(missing.joined(separator: ", "))" }
        return address.labelLines.joined(separator: ", ")
    }
}

extension ShippingAddress {
    subscript(part: AddressPart) -> String? {
        get { self[keyPath: ShippingAddress.path(part)] }
        set { self[keyPath: ShippingAddress.path(part)] = newValue }
    }

    private static func path(_ part: AddressPart) -> WritableKeyPath<ShippingAddress, String?> {
        switch part {
        case .fullName: \.fullName
        case .address1: \.address1
        case .address2: \.address2
        case .city: \.city
        case .state: \.state
        case .zipcode: \.zipcode
        case .countryCode: \.countryCode
        }
    }
}
