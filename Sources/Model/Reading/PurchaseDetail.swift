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
    /// What becomes of the marks that are on their way; left out where nobody asked.
    package var prospects: [MarkID: Prospect]
    /// What people wrote to it, oldest first.
    package var memos: [Memo]
    /// Who else has its form open; read only where one purchase is looked at.
    package var claim: Claim?
    /// What it means that there is no address.
    package var addressSource: AddressSource = .list
    /// Others that go to the same person and address; read only where somebody may act on it.
    package var companions: [Companion] = []

    package init(
        store: Store, purchase: Purchase, figures: Figures, standing: Standing, marks: [Mark] = [],
        alarms: [Alarm] = [], names: [Int: String] = [:], hold: Hold? = nil, isGone: Bool = false,
        clockOffset: Int64 = 0, prospects: [MarkID: Prospect] = [:], memos: [Memo] = []
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
        self.prospects = prospects
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
    /// For people, such as the server's answer; no address, no secret.
    package var words: String
    /// What the mark is about; read with the line, never written.
    package var subject: Subject?

    /// A mark in a few words: verb, quantity, item, tracking.
    package struct Subject: Sendable, Hashable {
        package var verb: Verb
        /// Negative for an undo.
        package var quantity: Int
        package var itemName: String
        package var tracking: String?
        package init(verb: Verb, quantity: Int, itemName: String, tracking: String? = nil) {
            self.verb = verb
            self.quantity = quantity
            self.itemName = itemName
            self.tracking = tracking
        }
    }

    package init(
        number: Int64 = 0, at: Int64, author: Author, store: StoreID? = nil, purchase: PurchaseID? = nil,
        mark: MarkID? = nil, action: ActionID? = nil, event: String, words: String, subject: Subject? = nil
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
        self.subject = subject
    }
}

/// A mark as the outbox shows it.
package struct OutboxRow: Sendable, Hashable {
    package var mark: Mark
    package var storeName: String
    package var itemName: String
    package var prospect: Prospect?
    /// What a person has to take note of because of this mark.
    package var alarms: [Alarm]
    /// How many of it are taken back, or are about to be.
    package var takenBack: Int

    package init(
        mark: Mark, storeName: String, itemName: String, prospect: Prospect? = nil, alarms: [Alarm] = [],
        takenBack: Int = 0
    ) {
        self.mark = mark
        self.storeName = storeName
        self.itemName = itemName
        self.prospect = prospect
        self.alarms = alarms
        self.takenBack = takenBack
    }

    /// Only a person can bring it to an end.
    package var needsPerson: Bool {
        [.attention, .conflict, .failed].contains(mark.state) || !alarms.isEmpty
    }
}
