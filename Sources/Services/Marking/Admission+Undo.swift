import Cache
import Model

/// Something that can be taken back, and how much of it.
private struct Returnable {
    var target: TakesBack
    var item: Int
    var quantity: Int
    /// Set where it is a mark of ours that did not leave yet.
    var queued: Mark?
}

extension Admission {
    /// Takes back our own marks, newest first; what was marked elsewhere only where that was asked for.
    mutating func admitUndo(_ line: MarkLine) throws {
        let detail = try detail(line)
        if let item = line.item, detail.purchase.item(item) == nil {
            throw Refusal.unknownItem(line.key.purchase, item: item)
        }
        if let asked = line.quantity, asked < 1 {
            throw Refusal.badQuantity(line.key.purchase, item: line.item ?? 0)
        }
        let ours = try returnables(line, in: detail)
        let available = ours.reduce(0) { $0 + $1.quantity }
        if available == 0 { throw Refusal.nothingToTakeBack(line.key.purchase, item: line.item) }
        if let asked = line.quantity, asked > available {
            throw Refusal.moreThanOurs(line.key.purchase, item: line.item, asked: asked, ours: available)
        }
        var left = line.quantity ?? available
        for returnable in ours where left > 0 {
            let quantity = min(left, returnable.quantity)
            left -= quantity
            try takeBack(quantity, of: returnable, in: detail)
        }
    }

    /// Takes back what is left of one mark of ours; nothing where nothing is.
    mutating func takeBack(_ mark: Mark) throws {
        let key = PurchaseKey(store: mark.store, purchase: mark.purchase)
        let detail = try detail(MarkLine(key: key))
        if let rules = try rules(of: mark.store) {
            do {
                return try takeBackValues(of: mark, in: detail, rules)
            } catch let refusal as Refusal {
                throw Refusals([refusal])
            }
        }
        for candidate in ourMarks(in: detail) where candidate.target == .mark(mark.id) {
            let quantity = min(candidate.quantity, takeable(of: mark.item, in: detail))
            if quantity > 0 { try takeBack(quantity, of: candidate, in: detail) }
        }
    }

    /// Each mark and each entry at most once, and never more than the server and the outbox hold.
    private func returnables(_ line: MarkLine, in detail: PurchaseDetail) throws -> [Returnable] {
        var caps = detail.purchase.items.reduce(into: [Int: Int]()) {
            $0[$1.num] = takeable(of: $1.num, in: detail)
        }
        var found = ourMarks(in: detail)
        if request.includingOthers || line.namesEntry {
            found += others(in: detail)
        }
        return found.filter { line.means($0) }.compactMap { candidate in
            let quantity = min(candidate.quantity, caps[candidate.item, default: 0])
            caps[candidate.item, default: 0] -= quantity
            var capped = candidate
            capped.quantity = quantity
            return quantity > 0 ? capped : nil
        }
    }

    private func takeable(of item: Int, in detail: PurchaseDetail) -> Int {
        let net = detail.figures.item(item)?.net ?? 0
        let open = detail.marks.filter { $0.item == item && $0.state.occupies }
        return max(0, net + open.reduce(0) { $0 + $1.quantity })
    }

    private func ourMarks(in detail: PurchaseDetail) -> [Returnable] {
        detail.marks.reversed().compactMap { mark in
            guard mark.quantity > 0, mark.state == .confirmed || mark.state.isOpen, mark.state != .attention
            else { return nil }
            return Returnable(
                target: .mark(mark.id), item: mark.item, quantity: detail.left(of: .mark(mark.id)),
                queued: mark.state == .queued ? mark : nil)
        }
    }

    /// What no mark of ours stands for: made elsewhere, or landed late beside the entry that is the mark's.
    private func others(in detail: PurchaseDetail) -> [Returnable] {
        let claimed = Set(detail.marks.compactMap(\.claimed))
        return entryKeys(of: detail.purchase.ledger).reversed().compactMap { entry in
            guard entry.quantity > 0, !claimed.contains(entry) else { return nil }
            return Returnable(
                target: .entry(entry), item: entry.item, quantity: detail.left(of: .entry(entry)))
        }
    }

    private mutating func takeBack(
        _ quantity: Int, of returnable: Returnable, in detail: PurchaseDetail
    ) throws {
        var undo = draft(of: returnable.item, quantity: -quantity, in: detail)
        undo.takesBack = returnable.target
        if let queued = returnable.queued, queued.quantity == quantity {
            try drop(queued)
            undo.state = .dropped
            undo.reason = "It was taken back before it left."
        }
        try insert(undo)
    }

    func drop(_ queued: Mark) throws {
        var dropped = queued
        dropped.state = .dropped
        dropped.reason = "It was taken back before it left."
        try writer.change(queued, to: dropped, event: "dropped", now: now)
    }
}

extension MarkLine {
    fileprivate var namesEntry: Bool {
        if case .entry = takesBack { true } else { false }
    }

    fileprivate func means(_ returnable: Returnable) -> Bool {
        (item == nil || item == returnable.item) && (takesBack == nil || takesBack == returnable.target)
    }
}

extension PurchaseDetail {
    /// What earlier undos left of it to take back, those that came to nothing not counted.
    func left(of target: TakesBack) -> Int {
        let whole =
            switch target {
            case .mark(let id): marks.first { $0.id == id }.map { $0.state.mayHold ? $0.quantity : 0 } ?? 0
            case .entry(let entry): entry.quantity
            }
        return
            marks
            .filter { $0.takesBack == target && ($0.state.isOpen || $0.state == .confirmed) }
            .reduce(whole) { $0 + $1.quantity }
    }
}

extension MarkState {
    /// Something of it is on the server, or may yet be.
    fileprivate var mayHold: Bool { self == .confirmed || isOpen }
}
