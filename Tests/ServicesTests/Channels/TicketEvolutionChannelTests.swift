import APIs
import Cache
import FoundationEssentials
import Model
import Synchronization
import Testing

@testable import Services

/// An office's inventory behind the channel: pages, looks, and changes.
@Suite struct TicketEvolutionChannelTests {
    private static let group = """
        {"id": 5, "quantity": 2, "section": "101", "row": "A", "in_hand": false, "in_hand_on": "2030-01-31",
         "event": {"id": 77, "name": "Harbour Lights"}}
        """

    @Test func theListIsReadByItsOwnCursorAndEndsWithoutANewID() async throws {
        let door = OfficeDoor([
            ("state=MAPPED", #"[{"id": 5, "remote_id": 10, "event_id": 77}, {"id": 6, "remote_id": 12}]"#),
            ("mass_index", #"{"ticket_groups": [\#(Self.group)]}"#),
            // The same page again: nothing new, so the mapped ones are over.
            ("page%5Bcursor%5D=13", #"[{"id": 6, "remote_id": 12}, {"id": 5, "remote_id": 10}]"#),
            ("state=UNMAPPED", #"[{"id": null, "remote_id": 11, "event_id": null}]"#),
            ("page%5Bcursor%5D=12", "[]"),
        ])
        let desk = try Desk([])
        let channel = door.channel(desk)
        #expect(!channel.canGoOn(from: 2))
        let first = try await channel.page(PurchasesRequest()).result.get()
        #expect(first.purchases.map(\.id.text) == ["5", "6"] && first.setAside.isEmpty)
        #expect(first.purchases.map { $0.items.map(\.quantity) } == [[2], [1]])
        #expect(channel.canGoOn(from: 2))
        let second = try await channel.page(PurchasesRequest(page: 2)).result.get()
        #expect(second.purchases.isEmpty && second.setAside.count == 1)
        #expect(second.setAside[0].sentence?.contains("One listing is not mapped") == true)
        let last = try await channel.page(PurchasesRequest(page: 3)).result.get()
        #expect(last.rowCount == 0)
        #expect(door.asked.count == 5 && door.misses.isEmpty, "\(door.misses)")
        let names = try desk.cache.read { try $0.names(of: desk.store.id) }
        #expect(names[ItemKind(itemID: 77)] == "Harbour Lights")
        #expect(names[ItemKind(itemID: 77, variantID: 1)] == "Harbour Lights, 101, row A")
    }

    @Test func whatIsInHandHasAnEntryThatKeepsItsTime() async throws {
        let here = Self.group.replacing(#""in_hand": false"#, with: #""in_hand": true"#)
        let door = OfficeDoor([("ticket_groups/5", here)])
        let desk = try Desk([])
        let first = try await look(door.channel(desk, at: 900_000), [5])
        #expect(first.ledger == [Fulfillment(item: 1, at: 900, quantity: 2)])
        try desk.outbox.absorb([first], began: 1_000, now: 1_000)
        #expect(try await look(door.channel(desk, at: 950_000), [5]).ledger == first.ledger)
        #expect(try #require(first.attributes["in_hand_on"]) == "2030-01-31")
    }

    @Test func oneByItselfTellsSeatsThatStayWhenTheListTellsNone() async throws {
        let seats = Self.group.replacing(
            "}}", with: #"}, "tickets": [{"seat": 4, "barcode": "AB1"}, {"seat": 5}]}"#)
        let door = OfficeDoor([
            ("ticket_groups/5", seats), ("state=MAPPED", #"[{"id": 5, "remote_id": 10}]"#),
            ("mass_index", #"{"ticket_groups": [\#(Self.group)]}"#),
        ])
        let desk = try Desk([])
        let channel = door.channel(desk)
        #expect(await channel.read(PurchaseID(5)) == nil)
        let key = PurchaseKey(store: desk.store.id, purchase: PurchaseID(5))
        let kept = try #require(try desk.cache.read { try $0.purchase(key) })
        #expect(kept.attributes["seats[0].barcode"] == "AB1" && kept.attributes["seats[1].seat"] == "5")
        let page = try await channel.page(PurchasesRequest()).result.get()
        #expect(page.purchases.first?.attributes["seats[0].barcode"] == "AB1")
    }

    /// What a mark waits for is read by whoever sends it, and by nobody else.
    @Test func oneThatIsMarkedIsLeftAloneAndARefusalIsASentence() async throws {
        let door = OfficeDoor([("ticket_groups/5", Self.group)])
        let desk = try Desk([])
        let listing = Purchase(
            listing: PurchaseID(5), values: ["in_hand": "false", "in_hand_on": "2030-02-02"],
            kind: ItemKind(itemID: 77), shippedAt: nil)
        let key = PurchaseKey(store: desk.store.id, purchase: PurchaseID(5))
        try desk.cache.write { writer in
            try writer.save([listing], in: desk.store.id, readBegan: 1)
            let action = try writer.insertAction(.ship, by: Sample.author, at: 9)
            _ = try writer.insert(
                Sample.mark(state: .queued) {
                    ($0.id, $0.action, $0.store, $0.purchase) = (MarkID(0), action, key.store, key.purchase)
                })
        }
        #expect(await door.channel(desk).read(PurchaseID(5)) == nil)
        let kept = try #require(try desk.cache.read { try $0.purchase(key) })
        #expect(kept.attributes["in_hand_on"] == "2030-02-02")
        door.refuses = true
        #expect(
            await door.channel(desk).read(PurchaseID(5)) == "These credentials may not read ticket groups.")
        #expect(
            await OfficeDoor([]).channel(desk).read(PurchaseID(6)) == "The store tells of no such listing.")
    }

    @Test func manyAreReadInOneAnswerAndTheRestByThemselves() async throws {
        let door = OfficeDoor([
            ("mass_index", #"{"ticket_groups": [\#(Self.group)]}"#), ("ticket_groups/6", Self.group),
        ])
        let desk = try Desk([])
        defer { withExtendedLifetime(desk) {} }
        let page = try await door.channel(desk).look(
            PurchasesRequest(), for: Set((5...10).map { PurchaseID($0) })
        ).result.get()
        #expect(page.purchases.map(\.id.text).sorted() == ["5", "6"] && page.unread.isEmpty)
        #expect(door.asked.count == 6)
    }

    @Test func whereTicketGroupsAreRefusedNothingIsReadAndNothingPauses() async throws {
        let door = OfficeDoor([("v9/inventory?", #"[{"id": 5, "remote_id": 10, "event_id": 77}]"#)])
        door.refuses = true
        let desk = try Desk([])
        defer { withExtendedLifetime(desk) {} }
        let channel = door.channel(desk)
        let page = try await channel.look(PurchasesRequest(), for: [PurchaseID(5)]).result.get()
        #expect(page.purchases.map(\.id.text) == ["5"] && page.unread == [PurchaseID(5)])
        let list = try await channel.page(PurchasesRequest()).result.get()
        #expect(list.purchases.map(\.id.text) == ["5"] && list.unread == [PurchaseID(5)])
    }

    @Test func credentialsThatMayNothingAreRefused() async throws {
        let door = OfficeDoor([])
        door.refuses = true
        let desk = try Desk([])
        defer { withExtendedLifetime(desk) {} }
        let failure = await door.channel(desk).look(PurchasesRequest(), for: [PurchaseID(5)]).failure
        guard case .refused = failure else { throw Unexpected() }
    }

    @Test func whatDoesNotExistIsNotShown() async throws {
        let desk = try Desk([])
        defer { withExtendedLifetime(desk) {} }
        let page = try await OfficeDoor([]).channel(desk).look(
            PurchasesRequest(), for: [PurchaseID(5)]
        ).result.get()
        #expect(page.rowCount == 0 && page.unread.isEmpty)
    }

    @Test func aBatchIsOneCallAndTellsEach() async throws {
        let answer = #"{"inventory": [{"id": "5", "in_hand": true}, {"id": "6", "in_hand": true}]}"#
        let door = OfficeDoor([("PATCH", answer)])
        let desk = try Desk([])
        let reply = try await door.channel(desk).fulfill(Self.batch([5, 6, 7])).result.get()
        // The third is not refused: it is read back.
        #expect(reply.told.map(\.id.text) == ["5", "6"])
        #expect(reply.told.allSatisfy { $0.attributes["in_hand"] == "true" })
        #expect(door.bodies == [#"{"ids":[5,6,7],"inventory":{"in_hand":true}}"#])
    }

    @Test func aRefusedResendIsConfirmedWhereTheListingShowsIt() async throws {
        let here = Self.group.replacing(#""in_hand": false"#, with: #""in_hand": true"#)
        let door = OfficeDoor([("GET", here)])
        let desk = try Desk([])
        defer { withExtendedLifetime(desk) {} }
        let channel = door.channel(desk)
        let first = await channel.fulfill(Self.batch([5])).failure
        guard case .named = first else { throw Unexpected() }
        let reply = try await channel.fulfill(Self.batch([5], attempts: 2)).result.get()
        #expect(reply.told.map { $0.attributes["in_hand"] } == ["true"])
    }

    private func look(_ channel: TicketEvolutionChannel, _ ids: [Int]) async throws -> Purchase {
        let page = try await channel.look(PurchasesRequest(), for: Set(ids.map { PurchaseID($0) }))
            .result.get()
        return try #require(page.purchases.first)
    }

    private static func batch(_ ids: [Int], attempts: Int = 1) -> Batch {
        let item = PurchasedItem(num: 1, itemID: 77, quantity: 2)
        let figures = ItemFigures(
            item: item, cancelled: 0, transferredOut: 0, net: 0, waiting: 0, safe: 2, serverRemaining: nil)
        return Batch(
            request: "r",
            lines: ids.map { id in
                let mark = Sample.mark(Int64(id), quantity: 2, state: .sending) {
                    $0.purchase = PurchaseID(id)
                    $0.sets = ["in_hand": "true"]
                    $0.attempts = attempts
                }
                return Batch.Line(mark: mark, before: figures)
            })
    }

    private struct Unexpected: Error {}
}

/// Answers what a call's line holds a key of; 404 to others.
private final class OfficeDoor: Sendable {
    private struct State {
        var asked: [String] = []
        var bodies: [String] = []
        var misses: [String] = []
        var refuses = false
    }

    private let bodiesByKey: [(key: String, body: String)]
    /// Their files are given back, and to other tests, once nobody holds them.
    private nonisolated(unsafe) var desks: [Desk] = []
    private let state = Mutex(State())

    init(_ bodies: [(String, String)]) { bodiesByKey = bodies.map { (key: $0.0, body: $0.1) } }

    /// Verb and address of each call.
    var asked: [String] { state.withLock { $0.asked } }
    var bodies: [String] { state.withLock { $0.bodies } }
    var misses: [String] { state.withLock { $0.misses } }
    /// Ticket groups may not be read, and neither may what has no answer here.
    var refuses: Bool {
        get { state.withLock { $0.refuses } }
        set { state.withLock { $0.refuses = newValue } }
    }

    func channel(_ desk: Desk, at now: Int64 = 900_000) -> TicketEvolutionChannel {
        desks.append(desk)
        let door = HTTPDoor { call throws(HTTPFault) in self.answer(call) }
        let client = TicketEvolutionClient(
            baseURL: "http://127.0.0.1:1", officeID: "1234",
            credentials: TicketEvolutionCredentials(token: "t", secret: "s"), http: door,
            budget: CallBudget(limit: 1_000, seconds: 1))
        var clock = ServiceClock.system
        clock.now = { now }
        return TicketEvolutionChannel(client: client, cache: desk.cache, store: desk.store.id, clock: clock)
    }

    private func answer(_ call: HTTPCall) -> HTTPAnswer {
        let line = "\(call.verb.rawValue) \(call.url)"
        return state.withLock { state in
            state.asked.append(line)
            if let body = call.body { state.bodies.append(String(decoding: body, as: UTF8.self)) }
            let isRefused = state.refuses && line.contains("ticket_groups")
            // The longest key is the most particular.
            let found = bodiesByKey.filter { line.contains($0.key) }.max { $0.key.count < $1.key.count }
            if let found, !isRefused {
                return HTTPAnswer(head: HTTPHead(status: 200), body: Data(found.body.utf8))
            }
            state.misses.append(line)
            let words = state.refuses ? "Unauthorized" : "Not Found"
            return HTTPAnswer(
                head: HTTPHead(status: state.refuses ? 401 : 404), body: Data("{\"error\":\"\(words)\"}".utf8)
            )
        }
    }
}
