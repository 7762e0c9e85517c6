/// What a person asks to be done: one action, of one verb.
package struct MarkRequest: Sendable, Hashable {
    package var verb: Verb
    package var lines: [MarkLine]
    package var tracking: String?
    package var deliverBy: PlainDate?
    /// More to set, in stores that know values instead of a ledger.
    package var sets: Attributes
    /// Instead of the entered address, for this shipment only.
    package var address: ShippingAddress?
    package var author: Author
    /// Ship it even though its buyer may still clear it.
    package var evenIfYoung: Bool
    /// Undo also what was marked elsewhere.
    package var includingOthers: Bool
    /// What cannot be taken back was asked for twice.
    package var isFinalMeant = false
    package init(
        verb: Verb, lines: [MarkLine], tracking: String? = nil, deliverBy: PlainDate? = nil,
        sets: Attributes = Attributes(), address: ShippingAddress? = nil, author: Author,
        evenIfYoung: Bool = false, includingOthers: Bool = false
    ) {
        self.verb = verb
        self.lines = lines
        self.tracking = tracking
        self.deliverBy = deliverBy
        self.sets = sets
        self.address = address
        self.author = author
        self.evenIfYoung = evenIfYoung
        self.includingOthers = includingOthers
    }
}

/// One purchase of a request, or one item of it.
package struct MarkLine: Sendable, Hashable {
    package var key: PurchaseKey
    /// Nil: every item of which something is safe (undo: of which something is ours).
    package var item: Int?
    /// Nil: all that is safe (undo: all that is ours).
    package var quantity: Int?
    /// Undo: the very shipment that is taken back; nil: our own, newest first.
    package var takesBack: TakesBack?
    /// Instead of the request's, where parcels of one action have numbers and dates of their own.
    package var tracking: String?
    package var deliverBy: PlainDate?
    /// How many items the preview promised, where no quantity is asked for; what differs is told.
    package var promised: Int?
    package init(
        key: PurchaseKey, item: Int? = nil, quantity: Int? = nil, takesBack: TakesBack? = nil,
        tracking: String? = nil, deliverBy: PlainDate? = nil, promised: Int? = nil
    ) {
        self.key = key
        self.item = item
        self.quantity = quantity
        self.takesBack = takesBack
        self.tracking = tracking
        self.deliverBy = deliverBy
        self.promised = promised
    }
}

/// What became of a request: durable before anybody reads this.
package struct Accepted: Sendable, Hashable {
    package var action: ActionID
    package var marks: [Mark]
    /// Where it is not what the preview promised.
    package var surprises: [Surprise]
    package init(action: ActionID, marks: [Mark], surprises: [Surprise] = []) {
        self.action = action
        self.marks = marks
        self.surprises = surprises
    }
}

/// A purchase of which another quantity was accepted than the preview promised.
package struct Surprise: Sendable, Hashable {
    package var purchase: PurchaseID
    package var promised: Int
    package var accepted: Int
    /// Who else marked it on this box, where somebody did; otherwise the store's own figures moved.
    package var other: Author?
    package init(purchase: PurchaseID, promised: Int, accepted: Int, other: Author?) {
        self.purchase = purchase
        self.promised = promised
        self.accepted = accepted
        self.other = other
    }
}
