/// The number of a mark in one cache file.
package struct MarkID: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    package var number: Int64
    package init(_ number: Int64) { self.number = number }
    package static func < (a: MarkID, b: MarkID) -> Bool { a.number < b.number }
    package var description: String { String(number) }
}

/// The number of an action in one cache file: all the marks that one keypress or one command made.
package struct ActionID: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    package var number: Int64
    package init(_ number: Int64) { self.number = number }
    package static func < (a: ActionID, b: ActionID) -> Bool { a.number < b.number }
    package var description: String { String(number) }
}

/// Two verbs and their undoing. *Ship* has an address, *hand over* has none (the documents' "fulfilled").
/// *Change* ships nothing: it sets values of an order or a listing.
package enum Verb: String, Sendable, Hashable, Codable {
    case ship
    case handOver = "hand-over"
    case undo
    case change
}

/// Where a mark stands (the exactly-once protocol, States).
package enum MarkState: String, Sendable, Hashable, Codable, CaseIterable {
    case queued, sending, confirmed, conflict, failed, unknown, attention, dropped

    /// Not settled yet: the program, the server or a person still has to do something.
    package var isOpen: Bool { self == .queued || self == .sending || self == .unknown || self == .attention }
    /// A quantity in one of these may have been or may yet be shipped, so nobody else may ship it.
    package var occupies: Bool { isOpen }
}

/// Who did it and where.
package struct Author: Sendable, Hashable, Codable {
    /// The login name of the person.
    package var person: String
    /// The packing station.
    package var station: String
    package init(person: String, station: String) {
        self.person = person
        self.station = station
    }
}

/// What a mark was based on when it was made; compared with a fresh read before it leaves.
package struct Basis: Sendable, Hashable, Codable {
    package var net: Int
    package var lastModified: Int64?
    package var address: ShippingAddress?
    /// The ledger entries of the item as seen then.
    package var entries: [EntryKey]
    /// What the mark sets, as it was then.
    package var values: Attributes?
    package init(
        net: Int, lastModified: Int64?, address: ShippingAddress?, entries: [EntryKey],
        values: Attributes? = nil
    ) {
        self.values = values
        self.net = net
        self.lastModified = lastModified
        self.address = address
        self.entries = entries
    }
}

/// One ledger entry, told apart from all others of its purchase as well as the API allows.
///
/// The server gives entries no id. Two that agree in everything here are told apart by `ordinal`: the
/// first of them is 0. Addresses and dates are left out, because servers rewrite them.
package struct EntryKey: Sendable, Hashable, Codable {
    package var item: Int
    package var at: Int64
    package var quantity: Int
    /// Trimmed and in lower case; empty where there is none.
    package var tracking: String
    package var ordinal: Int
    package init(item: Int, at: Int64, quantity: Int, tracking: String, ordinal: Int) {
        self.item = item
        self.at = at
        self.quantity = quantity
        self.tracking = tracking
        self.ordinal = ordinal
    }
}

/// What an undo takes back: one of our marks, or an entry of the ledger that somebody else made.
package enum TakesBack: Sendable, Hashable, Codable {
    case mark(MarkID)
    case entry(EntryKey)
}

/// One person's request to ship, hand over or undo a quantity of one item: a row of the outbox.
package struct Mark: Sendable, Hashable {
    package var id: MarkID
    package var action: ActionID
    package var store: StoreID
    package var purchase: PurchaseID
    package var item: Int
    /// Negative for an undo.
    package var quantity: Int
    package var verb: Verb
    package var tracking: String?
    package var deliverBy: PlainDate?
    /// Byte for byte as it goes out; nil when handed over or undone.
    package var address: ShippingAddress?
    package var takesBack: TakesBack?
    /// What it sets, in stores that know values instead of a ledger; nil in those with one.
    package var sets: Attributes?
    package var basis: Basis
    package var author: Author
    /// Unix milliseconds, by this box.
    package var madeAt: Int64

    package var state: MarkState
    /// In words for people: the server's, or ours. Never an address or a secret.
    package var reason: String?
    /// The attempt that carries or last carried it; earlier ones are kept in the attempts' table.
    package var attempt: Attempt?
    package var attempts: Int
    /// Unix milliseconds; not sent again before.
    package var notBefore: Int64?
    /// The ledger entry that this mark, and no other, made.
    package var claimed: EntryKey?
    /// How many later reads did not list a confirmed mark's entry.
    package var unlistedReads: Int

    package init(
        id: MarkID, action: ActionID, store: StoreID, purchase: PurchaseID, item: Int, quantity: Int,
        verb: Verb, tracking: String? = nil, deliverBy: PlainDate? = nil, address: ShippingAddress? = nil,
        takesBack: TakesBack? = nil, sets: Attributes? = nil, basis: Basis, author: Author, madeAt: Int64,
        state: MarkState = .queued,
        reason: String? = nil, attempt: Attempt? = nil, attempts: Int = 0, notBefore: Int64? = nil,
        claimed: EntryKey? = nil, unlistedReads: Int = 0
    ) {
        self.id = id
        self.action = action
        self.store = store
        self.purchase = purchase
        self.item = item
        self.quantity = quantity
        self.verb = verb
        self.tracking = tracking
        self.deliverBy = deliverBy
        self.address = address
        self.takesBack = takesBack
        self.sets = sets
        self.basis = basis
        self.author = author
        self.madeAt = madeAt
        self.state = state
        self.reason = reason
        self.attempt = attempt
        self.attempts = attempts
        self.notBefore = notBefore
        self.claimed = claimed
        self.unlistedReads = unlistedReads
    }
}

/// One request that carried a mark. Written before the first byte leaves.
package struct Attempt: Sendable, Hashable, Codable {
    /// The leader's epoch that sent it.
    package var epoch: Int64
    /// Groups the marks that left in one request.
    package var request: String
    /// Unix milliseconds: when `sending` was written.
    package var sentAt: Int64
    /// The ledger entries of the item in the read just before.
    package var snapshot: [EntryKey]
    /// What the mark sets, as it was in that read.
    package var before: Attributes?
    /// Lines in the request: an error to a request of one line names that line.
    package var lines: Int
    /// Unix milliseconds: when the answer failed to come or could not be read.
    package var failedAt: Int64?
    /// The API itself answered, if only a status line: the effect cannot land later than that.
    package var wasAnswered: Bool
    /// Unix milliseconds: when the reads began that did not show an effect.
    package var absentReads: [Int64]
    package init(
        epoch: Int64, request: String, sentAt: Int64, snapshot: [EntryKey], before: Attributes? = nil,
        lines: Int, failedAt: Int64? = nil, wasAnswered: Bool = false, absentReads: [Int64] = []
    ) {
        self.epoch = epoch
        self.request = request
        self.sentAt = sentAt
        self.snapshot = snapshot
        self.before = before
        self.lines = lines
        self.failedAt = failedAt
        self.wasAnswered = wasAnswered
        self.absentReads = absentReads
    }
}
