import Cache
import Model

/// The lines of one request on their way into the outbox, inside one transaction.
struct Admission {
    let request: MarkRequest
    let action: ActionID
    /// Unix milliseconds.
    let now: Int64
    let writer: CacheWriter
    private(set) var marks: [Mark] = []
    private(set) var refusals: [Refusal] = []
    private(set) var surprises: [Surprise] = []

    init(request: MarkRequest, action: ActionID, now: Int64, writer: CacheWriter) {
        self.request = request
        self.action = action
        self.now = now
        self.writer = writer
    }

    mutating func admit(_ line: MarkLine) throws {
        let before = marks.count
        do {
            if let rules = try rules(of: line.key.store) {
                try admitValues(line, rules)
            } else if request.verb == .change {
                throw Refusal.notCapable("\(line.key.purchase) has no values that could be changed; ship it.")
            } else if request.verb == .undo {
                try admitUndo(line)
                try compare(marks[before...], with: line)
            } else {
                try admitShipment(line)
                try compare(marks[before...], with: line)
            }
        } catch let refusal as Refusal {
            refusals.append(refusal)
        }
    }

    /// Nil where the store keeps a ledger.
    func rules(of store: StoreID) throws -> (any ValueRules)? {
        try writer.store(store)?.identity.api.valueRules
    }

    private mutating func compare(_ made: ArraySlice<Mark>, with line: MarkLine) throws {
        let accepted = made.reduce(0) { $0 + abs($1.quantity) }
        guard let promised = line.promised, promised != accepted else { return }
        let others = try writer.marks(of: line.key).filter {
            $0.action != action && $0.author.station != request.author.station
        }
        surprises.append(
            Surprise(
                purchase: line.key.purchase, promised: promised, accepted: accepted,
                other: others.last?.author))
        try writer.audit(
            AuditEntry(
                at: now, author: request.author, store: line.key.store, purchase: line.key.purchase,
                action: action, event: "differs",
                words: "The preview said \(promised), \(accepted) could be accepted."))
    }

    /// Counted anew for every item: in this transaction the marks just made count as waiting.
    func detail(_ line: MarkLine) throws -> PurchaseDetail {
        guard let detail = try writer.detail(line.key) else {
            throw Refusal.unknownPurchase(line.key.purchase)
        }
        return detail
    }

    private mutating func admitShipment(_ line: MarkLine) throws {
        let detail = try detail(line)
        try checkPurchase(detail)
        var current = detail
        for (place, item) in try items(of: line, in: detail).enumerated() {
            if place > 0 { current = try self.detail(line) }
            let quantity = try safeQuantity(line, figures: current.figures.item(item), item: item)
            if quantity > 0 { try insert(shipping: quantity, of: item, by: line, in: detail) }
        }
    }

    private func checkPurchase(_ detail: PurchaseDetail) throws {
        let id = detail.purchase.id
        if detail.isGone || detail.purchase.isCleared { throw Refusal.gone(id) }
        if let hold = detail.hold { throw Refusal.held(id, reason: hold.reason) }
        let age = now / 1_000 + detail.clockOffset - detail.purchase.purchasedAt
        if !request.evenIfYoung, age < clearWindow { throw Refusal.young(id, seconds: clearWindow - age) }
        guard request.verb == .ship, detail.store.capabilities.addresses else { return }
        let address = request.address ?? detail.purchase.address ?? ShippingAddress()
        if !address.isUsable { throw Refusal.noUsableAddress(id, missing: address.missingParts) }
    }

    private func items(of line: MarkLine, in detail: PurchaseDetail) throws -> [Int] {
        if let item = line.item {
            guard detail.purchase.item(item) != nil else {
                throw Refusal.unknownItem(line.key.purchase, item: item)
            }
            return [item]
        }
        let safe = detail.figures.items.filter { $0.safe > 0 }.map(\.item.num)
        if safe.isEmpty { throw Refusal.nothingSafe(line.key.purchase, item: nil) }
        return safe
    }

    private func safeQuantity(_ line: MarkLine, figures: ItemFigures?, item: Int) throws -> Int {
        let safe = figures?.safe ?? 0
        guard let asked = line.quantity else {
            // A line that named no item takes what is left of each; one of several may have nothing left.
            if safe == 0, line.item != nil { throw Refusal.nothingSafe(line.key.purchase, item: item) }
            return safe
        }
        if asked < 1 { throw Refusal.badQuantity(line.key.purchase, item: item) }
        if safe == 0 { throw Refusal.nothingSafe(line.key.purchase, item: item) }
        if asked > safe {
            throw Refusal.moreThanSafe(line.key.purchase, item: item, asked: asked, safe: safe)
        }
        return asked
    }

    private mutating func insert(
        shipping quantity: Int, of item: Int, by line: MarkLine, in detail: PurchaseDetail
    ) throws {
        var mark = draft(of: item, quantity: quantity, in: detail)
        mark.tracking = line.tracking ?? request.tracking
        mark.deliverBy = line.deliverBy ?? request.deliverBy
        mark.address = request.verb == .ship ? request.address ?? detail.purchase.address : nil
        try insert(mark)
    }

    func draft(of item: Int, quantity: Int, in detail: PurchaseDetail) -> Mark {
        Mark(
            id: MarkID(0), action: action, store: detail.store.id, purchase: detail.purchase.id, item: item,
            quantity: quantity, verb: request.verb, basis: Basis(of: item, in: detail),
            author: request.author, madeAt: now)
    }

    mutating func insert(_ mark: Mark) throws {
        let made = try writer.insert(mark)
        marks.append(made)
        try writer.audit(
            AuditEntry(
                at: now, author: mark.author, store: mark.store, purchase: mark.purchase, mark: made.id,
                action: action, event: made.state == .dropped ? "dropped" : "queued",
                words: made.reason ?? "Written down; nothing was sent yet."))
    }
}

extension Basis {
    /// What the cache knows of an item now.
    init(of item: Int, in detail: PurchaseDetail, setting sets: Attributes? = nil) {
        self.init(
            net: detail.figures.item(item)?.net ?? 0, lastModified: detail.purchase.lastModified,
            address: detail.purchase.address, entries: detail.purchase.entries(of: item),
            values: sets.map { detail.purchase.attributes.only($0.names) })
    }
}
