import Cache
import Model

// Marks of stores whose orders have values instead of a ledger: the order as a whole, and values to set.

extension Admission {
    mutating func admitValues(_ line: MarkLine, _ rules: any ValueRules) throws {
        let detail = try detail(line)
        try checkWhole(line, detail)
        switch request.verb {
        case .ship: try ship(line, detail, rules)
        case .change: try insert(setting: request.sets, in: detail, rules)
        case .undo: try takeBackValues(line, detail, rules)
        case .handOver:
            throw Refusal.notCapable("\(detail.purchase.id) cannot be handed over in this store; ship it.")
        }
    }

    /// Takes back what one mark of ours set; nothing where that is over already.
    mutating func takeBackValues(of mark: Mark, in detail: PurchaseDetail, _ rules: any ValueRules) throws {
        guard isStanding(mark, in: detail) else { return }
        try takeBack(mark, wish(), in: detail, rules)
    }

    private mutating func takeBack(
        _ mark: Mark, _ wish: ShippingWish, in detail: PurchaseDetail, _ rules: any ValueRules
    ) throws {
        let sets = try rules.undoing(
            detail.purchase, sets: mark.sets, before: mark.attempt?.before ?? mark.basis.values, wish: wish)
        try insert(undo: .mark(mark.id), sets, -mark.quantity, queued: mark, in: detail, rules)
    }

    private func checkWhole(_ line: MarkLine, _ detail: PurchaseDetail) throws {
        let id = detail.purchase.id
        if let item = line.item, detail.purchase.item(item) == nil {
            throw Refusal.unknownItem(id, item: item)
        }
        let whole = detail.purchase.items.first?.quantity ?? 0
        if let asked = line.quantity, asked != whole {
            throw Refusal.notCapable(
                "\(id) is marked as a whole: write no quantity, or all \(whole) of it, instead of \(asked).")
        }
    }

    private func wish(_ line: MarkLine? = nil) -> ShippingWish {
        ShippingWish(
            tracking: line?.tracking ?? request.tracking, deliverBy: line?.deliverBy ?? request.deliverBy,
            others: request.sets)
    }

    private mutating func ship(
        _ line: MarkLine, _ detail: PurchaseDetail, _ rules: any ValueRules
    ) throws {
        let id = detail.purchase.id
        if let why = rules.whyClosed(detail.purchase) { throw Refusal.notCapable(why) }
        let wish = wish(line)
        let sets = try rules.shipping(detail.purchase, as: wish)
        let isAlready = detail.figures.safe == 0 && detail.purchase.storeHold == nil
        // Whoever names further values wants those; the shipment itself is not made twice.
        if isAlready, wish.others.isEmpty || wish.tracking != nil {
            throw Refusal.nothingSafe(id, item: nil)
        }
        try insert(setting: sets, of: line, in: detail, rules)
    }

    private mutating func insert(
        setting sets: Attributes, of line: MarkLine? = nil, in detail: PurchaseDetail,
        _ rules: any ValueRules
    ) throws {
        let id = detail.purchase.id
        if detail.isGone { throw Refusal.gone(id) }
        if sets.isEmpty { throw Refusal.notCapable("Say what to change on \(id).") }
        try rules.check(sets, on: detail.purchase)
        try checkFinal(sets, detail, rules)
        let ships = rules.isShipped(detail.purchase.attributes.setting(sets))
        if ships, let hold = detail.hold { throw Refusal.held(id, reason: hold.reason) }
        if ships, let why = rules.whyHeld(detail.purchase, after: sets) {
            throw Refusal.notCapable("\(id) is on hold in the store: \(why) A new status may be set with it.")
        }
        var mark = draft(of: sets, quantity: ships ? detail.figures.safe : 0, in: detail)
        mark.tracking = line?.tracking ?? request.tracking
        mark.deliverBy = line?.deliverBy ?? request.deliverBy
        if request.verb == .ship { mark.address = detail.purchase.address }
        try insert(mark)
    }

    // MARK: Taking back

    private mutating func takeBackValues(
        _ line: MarkLine, _ detail: PurchaseDetail, _ rules: any ValueRules
    ) throws {
        let id = detail.purchase.id
        if let why = rules.whyClosed(detail.purchase) { throw Refusal.notCapable(why) }
        let ours = standing(line, in: detail)
        for mark in ours { try takeBack(mark, wish(line), in: detail, rules) }
        if !ours.isEmpty { return }
        let entries = entryKeys(of: detail.purchase.ledger)
        let named = entries.first { line.takesBack == .entry($0) }
        guard let entry = named ?? (request.includingOthers ? entries.last : nil),
            detail.left(of: .entry(entry)) > 0
        else { throw Refusal.nothingToTakeBack(id, item: line.item) }
        let sets = try rules.undoing(detail.purchase, sets: nil, before: nil, wish: wish(line))
        try insert(undo: .entry(entry), sets, -entry.quantity, queued: nil, in: detail, rules)
    }

    /// What is taken back, newest first: the very mark that is named; else the newest shipment of ours that
    /// still stands, with what was changed since; and where none was shipped, the newest change.
    private func standing(_ line: MarkLine, in detail: PurchaseDetail) -> [Mark] {
        if let named = line.takesBack {
            return detail.marks.filter { named == .mark($0.id) && isStanding($0, in: detail) }
        }
        var found: [Mark] = []
        var detail = detail
        for mark in detail.marks.reversed() where isStanding(mark, in: detail) {
            found.append(mark)
            if mark.verb == .ship { return found }
            // Once it is taken back, what it stood on shows again.
            let before = mark.attempt?.before ?? mark.basis.values ?? Attributes()
            detail.purchase.attributes = detail.purchase.attributes.setting(before)
        }
        return Array(found.prefix(1))
    }

    /// On its way, or what the store still shows; and nobody took it back yet.
    private func isStanding(_ mark: Mark, in detail: PurchaseDetail) -> Bool {
        guard mark.sets != nil, mark.verb != .undo, mark.state != .attention,
            mark.state.isOpen || (mark.state == .confirmed && mark.outcome(in: detail.purchase) == .ours)
        else { return false }
        return !detail.marks.contains {
            $0.takesBack == .mark(mark.id) && ($0.state.isOpen || $0.state == .confirmed)
        }
    }

    private mutating func insert(
        undo target: TakesBack, _ sets: Attributes, _ quantity: Int, queued: Mark?,
        in detail: PurchaseDetail, _ rules: any ValueRules
    ) throws {
        var undo = draft(of: sets, quantity: quantity, in: detail)
        undo.takesBack = target
        if let queued, queued.state == .queued, queued.attempt?.failedAt == nil {
            try drop(queued)
            undo.state = .dropped
            undo.reason = "It was taken back before it left."
        } else {
            try rules.check(sets, on: detail.purchase)
            try checkFinal(sets, detail, rules)
        }
        try insert(undo)
    }

    /// What cannot be taken back is asked for twice, whichever way it came about.
    private func checkFinal(
        _ sets: Attributes, _ detail: PurchaseDetail, _ rules: any ValueRules
    ) throws {
        if request.isFinalMeant { return }
        if let what = rules.finality(of: sets, on: detail.purchase) {
            throw Refusal.final(detail.purchase.id, what)
        }
    }

    private func draft(of sets: Attributes, quantity: Int, in detail: PurchaseDetail) -> Mark {
        let item = detail.purchase.items.first?.num ?? 1
        var mark = draft(of: item, quantity: quantity, in: detail)
        mark.sets = sets
        mark.basis.values = detail.purchase.attributes.only(sets.names)
        return mark
    }
}
