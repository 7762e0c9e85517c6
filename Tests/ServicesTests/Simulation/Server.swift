import APIs
import Model

/// Who made an entry of the server's ledger. Only the simulation knows.
struct Origin: Hashable {
    /// Nil: somebody else.
    var box: Int?
    var mark: MarkID?
    /// World milliseconds: when the request left.
    var sentAt: Int64

    static func somebody(at now: Int64) -> Origin { Origin(box: nil, mark: nil, sentAt: now) }
}

/// An entry of the server's ledger, with what the server does not tell.
struct Entry {
    var fulfillment: Fulfillment
    var origin: Origin
    /// World milliseconds.
    var landedAt: Int64
    /// World milliseconds: the list does not show it before.
    var visibleAt: Int64

    var look: Look {
        Look(
            item: fulfillment.item, quantity: fulfillment.quantity,
            tracking: comparableTracking(fulfillment.tracking))
    }
}

/// What entries and marks are told apart by.
struct Look: Hashable, Comparable {
    var item: Int
    var quantity: Int
    var tracking: String
    static func < (a: Look, b: Look) -> Bool {
        (a.item, a.quantity, a.tracking) < (b.item, b.quantity, b.tracking)
    }
}

/// The store at the other end: a ledger per purchase, page lists, and habits that nobody documents.
final class Server {
    struct Habits {
        var movesLastModified: Bool
        var variant: RemainingVariant
        var acceptsOvershipping: Bool
        /// Rows on a page, whatever was asked for.
        var pageSize: Int
        /// Milliseconds that its clock is ahead of the world's.
        var skew: Int64
        /// The list is turned at every call: rows slip from page to page.
        var shifts: Bool
    }

    struct Row {
        var purchase: Purchase
        var entries: [Entry] = []
        /// Refused by name, whatever the request holds besides.
        var isPoison = false
        /// World milliseconds: until then it comes in a form that cannot be read.
        var unreadableUntil = Int64.min
        /// Somebody else changed it: a conflict with it is explained.
        var touchedAt: [Int64] = []
    }

    let habits: Habits
    private(set) var rows: [PurchaseID: Row] = [:]
    private(set) var order: [PurchaseID] = []
    private var calls = 0

    /// Its list has neither ledgers nor times of change.
    let isRace: Bool

    init(habits: Habits, isRace: Bool = false) {
        self.habits = habits
        self.isRace = isRace
    }

    func seconds(_ now: Int64) -> Int64 { (now + habits.skew) / 1_000 }

    func add(_ purchase: Purchase, isPoison: Bool = false) {
        order.append(purchase.id)
        rows[purchase.id] = Row(purchase: purchase, isPoison: isPoison)
    }

    /// Whatever happens at the server beside us.
    func touch(_ id: PurchaseID, now: Int64, _ change: (inout Row) -> Void) {
        guard var row = rows[id] else { return }
        change(&row)
        row.touchedAt.append(now)
        if !isRace { row.purchase.lastModified = seconds(now) }
        rows[id] = row
    }

    func setUnreadable(_ id: PurchaseID, until: Int64) { rows[id]?.unreadableUntil = until }

    // MARK: Reading

    func page(_ request: PurchasesRequest, now: Int64) -> PurchasesPage {
        calls += 1
        var listed = order.compactMap { rows[$0] }.filter {
            !$0.purchase.isCleared && ($0.purchase.lastModified ?? 0) >= request.modifiedSince ?? .min
        }
        if habits.shifts, calls.isMultiple(of: 7), !listed.isEmpty { listed.append(listed.removeFirst()) }
        let size = min(habits.pageSize, request.perPage)
        let start = (request.page - 1) * size
        guard start < listed.count else { return PurchasesPage(purchases: []) }
        var page = PurchasesPage(purchases: [])
        for (index, row) in listed[start..<min(listed.count, start + size)].enumerated() {
            if row.unreadableUntil > now {
                page.setAside.append(
                    SetAside(row: index, id: row.purchase.id, field: "items", problem: "No list."))
            } else {
                page.purchases.append(shown(row, now: now))
            }
        }
        return page
    }

    private func shown(_ row: Row, now: Int64) -> Purchase {
        var purchase = row.purchase
        purchase.ledger = row.entries.filter { $0.visibleAt <= now }.map(\.fulfillment)
        return purchase
    }

    // MARK: Marking

    func net(_ id: PurchaseID, item: Int) -> Int {
        rows[id]?.entries.reduce(0) { $0 + ($1.fulfillment.item == item ? $1.fulfillment.quantity : 0) } ?? 0
    }

    /// What it has against a request, in words; nil: nothing.
    func objection(to request: FulfillmentRequest) -> String? {
        for purchase in request.purchases {
            guard let row = rows[purchase.id], !row.isPoison else {
                return "Purchase \(purchase.id) is refused."
            }
            for line in purchase.lines where !habits.acceptsOvershipping {
                let after = net(purchase.id, item: line.item) + line.quantity
                if after > row.purchase.item(line.item)?.quantity ?? 0 || after < 0 {
                    return "Item \(line.item) of \(purchase.id) has not so many."
                }
            }
        }
        return nil
    }

    /// - Parameter lag: milliseconds before the list shows it.
    func apply(_ line: FulfillmentLine, to id: PurchaseID, origin: Origin, now: Int64, lag: Int64 = 0) {
        guard var row = rows[id] else { return }
        let fulfillment = Fulfillment(
            item: line.item, at: seconds(now), quantity: line.quantity, deliverBy: line.deliverBy,
            tracking: line.tracking, address: line.address)
        row.entries.append(
            Entry(fulfillment: fulfillment, origin: origin, landedAt: now, visibleAt: now + lag))
        if habits.movesLastModified { row.purchase.lastModified = seconds(now) }
        if origin.box == nil { row.touchedAt.append(now) }
        rows[id] = row
    }

    func reply(to request: FulfillmentRequest) -> FulfillmentReply {
        var remaining: [PurchaseID: [Int: Int]] = [:]
        for purchase in request.purchases {
            guard let row = rows[purchase.id] else { continue }
            for line in purchase.lines {
                let figures = Figures(row.purchase).item(line.item)
                let net = net(purchase.id, item: line.item)
                remaining[purchase.id, default: [:]][line.item] = figures.map {
                    habits.variant.remaining($0, net: net)
                }
            }
        }
        return FulfillmentReply(remaining: remaining)
    }
}
