import FoundationEssentials

extension TicketStoreEndpoints {
    func fulfillment(_ call: Call, number: Int, fault: Fault?) throws(StoreError) -> Answer {
        try QueryCheck(call, allowed: ["ticket_event_id"]).event(ticketEventID)
        let request = try FulfillmentRequest(call)
        switch fault {
        case .refusePurchase(let place):
            let id = request.purchases[min(max(0, place), request.purchases.count - 1)].id
            throw .submission("Store purchase \(id) cannot be fulfilled.")
        case .refuse(let id) where request.purchases.contains { $0.id == id }:
            throw .submission("Store purchase \(id) cannot be fulfilled.")
        case .halfApplied(let count):
            try store.fulfill(request, by: number, limit: count)
            return Fault.ownError(500, "An unexpected error has occurred.")
        case .late(let milliseconds):
            faults.postpone(milliseconds: milliseconds) { [store] in
                try? store.fulfill(request, by: number)
            }
            return Answer()
        case .staleReads(let milliseconds):
            let hidden = milliseconds.map { Duration.milliseconds($0) } ?? .seconds(86_400)
            try store.fulfill(request, by: number, hiddenFor: hidden)
        default:
            try store.fulfill(request, by: number)
        }
        return try encode(["store_purchases": request.purchases.map(remaining)])
    }

    private func remaining(_ wanted: FulfillmentRequest.Wanted) -> WireRemaining {
        let purchase = store.purchase(wanted.id)
        var nums: [Int] = []
        for line in wanted.lines where !nums.contains(line.item) { nums.append(line.item) }
        let lines = nums.map { num in
            WireRemaining.Line(
                purchased_item_num: num,
                new_quantity_remaining: purchase.map { store.remaining(num, of: $0) } ?? 0)
        }
        return WireRemaining(store_purchase_id: wanted.id, remaining_quantities: lines)
    }
}

/// The names are the wire's.
private struct WireRemaining: Encodable {
    struct Line: Encodable {
        var purchased_item_num: Int
        var new_quantity_remaining: Int
    }

    var store_purchase_id: Int
    var remaining_quantities: [Line]
}
