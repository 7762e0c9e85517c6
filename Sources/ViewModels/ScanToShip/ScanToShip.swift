import Model

/// Scan an order, scan its tracking number: shipped, next. The one place where nothing asks before a mark is
/// made, which its screen says all the time.
///
/// Scans are worked off one after the other, each to its end: what comes while the cache or the outbox is at
/// work waits in a queue. So none is lost, and none is taken for something else, however fast they come.
package struct ScanToShip: Sendable, Hashable {
    package enum Stage: Sendable, Hashable {
        /// Waits for an order.
        case order
        /// Waits until every item was scanned.
        case counting(Parcel)
        /// Waits for the tracking number.
        case tracking(Parcel)
        /// Several orders have the number: one is to be picked.
        case choosing(String, [PurchaseKey])
    }
    package internal(set) var stage = Stage.order
    /// Has to be read and answered before anything else is scanned.
    package internal(set) var warning: ScanWarning?
    /// What the last scan did, if it did not do what it should: loud until the next.
    package internal(set) var complaint: String?
    /// Newest first.
    package internal(set) var entries: [ScanEntry] = []
    package internal(set) var tally = ScanTally()
    package internal(set) var verifies: Bool
    /// Which item, or which order to pick, keys work on.
    package internal(set) var cursor = 0

    /// Scanned, but not looked at yet.
    var queue: [String] = []
    var asking: ScanQuestion?
    var inFlight: ScanDeed?

    package init(verifies: Bool = false) { self.verifies = verifies }

    /// The order in hand.
    package var parcel: Parcel? {
        switch stage {
        case .counting(let parcel), .tracking(let parcel): parcel
        case .order, .choosing: nil
        }
    }
    /// Something is being looked up or written down.
    package var isBusy: Bool { asking != nil || inFlight != nil || !queue.isEmpty }

    static let mostEntries = 200
}

/// An order and how much of it goes into this parcel.
package struct Parcel: Sendable, Hashable {
    package internal(set) var detail: PurchaseDetail
    /// By item number.
    package internal(set) var counts: [Int: Int]
    package internal(set) var verb: Verb
    /// Its young age was warned of, and accepted.
    var evenIfYoung = false

    /// Items of which something is safe, in the purchase's order.
    package var items: [ItemFigures] { detail.figures.items.filter { $0.safe > 0 } }
    package func count(of item: Int) -> Int { counts[item, default: 0] }
    package var counted: Int { items.reduce(0) { $0 + count(of: $1.item.num) } }
    package var missing: Int { items.reduce(0) { $0 + max(0, $1.safe - count(of: $1.item.num)) } }
    package var isWhole: Bool { missing == 0 }

    /// - Parameter isCounted: nothing is in the parcel yet; else all that is safe is.
    init(_ detail: PurchaseDetail, isCounted: Bool, verb: Verb = .ship) {
        self.detail = detail
        self.verb = verb
        counts = [:]
        if !isCounted { for item in items { counts[item.item.num] = item.safe } }
    }
}

/// What came of one scan.
package struct ScanEntry: Sendable, Hashable {
    package enum Outcome: Sendable, Hashable {
        case shipped, takenBack
        /// Noticed, and nothing needed.
        case noted
        /// Not used, and why.
        case refused
        /// Marked, but it did not go through.
        case failed
    }
    package internal(set) var text: String
    package internal(set) var outcome: Outcome
    package internal(set) var words: String
    /// What it marked; nil where nothing.
    package internal(set) var action: ActionID?
    /// Its marks are not settled yet.
    package internal(set) var isOpen = false
}

/// How the scans went since the mode was entered.
package struct ScanTally: Sendable, Hashable {
    package internal(set) var scans = 0
    package internal(set) var orders = 0
    package internal(set) var shipped = 0
    package internal(set) var refused = 0
    package internal(set) var failed = 0
}

/// What the cache was asked for.
enum ScanQuestion: Sendable, Hashable {
    case find(String)
    /// The text named this purchase by its id, its code or a tracking number.
    case named(String, PurchaseKey)
    /// Picked among several.
    case picked(PurchaseKey)
    /// What is left of it after a part was shipped.
    case rest(PurchaseKey, evenIfYoung: Bool)
}

/// What the outbox was asked to do.
enum ScanDeed: Sendable, Hashable {
    case ship(Parcel, tracking: String?)
    case undo(ActionID)
}
