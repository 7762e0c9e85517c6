import Model

extension Precheck {
    /// May these values be set? Only where they are as they were when the mark was made, or as marks of ours
    /// set them since: a value that somebody else set is never overwritten unseen.
    init(_ mark: Mark, setting sets: Attributes, in detail: PurchaseDetail) {
        let rules = detail.store.identity.api.valueRules
        let changed = sets.names.first { !Precheck.isExpected($0, mark, sets, detail) }
        if detail.isGone {
            self = .conflict(words: "The store does not know it any more.")
        } else if let why = rules?.whyClosed(detail.purchase) {
            self = .conflict(words: why)
        } else if let changed {
            self = .conflict(words: "Somebody else changed \(changed) since.")
        } else if mark.quantity > 0, let why = Precheck.whyKept(detail, sets, rules) {
            self = .conflict(words: "It is on hold: \(why)")
        } else if mark.verb == .ship, mark.address != nil, detail.purchase.address != mark.basis.address {
            self = .conflict(words: "The buyer changed the address since.")
        } else {
            self = .send
        }
    }

    private static func whyKept(
        _ detail: PurchaseDetail, _ sets: Attributes, _ rules: (any ValueRules)?
    ) -> String? {
        detail.hold?.reason ?? rules?.whyHeld(detail.purchase, after: sets)
    }

    private static func isExpected(
        _ name: String, _ mark: Mark, _ sets: Attributes, _ detail: PurchaseDetail
    ) -> Bool {
        let shown = detail.purchase.attributes
        guard shown[name] != nil, let before = mark.basis.values, before[name] != nil else { return true }
        if before.agrees(with: shown, on: name) == true || sets.agrees(with: shown, on: name) == true {
            return true
        }
        return detail.marks.contains { other in
            other.id != mark.id && other.state == .confirmed
                && other.sets?.agrees(with: shown, on: name) == true
        }
    }
}
