import FoundationEssentials
import Hummingbird
import Model

/// The other side of the counter, for scripts and for tests in other processes: what a packer elsewhere, a
/// customer or the office does, the truth to compare with, and faults. No client of the store calls these.
///
/// Bodies and answers are JSON; every path stands below `/control`.
struct ControlRoutes: Sendable {
    let simulator: Simulator

    func add(to router: Router<BasicRequestContext>) {
        let control = router.group("control")
        addReads(to: control)
        addMoreReads(to: control)
        addActs(to: control)
        addFaults(to: control)
    }

    private func addReads(to control: RouterGroup<BasicRequestContext>) {
        control.get("state") { _, _ in try json(ControlState(simulator)) }
        control.get("requests") { _, _ in try json(simulator.recorder.requests) }
        // What was written since the start; with `?purchase=ID`, all of that purchase.
        control.get("ledger") { request, _ in
            guard let id = purchaseID(request) else {
                return try json(simulator.store.written.map(ControlEntry.init))
            }
            let ledger = simulator.store.purchase(id)?.ledger ?? []
            return try json(ledger.map { ControlEntry(purchase: id, entry: $0) })
        }
        // `?purchase=ID`: as it is, with all that may be asked for; null where there is none.
        control.get("purchase") { request, _ in
            let all = Includes(refunds: true, fulfillments: true, transfers: true)
            let purchase = purchaseID(request).flatMap { simulator.store.purchase($0) }
            return try json(purchase.map { WirePurchase(purchase: $0, includes: all) })
        }
        control.get("race-purchase") { request, _ in
            let purchase = purchaseID(request).flatMap { simulator.race.purchase($0) }
            return try json(purchase.map { WireRacePurchase(purchase: $0) })
        }
    }

    private func addMoreReads(to control: RouterGroup<BasicRequestContext>) {
        // `?id=ID`: as it is; null where there is none.
        control.get("order") { request, _ in
            let order = request.uri.queryParameters["id"].flatMap { simulator.orders.order(String($0)) }
            return try json(order.map { WireStockOrder(order: $0) })
        }
        control.get("listing") { request, _ in
            let id = request.uri.queryParameters["id"].flatMap { Int($0) }
            let listing = id.flatMap { simulator.inventory.listing($0) }
            return try json(listing.map { WireListing(listing: $0) })
        }
        control.get("listing-updates") { _, _ in
            try json(simulator.inventory.written.map { ControlChange($0) })
        }
        // Every update of an order since the start, in order.
        control.get("order-updates") { _, _ in
            try json(simulator.orders.written.map { ControlUpdate($0) })
        }
    }

    private func addActs(to control: RouterGroup<BasicRequestContext>) {
        let store = simulator.store
        act("fulfillment", control) { order in
            store.shipElsewhere(
                try order.purchase(), item: try order.item(), quantity: try order.quantity(),
                tracking: order.tracking)
        }
        act("cancellation", control) { order in
            store.cancel(
                try order.purchase(), item: try order.item(), quantity: try order.quantity(),
                refundInCents: order.refundInCents)
        }
        act("clearing", control) { order in store.clear(try order.purchase(), order.cleared ?? true) }
        act("address", control) { order in store.readdress(try order.purchase(), to: order.address?.address) }
        act("race-cancellation", control) { order in
            simulator.race.cancel(try order.purchase(), line: order.line, quantity: order.lineQuantity)
        }
        // What it names is set; what it leaves out stays.
        act("order", control) { order in
            simulator.orders.change(try order.order()) { changed in
                changed.status = order.status ?? changed.status
                changed.tracking = order.tracking ?? changed.tracking
                changed.address = order.address?.address ?? changed.address
            }
        }
        act("listing", control) { order in
            simulator.inventory.change(try order.listingID()) { changed in
                changed.values["in_hand"] = .flag(order.inHandOn == nil)
                changed.values["in_hand_on"] = order.inHandOn.map { .text($0.description) }
            }
        }
        act("time", control) { order in simulator.clock.advance(seconds: try order.seconds()) }
        act("late", control) { _ in simulator.faults.landLate() }
        act("reveal", control) { _ in
            store.revealEntries()
            simulator.orders.reveal()
            simulator.inventory.reveal()
        }
    }

    private func addFaults(to control: RouterGroup<BasicRequestContext>) {
        control.post("faults") { request, _ in
            let order: FaultOrder = try await body(of: request)
            simulator.faults.add(try order.rule())
            return HTTPResponse.Status.noContent
        }
        control.delete("faults") { _, _ in
            simulator.faults.clear()
            return HTTPResponse.Status.noContent
        }
        control.delete("requests") { _, _ in
            simulator.recorder.forget()
            return HTTPResponse.Status.noContent
        }
    }

    private func act(
        _ path: RouterPath, _ control: RouterGroup<BasicRequestContext>,
        _ perform: @escaping @Sendable (ControlOrder) throws -> Void
    ) {
        control.post(path) { request, _ in
            try perform(try await body(of: request))
            return HTTPResponse.Status.noContent
        }
    }

    private func purchaseID(_ request: Request) -> Int? {
        request.uri.queryParameters["purchase"].flatMap { Int($0) }
    }

    private func json(_ value: some Encodable) throws -> Response { try Answer(json: value).response() }

    /// An empty body counts as an empty object.
    private func body<Value: Decodable>(of request: Request) async throws -> Value {
        let bytes = Data(try await request.body.collect(upTo: 1 << 20).readableBytesView)
        do {
            return try JSONDecoder().decode(Value.self, from: bytes.isEmpty ? Data("{}".utf8) : bytes)
        } catch {
            throw HTTPError(.badRequest, message: "\(error)")
        }
    }
}
