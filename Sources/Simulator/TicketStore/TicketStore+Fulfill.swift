import Model
import Synchronization

extension TicketStore {
    /// All of a request, or nothing of it and an error; by a fault, only its first `limit` purchases.
    ///
    /// - Parameter number: the request's, as the recorder counts.
    func fulfill(
        _ request: FulfillmentRequest, by number: Int, limit: Int? = nil, hiddenFor hidden: Duration? = nil
    ) throws(StoreError) {
        try writing.withLock { _ throws(StoreError) in
            try check(request)
            write(request, by: number, limit: limit, hiddenFor: hidden)
        }
    }

    private func check(_ request: FulfillmentRequest) throws(StoreError) {
        for wanted in request.purchases {
            guard let purchase = purchase(wanted.id) else {
                throw .identifier("Invalid store purchase ID: \(wanted.id)")
            }
            guard !purchase.isCleared else {
                throw .submission("Store purchase \(wanted.id) was cleared.")
            }
            try check(wanted.lines, against: purchase)
        }
    }

    private func check(_ lines: [FulfillmentRequest.Line], against purchase: Purchase) throws(StoreError) {
        var net = purchase.ledger.reduce(into: [Int: Int]()) { $0[$1.item, default: 0] += $1.quantity }
        for line in lines {
            guard let item = purchase.item(line.item) else {
                throw .identifier("Store purchase \(purchase.id) has no purchased item \(line.item).")
            }
            net[line.item, default: 0] += line.quantity
            let after = net[line.item, default: 0]
            if after < 0, !behaviour.acceptsNegativeNet {
                throw .submission(
                    "Store purchase \(purchase.id), item \(line.item): less than nothing is fulfilled.")
            }
            if after > item.quantity, line.quantity > 0, !behaviour.acceptsOvershipping {
                throw .submission(
                    "Store purchase \(purchase.id), item \(line.item): more than was purchased.")
            }
        }
    }

    private func write(
        _ request: FulfillmentRequest, by number: Int, limit: Int?, hiddenFor hidden: Duration?
    ) {
        let now = clock.now
        let until = hidden.map { ContinuousClock.now + $0 }
        let entries = request.purchases.prefix(max(0, limit ?? request.purchases.count)).flatMap { wanted in
            wanted.lines.map { line in
                WrittenEntry(
                    purchase: wanted.id, fulfillment: line.fulfillment(at: now), request: number,
                    hiddenUntil: until)
            }
        }
        append(entries)
    }

    /// `new_quantity_remaining`, counted as this store counts.
    func remaining(_ num: Int, of purchase: Purchase) -> Int {
        guard let item = purchase.item(num) else { return 0 }
        let net = purchase.ledger.filter { $0.item == num }.reduce(0) { $0 + $1.quantity }
        let cancelled = purchase.cancelled.filter { $0.kind == item.kind }.reduce(0) { $0 + $1.quantity }
        let less =
            switch behaviour.remaining {
            case .nothing: 0
            case .cancelled: min(item.quantity, cancelled)
            case .transferredOut: item.transferredOut
            case .both: min(item.quantity, cancelled) + item.transferredOut
            }
        return item.quantity - less - net
    }
}
