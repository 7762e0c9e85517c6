import APIs
import Cache
import FoundationEssentials
import Model
import Synchronization
import TestKit
import Testing

@testable import Services

/// Tixstock behind the channel: which orders a pass asks for, looks, and updates.
@Suite struct TixstockChannelTests {
    @Test func anOrderIsKeptOnceItWasFetched() async throws {
        let desk = try Desk([])
        let door = OrderDoor(["TX1": .order("Approved")])
        let channel = try door.channel(desk)
        let purchase = try #require(try await channel.fetch(PurchaseID("TX1")).result.get())
        #expect(purchase.items.map(\.quantity) == [1] && purchase.attributes["order_status"] == "Approved")
        let missing = try await channel.fetch(PurchaseID("TX2")).result.get()
        #expect(missing == nil)
        let (kept, mode, names) = try desk.cache.read { reader in
            (
                try reader.tracked(in: desk.store.id), try reader.mode(of: desk.store.id),
                try reader.names(of: desk.store.id)
            )
        }
        #expect(kept == [PurchaseID("TX1")] && mode == "Sandbox")
        #expect(names[purchase.items[0].kind] == "Paper, Block 12")
    }

    @Test func aFullPassAsksForAllButTheClosedAndAPageOfMissingOnesDoesNotEndIt() async throws {
        let ids = (100..<145).map { "TX\($0)" }
        let desk = try Desk([])
        let door = OrderDoor(Dictionary(uniqueKeysWithValues: ids.map { ($0, .order("Approved")) }))
        let channel = try door.channel(desk)
        for id in ids { _ = await channel.fetch(PurchaseID(id)) }
        for id in ids.prefix(22) { door.put(id, .gone) }
        door.put("TX144", .order("Cancelled"))
        _ = await channel.fetch(PurchaseID("TX144"))
        door.forget()
        var rows: [Int] = []
        for number in 1...3 {
            rows.append(try await channel.page(PurchasesRequest(page: number)).result.get().rowCount)
        }
        #expect(rows == [18, 5, 0])
        #expect(door.asked.sorted() == ids.dropLast().map { "GET \($0)" })
        #expect(channel.canGoOn(from: 2) && channel.canGoOn(from: 3))
        #expect(!(try door.channel(desk).canGoOn(from: 2)))
    }

    @Test func betweenFullPassesAFewOfTheOpenOnesAreAskedForTheLongestUnreadFirst() async throws {
        let ids = (100..<130).map { "TX\($0)" }
        let desk = try Desk([])
        let door = OrderDoor(Dictionary(uniqueKeysWithValues: ids.map { ($0, .order("Approved")) }))
        let clock = Mutex<Int64>(1_000_000)
        let channel = try door.channel(desk) {
            clock.withLock { time in
                time += 1_000; return time
            }
        }
        for id in ids { _ = await channel.fetch(PurchaseID(id)) }
        door.put("TX100", .order("Approved", tracking: "1Z"))
        _ = await channel.fetch(PurchaseID("TX100"))
        door.forget()
        let page = try await channel.page(PurchasesRequest(modifiedSince: 1)).result.get()
        #expect(page.rowCount == 20)
        #expect(door.asked.sorted() == ids.dropFirst().prefix(20).map { "GET \($0)" })
        #expect(
            try await channel.page(PurchasesRequest(page: 2, modifiedSince: 1)).result.get().rowCount == 0)
    }

    @Test func aPassLeavesAThirdOfTheMinuteToPeople() async throws {
        let desk = try Desk([])
        let door = OrderDoor(["TX1": .order("Approved")])
        let budget = CallBudget(limit: 300, seconds: 60) { 5 }
        let channel = try door.channel(desk, budget: budget)
        _ = await channel.fetch(PurchaseID("TX1"))
        for _ in 0..<198 { _ = await channel.look(PurchasesRequest(), for: []) }
        _ = try await channel.page(PurchasesRequest()).result.get()
        guard case .throttled(60?, _) = await channel.page(PurchasesRequest()).failure else {
            Issue.record("a pass that goes on")
            return
        }
        #expect(await channel.look(PurchasesRequest(), for: [PurchaseID("TX1")]).value?.rowCount == 1)
    }

    @Test func whatTheServerDoesNotTellStandsAsItWas() async throws {
        let desk = try Desk([])
        let door = OrderDoor(["TX1": .order("Approved"), "TX2": .order("Approved")])
        let channel = try door.channel(desk)
        for id in ["TX1", "TX2"] { _ = await channel.fetch(PurchaseID(id)) }
        door.put("TX1", .noSuchCall)
        door.put("TX2", .gone)
        let ids: Set = [PurchaseID("TX1"), PurchaseID("TX2")]
        let page = try await channel.look(PurchasesRequest(), for: ids).result.get()
        #expect(page.purchases.map(\.id) == [PurchaseID("TX1")] && page.unread == [PurchaseID("TX1")])
        #expect(page.purchases.first?.attributes["order_status"] == "Approved")
        door.put("TX1", .down)
        #expect(await channel.look(PurchasesRequest(), for: ids).failure != nil)
    }

    @Test func anIDThatCannotBeReadIsKeptAsItWasTyped() async throws {
        let desk = try Desk([])
        let door = OrderDoor(["TX1": .noSuchCall])
        let channel = try door.channel(desk)
        let purchase = try #require(try await channel.fetch(PurchaseID("TX1")).result.get())
        #expect(purchase.attributes.isEmpty && purchase.items.map(\.quantity) == [1])
        #expect(try desk.cache.read { try $0.tracked(in: desk.store.id) } == [PurchaseID("TX1")])
        door.put("TX2", .wrongWay)
        #expect(await channel.fetch(PurchaseID("TX2")).failure != nil)
    }

    // MARK: Updates

    private func batch(_ sets: Attributes, attempts: Int = 1) -> Batch {
        let mark = Sample.mark { mark in
            mark.purchase = PurchaseID("TX1")
            mark.sets = sets
            mark.attempts = attempts
        }
        let item = PurchasedItem(num: 1, itemID: 0, quantity: 1)
        let before = ItemFigures(
            item: item, cancelled: 0, transferredOut: 0, net: 0, waiting: 0, safe: 1, serverRemaining: nil)
        return Batch(request: "r", lines: [Batch.Line(mark: mark, before: before)])
    }

    @Test func anUpdateTellsTheOrderAndWhatItsAnswerHasNoPlaceFor() async throws {
        let desk = try Desk([])
        let door = OrderDoor(["TX1": .order("Approved")])
        let channel = try door.channel(desk)
        _ = await channel.fetch(PurchaseID("TX1"))
        door.put("TX1", .order("Approved", tracking: "1Z"))
        let sets: Attributes = ["shipping_tracking_id": "1Z", "customer.dob": "1993-06-24"]
        let told = try #require(try await channel.fulfill(batch(sets)).result.get().told.first)
        #expect(told.attributes["shipping_tracking_id"] == "1Z" && told.ledger.count == 1)
        #expect(told.attributes["customer.dob"] == "1993-06-24")
        #expect(door.asked.last == "POST TX1")
    }

    @Test func aRefusalOfASecondTryIsComparedWithTheOrder() async throws {
        let desk = try Desk([])
        let door = OrderDoor(["TX1": .order("Approved")])
        let channel = try door.channel(desk)
        _ = await channel.fetch(PurchaseID("TX1"))
        door.put("TX1", .order("Commissionable"))
        door.refusesUpdates()
        let sets: Attributes = ["order_status": "Commissionable"]
        guard case .named = await channel.fulfill(batch(sets)).failure else {
            Issue.record("a first try that is refused")
            return
        }
        let told = try await channel.fulfill(batch(sets, attempts: 2)).result.get().told
        #expect(told.first?.attributes["order_status"] == "Commissionable")
        let other: Attributes = ["order_status": "Refunded"]
        #expect(await channel.fulfill(batch(other, attempts: 2)).failure != nil)
    }

    @Test func aLabelGoesOutFromItsShelfOrNotAtAll() async throws {
        let desk = try Desk([])
        let door = OrderDoor(["TX1": .order("Approved")])
        let folder = try TemporaryFolder("labels")
        let shelf = LabelShelf(directory: folder.path)
        let channel = try door.channel(desk, shelf: shelf)
        _ = await channel.fetch(PurchaseID("TX1"))
        let label = try PDFFile(Data("%PDF-1.4 one %%EOF".utf8))
        let sets: Attributes = ["shipping_label_raw": LabelShelf.name(of: label).description]
        guard case .named(let words, _) = await channel.fulfill(batch(sets)).failure else {
            Issue.record("a label that is not there")
            return
        }
        #expect(words.contains("shipping_label_raw") && door.asked.count == 1)
        try shelf.keep(label)
        let told = try await channel.fulfill(batch(sets)).result.get().told
        #expect(door.bodies.last?.contains(label.bytes.base64EncodedString()) == true)
        #expect(told.first?.attributes["shipping_label_raw"] == sets["shipping_label_raw"])
    }
}

/// Answers by the order's id, and remembers what was asked.
private final class OrderDoor: Sendable {
    enum Answer {
        case order(String, tracking: String? = nil)
        case gone, noSuchCall, wrongWay, down
    }
    private struct State {
        var answers: [String: Answer]
        var asked: [String] = []
        var bodies: [String] = []
        var refuses = false
    }
    private let state: Mutex<State>

    init(_ answers: [String: Answer]) { state = Mutex(State(answers: answers)) }

    /// `GET TX1`, in the order asked.
    var asked: [String] { state.withLock { $0.asked } }
    var bodies: [String] { state.withLock { $0.bodies } }
    func put(_ id: String, _ answer: Answer) { state.withLock { $0.answers[id] = answer } }
    func refusesUpdates() { state.withLock { $0.refuses = true } }
    func forget() { state.withLock { $0.asked = [] } }

    func channel(
        _ desk: Desk, budget: CallBudget = CallBudget(limit: 10_000, seconds: 60),
        shelf: LabelShelf = LabelShelf(directory: "/dev/null"),
        now: (@Sendable () -> Int64)? = nil
    ) throws -> TixstockChannel {
        let door = HTTPDoor { call throws(HTTPFault) in self.answer(call) }
        let client = TixstockClient(
            baseURL: "http://127.0.0.1:1", token: TixstockToken("token-1"), http: door, budget: budget)
        var clock = ServiceClock.system
        if let now { clock.now = now }
        return TixstockChannel(
            client: client, cache: desk.cache, store: desk.store.id, shelf: shelf, clock: clock)
    }

    private func answer(_ call: HTTPCall) -> HTTPAnswer {
        let id = String(call.path.split(separator: "/").last ?? "")
        let (answer, refuses) = state.withLock { state in
            state.asked.append("\(call.verb.rawValue) \(id)")
            if let body = call.body { state.bodies.append(String(decoding: body, as: UTF8.self)) }
            return (state.answers[id] ?? .gone, state.refuses && call.verb != .get)
        }
        if refuses { return Self.whole(422, #"{"data": [], "errors": ["The order is closed."]}"#) }
        switch answer {
        case .order(let status, let tracking): return Self.whole(200, Self.order(id, status, tracking))
        case .gone: return Self.whole(404, #"{"data": [], "errors": {"title": "None.", "code": "404"}}"#)
        case .noSuchCall: return Self.whole(405, "<html>no</html>")
        case .wrongWay: return Self.whole(404, "<html>no</html>")
        case .down: return Self.whole(503, "<html>no</html>")
        }
    }

    private static func whole(_ status: Int, _ body: String) -> HTTPAnswer {
        HTTPAnswer(head: HTTPHead(status: status), body: Data(body.utf8))
    }

    private static func order(_ id: String, _ status: String, _ tracking: String?) -> String {
        """
        {"data": {"id": "\(id)", "date": "2020-04-05T21:30:00+0000",
          "customer": {"id": "C1", "first_name": "Ines", "last_name": "Okafor", "shipping_address": {
            "address_line_1": "1 Quay", "town": "Cork", "postcode": "T12", "country_code": "IE"}},
          "items": [{"listing_id": "77", "general_admission": "true", "type": "Paper",
            "section": "Block 12", "row": ""}],
          "quantity": 1, "currency": "GBP", "status": "\(status)",
          "shipping_tracking_id": \(tracking.map { "\"\($0)\"" } ?? "null"), "shipping_label": "",
          "shipping_label_raw": ""}, "meta": {"mode": "Sandbox"}}
        """
    }
}
