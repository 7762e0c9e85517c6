import APIs
import Cache
import Model
import Services
import Testing

/// An order desk: one order with values, in a cache of its own.
private final class OrderDesk {
    let cache: Cache
    let outbox: Outbox
    private let path: String
    private let epoch: Int64
    private var requests = 0
    static let key = PurchaseKey(store: StoreID(1), purchase: PurchaseID("T1"))

    init(_ values: Attributes = ["order_status": "Approved", "shipping_tracking_id": ""]) throws {
        (path, cache) = try CachePool.take(.tixstock)
        outbox = Outbox(cache: cache, store: StoreID(1))
        epoch = try outbox.takeOver(now: 1)
        try show(values, at: 1_000)
    }

    deinit { CachePool.giveBack(path, cache) }

    static func order(_ values: Attributes) -> Purchase {
        var order = Purchase(
            id: key.purchase, purchasedAt: 1, items: [PurchasedItem(num: 1, itemID: 1, quantity: 2)])
        order.attributes = values
        if OrderRules().isShipped(values) {
            order.ledger = [
                Fulfillment(item: 1, at: 5, quantity: 2, tracking: values[OrderAttribute.tracking])
            ]
        }
        return order
    }

    /// A read that began then.
    func show(_ values: Attributes, at began: Int64, isRead: Bool = true) throws {
        try outbox.absorb(
            [Self.order(values)], unread: isRead ? [] : [Self.key.purchase], began: began, now: began)
    }

    func submit(
        _ verb: Verb, tracking: String? = nil, sets: Attributes = [:], at now: Int64, quantity: Int? = nil
    ) throws -> Mark {
        let request = MarkRequest(
            verb: verb, lines: [MarkLine(key: Self.key, quantity: quantity)], tracking: tracking, sets: sets,
            author: Sample.author)
        return try Marker(cache: cache).submit(request, now: now).marks[0]
    }

    func submitAll(_ verb: Verb, at now: Int64) throws -> [Mark] {
        let request = MarkRequest(verb: verb, lines: [MarkLine(key: Self.key)], author: Sample.author)
        return try Marker(cache: cache).submit(request, now: now).marks
    }

    func send(_ mark: Mark, at now: Int64) throws -> Batch? {
        requests += 1
        let current = try cache.read { try $0.mark(mark.id) } ?? mark
        return try outbox.prepare([current], epoch: epoch, request: "r\(requests)", now: now)
    }

    func hear(_ batch: Batch, _ failure: CallFailure, at now: Int64) throws {
        _ = try outbox.record(batch, .failed(failure), now: now)
    }

    func hear(_ batch: Batch, told values: Attributes?, at now: Int64) throws {
        let reply = FulfillmentReply(told: values.map { [Self.order($0)] } ?? [])
        _ = try outbox.record(batch, .ok(reply), now: now)
    }

    func mark(_ mark: Mark) throws -> Mark { try #require(try cache.read { try $0.mark(mark.id) }) }
    var detail: PurchaseDetail {
        get throws { try #require(try cache.read { try $0.detail(Self.key) }) }
    }
}

@Suite("Marks that set values")
struct ValueMarkTests {
    private let open: Attributes = ["order_status": "Approved", "shipping_tracking_id": ""]
    private let shipped: Attributes = ["order_status": "Approved", "shipping_tracking_id": "1Z"]
    private let lost = CallFailure.lost(words: "No answer.", answered: false)

    private func sentences(_ body: () throws -> Void) -> String {
        do {
            try body()
            return ""
        } catch { return ((error as? Refusals)?.all ?? []).map(\.sentence).joined() }
    }

    @Test("An answer that tells the order confirms, and the order is shipped once")
    func confirmed() throws {
        let desk = try OrderDesk()
        let mark = try desk.submit(.ship, tracking: "1Z", at: 2_000)
        #expect(mark.quantity == 2)
        #expect(try desk.detail.figures.waiting == 2)
        try desk.show(open, at: 3_000)
        let batch = try #require(try desk.send(mark, at: 3_100))
        try desk.hear(batch, told: shipped, at: 3_200)
        #expect(try desk.mark(mark).state == .confirmed)
        let detail = try desk.detail
        #expect(detail.figures.net == 2)
        #expect(detail.standing.state == .shipped)
        #expect(detail.standing.attention == [])
        #expect(sentences { _ = try desk.submit(.ship, tracking: "1Z", at: 4_000) }.contains("safe to ship"))
    }

    @Test("A part of an order is refused, and what is held or final")
    func refused() throws {
        let desk = try OrderDesk()
        #expect(
            sentences { _ = try desk.submit(.ship, tracking: "1Z", at: 2_000, quantity: 1) }
                .contains("as a whole"))
        #expect(sentences { _ = try desk.submit(.handOver, at: 2_000) }.contains("handed over"))
        try desk.show(["order_status": "Pending Review", "shipping_tracking_id": ""], at: 3_000)
        #expect(sentences { _ = try desk.submit(.ship, tracking: "1Z", at: 3_100) }.contains("on hold"))
        let approving = try desk.submit(
            .ship, tracking: "1Z", sets: ["order_status": "Approved"], at: 3_200)
        #expect(approving.sets == ["order_status": "Approved", "shipping_tracking_id": "1Z"])
        try desk.show(["order_status": "Cancelled", "shipping_tracking_id": ""], at: 4_000)
        #expect(
            sentences { _ = try desk.submit(.change, sets: ["ticket_type": "x"], at: 4_100) }.contains(
                "final"))
    }

    @Test("A lost request is sent again only over the value from before")
    func lostAndAbsent() throws {
        let desk = try OrderDesk()
        let mark = try desk.submit(.ship, tracking: "1Z", at: 2_000)
        try desk.show(open, at: 3_000)
        try desk.hear(try #require(try desk.send(mark, at: 3_100)), lost, at: 23_100)
        #expect(try desk.mark(mark).state == .unknown)
        try desk.show(open, at: 24_000)
        #expect(try desk.mark(mark).state == .unknown)
        try desk.show(open, at: 43_200)
        try desk.show(open, at: 45_300)
        #expect(try desk.mark(mark).state == .queued)
        // A third value is a person's.
        try desk.hear(try #require(try desk.send(mark, at: 45_400)), lost, at: 65_400)
        let other = open.setting(["shipping_tracking_id": "OTHER"])
        for began in [66_000, 85_500, 88_000] as [Int64] { try desk.show(other, at: began) }
        #expect(try desk.mark(mark).state == .conflict)
    }

    @Test("A lost request whose value shows is confirmed, also after it was said to be absent")
    func lostAndFound() throws {
        let desk = try OrderDesk()
        let mark = try desk.submit(.ship, tracking: "1Z", at: 2_000)
        try desk.show(open, at: 3_000)
        try desk.hear(try #require(try desk.send(mark, at: 3_100)), lost, at: 23_100)
        try desk.show(shipped, at: 24_000)
        #expect(try desk.mark(mark).state == .confirmed)
        #expect(try desk.detail.figures.net == 2)
    }

    @Test("A newer mark waits until a lost attempt can no longer land, and for one more read")
    func newerWaits() throws {
        let desk = try OrderDesk()
        let mark = try desk.submit(.ship, tracking: "1Z", at: 2_000)
        try desk.show(open, at: 3_000)
        try desk.hear(try #require(try desk.send(mark, at: 3_100)), lost, at: 23_100)
        try desk.show(shipped, at: 24_000)
        let undo = try desk.submit(.undo, at: 24_100)
        #expect(undo.sets == ["shipping_tracking_id": ""])
        try desk.show(shipped, at: 25_000)
        #expect(try desk.send(undo, at: 25_100) == nil)
        #expect(try desk.mark(undo).notBefore == 43_100)
        try desk.show(shipped, at: 43_200)
        let batch = try #require(try desk.send(undo, at: 43_300))
        try desk.hear(batch, told: open, at: 43_400)
        #expect(try desk.detail.figures.net == 0)
        #expect(try desk.detail.standing.state == .toShip)
    }

    @Test("An attempt that lands after its order was taken back is told")
    func landsLate() throws {
        let desk = try OrderDesk()
        let mark = try desk.submit(.ship, tracking: "1Z", at: 2_000)
        try desk.show(open, at: 3_000)
        try desk.hear(try #require(try desk.send(mark, at: 3_100)), lost, at: 23_100)
        for began in [24_000, 43_200, 45_300] as [Int64] { try desk.show(open, at: began) }
        try desk.hear(try #require(try desk.send(mark, at: 45_400)), told: shipped, at: 45_500)
        let undo = try desk.submit(.undo, at: 46_000)
        try desk.show(shipped, at: 47_000)
        try desk.hear(try #require(try desk.send(undo, at: 47_100)), told: open, at: 47_200)
        try desk.show(shipped, at: 60_000)
        try desk.show(shipped, at: 61_000)
        let alarms = try desk.detail.alarms
        #expect(alarms.map(\.reason) == [.landedLate])
        #expect(alarms.first?.mark == mark.id)
    }

    @Test("Somebody else's value is not overwritten, and what they changed is not ours to take back")
    func others() throws {
        let desk = try OrderDesk()
        let mark = try desk.submit(.ship, tracking: "1Z", at: 2_000)
        let other = open.setting(["shipping_tracking_id": "OTHER"])
        try desk.show(other, at: 3_000)
        #expect(try desk.send(mark, at: 3_100) == nil)
        #expect(try desk.mark(mark).state == .conflict)
        #expect(try desk.mark(mark).reason?.contains("shipping_tracking_id") == true)
        #expect(sentences { _ = try desk.submit(.undo, at: 4_000) }.contains("taken back"))
    }

    @Test("An answer that shows nothing of it is read back; one that shows the old value is a failure")
    func answersThatDoNotTell() throws {
        let desk = try OrderDesk()
        let mark = try desk.submit(.ship, tracking: "1Z", at: 2_000)
        try desk.show(open, at: 3_000)
        try desk.hear(try #require(try desk.send(mark, at: 3_100)), told: nil, at: 3_200)
        #expect(try desk.mark(mark).state == .unknown)
        try desk.show(open, at: 3_300)
        try desk.show(open, at: 5_400)
        #expect(try desk.mark(mark).state == .queued)
        try desk.hear(try #require(try desk.send(mark, at: 5_500)), told: open, at: 5_600)
        #expect(try desk.mark(mark).state == .failed)
    }

    @Test("Taking back undoes the shipment and what was changed since, newest first")
    func takesBackInOrder() throws {
        let desk = try OrderDesk()
        let ship = try desk.submit(.ship, tracking: "1Z", at: 2_000)
        try desk.show(open, at: 3_000)
        try desk.hear(try #require(try desk.send(ship, at: 3_100)), told: shipped, at: 3_200)
        let change = try desk.submit(.change, sets: ["shipping_tracking_id": "2Y"], at: 4_000)
        try desk.show(shipped, at: 4_100)
        let changed = shipped.setting(["shipping_tracking_id": "2Y"])
        try desk.hear(try #require(try desk.send(change, at: 4_200)), told: changed, at: 4_300)
        let undone = try desk.submitAll(.undo, at: 5_000)
        #expect(undone.map(\.takesBack) == [.mark(change.id), .mark(ship.id)])
        #expect(undone.map(\.sets) == [["shipping_tracking_id": "1Z"], ["shipping_tracking_id": ""]])
        try desk.show(changed, at: 5_100)
        try desk.hear(try #require(try desk.send(undone[0], at: 5_200)), told: shipped, at: 5_300)
        try desk.hear(try #require(try desk.send(undone[1], at: 5_400)), told: open, at: 5_500)
        #expect(try desk.detail.standing.state == .toShip)
        #expect(sentences { _ = try desk.submitAll(.undo, at: 6_000) }.contains("taken back"))
    }

    @Test("A change alone is taken back, too")
    func takesBackAChange() throws {
        let desk = try OrderDesk()
        let change = try desk.submit(.change, sets: ["order_status": "Pending Review"], at: 2_000)
        try desk.show(open, at: 3_000)
        let held = open.setting(["order_status": "Pending Review"])
        try desk.hear(try #require(try desk.send(change, at: 3_100)), told: held, at: 3_200)
        let undone = try desk.submitAll(.undo, at: 4_000)
        #expect(undone.map(\.sets) == [["order_status": "Approved"]])
    }

    @Test("What is so already needs no request")
    func soAlready() throws {
        let desk = try OrderDesk()
        let mark = try desk.submit(.change, sets: ["order_status": "Approved"], at: 2_000)
        try desk.show(open, at: 3_000)
        #expect(try desk.send(mark, at: 3_100) == nil)
        #expect(try desk.mark(mark).state == .confirmed)
        #expect(try desk.mark(mark).attempts == 0)
        // Where orders cannot be read, what answers told is no proof.
        let again = try desk.submit(.change, sets: ["order_status": "Approved"], at: 4_000)
        try desk.show(open, at: 5_000, isRead: false)
        #expect(try desk.send(again, at: 5_100) != nil)
    }

    @Test("Without a way to read back a person decides")
    func unread() throws {
        let desk = try OrderDesk()
        let mark = try desk.submit(.ship, tracking: "1Z", at: 2_000)
        try desk.show(open, at: 3_000, isRead: false)
        try desk.hear(try #require(try desk.send(mark, at: 3_100)), lost, at: 23_100)
        try desk.show(open, at: 24_000, isRead: false)
        #expect(try desk.mark(mark).state == .attention)
        try Marker(cache: desk.cache).settle(mark.id, as: .confirmed, by: Sample.author, now: 25_000)
        #expect(try desk.mark(mark).state == .confirmed)
    }

    @Test("What is taken back before it left is dropped, both ways")
    func droppedTogether() throws {
        let desk = try OrderDesk()
        let mark = try desk.submit(.ship, tracking: "1Z", at: 2_000)
        let undo = try desk.submit(.undo, at: 2_100)
        #expect(try desk.mark(mark).state == .dropped)
        #expect(undo.state == .dropped)
        #expect(try desk.detail.figures.safe == 2)
    }
}
