import FoundationEssentials
import Model

/// The two endpoints of the simulated Tixstock.
struct TixstockEndpoints {
    let book: OrderBook
    let settings: TixstockSettings
    let limit: RateLimit
    let faults: FaultPlan

    init(book: OrderBook, settings: TixstockSettings, clock: ServerClock, faults: FaultPlan) {
        self.book = book
        self.settings = settings
        self.faults = faults
        limit = RateLimit(limit: settings.callsPerMinute, seconds: 60, clock: clock)
    }

    /// - Parameter number: the request's, as the recorder counts.
    func answer(_ call: Call, number: Int, fault: Fault?) -> Answer {
        do throws(TixstockError) {
            guard limit.admits() else { throw .told(429, "Too Many Attempts.") }
            guard let token = call.bearer else { throw .told(100, "No bearer token was provided.") }
            guard token == settings.token else { throw .told(401, "Unauthenticated.") }
            if let name = call.query.first?.name { throw .invalid(["The \(name) parameter is unknown."]) }
            switch call.endpoint {
            case .order: return try read(call, fault)
            default: return try update(call, number, fault)
            }
        } catch {
            return error.answer(as200: settings.errsWith200)
        }
    }

    private func read(_ call: Call, _ fault: Fault?) throws(TixstockError) -> Answer {
        guard let order = book.read(call.id) else { throw .told(404, "The order was not found.") }
        var isSpoilt = false
        if case .spoiltRow = fault { isSpoilt = true }
        return try answer(order, "partner.order.add", nil, isSpoilt: isSpoilt)
    }

    private func update(_ call: Call, _ number: Int, _ fault: Fault?) throws(TixstockError) -> Answer {
        guard call.method == settings.updateVerb else { throw .told(405, "Method Not Allowed") }
        guard call.headers["content-type"]?.hasPrefix("application/json") == true else {
            throw .invalid(["The request must be application/json."])
        }
        let changed = try changed(call)
        switch fault {
        case .refusePurchase: throw .invalid(["The order \(call.id) cannot be updated."])
        case .halfApplied: throw .told(500, "Server Error")
        case .late(let milliseconds):
            faults.postpone(milliseconds: milliseconds) { [book] in
                guard let order = book.order(call.id), !order.status.isFinal,
                    let late = try? OrderChange.applied(call.body, to: order)
                else { return }
                book.write(late, by: number)
            }
            return Answer()
        case .staleReads(let milliseconds):
            let hidden = milliseconds.map { Duration.milliseconds($0) } ?? .seconds(86_400)
            book.write(changed, by: number, hiddenFor: hidden)
        default: book.write(changed, by: number)
        }
        return try answer(changed, "partner.order.update", "The order has been successfully updated.")
    }

    private func changed(_ call: Call) throws(TixstockError) -> StockOrder {
        guard let order = book.order(call.id) else { throw .told(404, "The order was not found.") }
        guard !order.status.isFinal else { throw .invalid(["The order can no longer be updated."]) }
        return try OrderChange.applied(call.body, to: order)
    }

    private func answer(
        _ order: StockOrder, _ type: String, _ message: String?, isSpoilt: Bool = false
    ) throws(TixstockError) -> Answer {
        let body = Body(
            data: WireStockOrder(order: order, isSpoilt: isSpoilt),
            meta: ["type": type, "mode": settings.mode, "request_id": "demo-\(order.id)"], message: message)
        do {
            return try Answer(json: body)
        } catch {
            throw .told(500, "The answer cannot be written.")
        }
    }

    private struct Body: Encodable {
        var data: WireStockOrder
        var meta: [String: String]
        var message: String?
    }
}
