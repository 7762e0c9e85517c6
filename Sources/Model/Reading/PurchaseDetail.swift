/// Everything that is known of one purchase.
package struct PurchaseDetail: Sendable, Hashable {
    package var store: Store
    package var purchase: Purchase
    package var figures: Figures
    package var standing: Standing
    /// Every mark ever made of it, oldest first.
    package var marks: [Mark]
    package var alarms: [Alarm]
    /// By item number: `Shirt, L`.
    package var names: [Int: String]
    package var hold: Hold?
    /// Missing from the store's list.
    package var isGone: Bool
    /// By this box's clock, the server's minus ours, in seconds.
    package var clockOffset: Int64
    /// What people wrote to it, oldest first.
    package var memos: [Memo]
    /// Who else has its form open; read only where one purchase is looked at.
    package var claim: Claim?
    /// Others that go to the same person and address; read only where somebody may act on it.
    package var companions: [Companion] = []

    package init(
        store: Store, purchase: Purchase, figures: Figures, standing: Standing, marks: [Mark] = [],
        alarms: [Alarm] = [], names: [Int: String] = [:], hold: Hold? = nil, isGone: Bool = false,
        clockOffset: Int64 = 0, memos: [Memo] = []
    ) {
        self.store = store
        self.purchase = purchase
        self.figures = figures
        self.standing = standing
        self.marks = marks
        self.alarms = alarms
        self.names = names
        self.hold = hold
        self.isGone = isGone
        self.clockOffset = clockOffset
        self.memos = memos
    }

    package var key: PurchaseKey { PurchaseKey(store: store.id, purchase: purchase.id) }
    package func name(of item: Int) -> String { names[item] ?? "item \(item)" }
}

/// A purchase kept back on this box, with the reason.
package struct Hold: Sendable, Hashable, Codable {
    package var reason: String
    package var author: Author
    /// Unix seconds.
    package var at: Int64
    package init(reason: String, author: Author, at: Int64) {
        self.reason = reason
        self.author = author
        self.at = at
    }
}

/// One line of the audit log: who, where, when, what, and the server's answer.
package struct AuditEntry: Sendable, Hashable {
    package var number: Int64
    /// Unix milliseconds.
    package var at: Int64
    package var author: Author
    package var store: StoreID?
    package var purchase: PurchaseID?
    package var mark: MarkID?
    package var action: ActionID?
    /// `queued`, `sent`, `confirmed`…: one word.
    package var event: String
    /// For people; no address, no secret.
    package var words: String
    package init(
        number: Int64 = 0, at: Int64, author: Author, store: StoreID? = nil, purchase: PurchaseID? = nil,
        mark: MarkID? = nil, action: ActionID? = nil, event: String, words: String
    ) {
        self.number = number
        self.at = at
        self.author = author
        self.store = store
        self.purchase = purchase
        self.mark = mark
        self.action = action
        self.event = event
        self.words = words
    }
}

/// A mark as the outbox shows it.
package struct OutboxRow: Sendable, Hashable {
    package var mark: Mark
    package var storeName: String
    package var itemName: String
    package init(mark: Mark, storeName: String, itemName: String) {
        self.mark = mark
        self.storeName = storeName
        self.itemName = itemName
    }
}
