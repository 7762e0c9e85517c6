import APIs
import Cache
import FoundationEssentials
import Model
import Synchronization
import Testing

@testable import Services

/// A race's store behind the channel: pages, looks, and the ledger of this box.
@Suite struct RaceStoreChannelTests {
    private static let row = """
        {"purchase_id": 1, "user_id": 5, "registration_id": null, "purchase_ts": 700,
         "purchase_amount": "$25.00", "amount_paid": "$25.00", "items": [
            {"item_id": 9, "item_name": "Shirt", "item_option": "Large", "quantity": 2},
            {"item_id": 9, "item_name": "Shirt", "item_option": "Large", "quantity": 1},
            {"item_id": 8, "item_name": "Mug", "item_option": null, "quantity": 3}]}
        """

    private static func page(_ rows: String, next: String? = nil) -> String {
        let url = next.map { "\"https://elsewhere.example/?next_token=\($0)\"" } ?? "null"
        return "{\"purchases\": [\(rows)], \"next_url\": \(url)}"
    }

    @Test func aRowBecomesAPurchaseWithNumbersAndNames() async throws {
        let desk = try Desk([])
        let door = RaceDoor([Self.page(Self.row)])
        let channel = door.channel(desk)
        let page = try await channel.page(PurchasesRequest()).result.get()
        let purchase = try #require(page.purchases.first)
        #expect(purchase.items.map(\.num) == [1, 2, 3])
        #expect(purchase.items.map(\.quantity) == [2, 1, 3])
        #expect(purchase.items.map(\.variantID) == [1, 1, nil])
        #expect(purchase.lastModified == 700 && purchase.address == nil && purchase.ledger.isEmpty)
        let names = try desk.cache.read { try $0.names(of: desk.store.id) }
        #expect(names[ItemKind(itemID: 9, variantID: 1)] == "Shirt, Large")
        #expect(names[ItemKind(itemID: 8)] == "Mug")
        #expect(door.asked == ["num=500"])
    }

    /// How the sum is shared out among several lines, nobody tells.
    @Test func whatWasPaidStandsWithTheOnlyLine() async throws {
        let one = """
            {"purchase_id": 1, "user_id": 5, "registration_id": null, "purchase_ts": 700,
             "purchase_amount": "$30.00", "amount_paid": "$25.00", "items": [
                {"item_id": 9, "item_name": "Shirt", "item_option": "Large", "quantity": 2}]}
            """
        for (row, paid) in [(one, [2_500]), (Self.row, [nil, nil, nil])] as [(String, [Int?])] {
            let desk = try Desk([])
            let channel = RaceDoor([Self.page(row)]).channel(desk)
            let page = try await channel.page(PurchasesRequest()).result.get()
            #expect(page.purchases.first?.items.map(\.paidInCents) == paid)
        }
    }

    @Test func thePagesHangTogetherByTheirTokensAndTheLastEndsTheList() async throws {
        let other = Self.row.replacing("\"purchase_id\": 1", with: "\"purchase_id\": 2")
        let door = RaceDoor([Self.page(Self.row, next: "a"), Self.page("", next: "b"), Self.page(other)])
        let desk = try Desk([])
        defer { withExtendedLifetime(desk) {} }
        let channel = door.channel(desk)
        #expect(!channel.canGoOn(from: 2))
        var rows: [Int] = []
        for number in 1...3 {
            rows.append(
                try await channel.page(PurchasesRequest(page: number, modifiedSince: 600)).result.get()
                    .rowCount)
        }
        // The page without rows ended nothing, and after the last page nothing is asked.
        #expect(rows == [1, 1, 0])
        #expect(
            door.asked == [
                "num=500&min_purchase_ts=600", "num=500&min_purchase_ts=600&next_token=a",
                "num=500&min_purchase_ts=600&next_token=b",
            ])
        #expect(channel.canGoOn(from: 2) && channel.canGoOn(from: 3))
        // Another process knows nothing of the place in the list.
        #expect(!door.channel(desk).canGoOn(from: 2))
    }

    @Test func aLookAsksForThePurchasesOwnSecond() async throws {
        let desk = try Desk([])
        let door = RaceDoor([Self.page(Self.row), Self.page(Self.row), Self.page("")])
        let channel = door.channel(desk)
        try await keep(channel, desk)
        let seen = try await channel.look(PurchasesRequest(), for: [PurchaseID(1)]).result.get()
        #expect(seen.purchases.map(\.id) == [PurchaseID(1)])
        let gone = try await channel.look(PurchasesRequest(), for: [PurchaseID(1)]).result.get()
        #expect(gone.rowCount == 0)
        #expect(
            door.asked.dropFirst()
                == [
                    "num=500&min_purchase_ts=700&max_purchase_ts=700",
                    "num=500&min_purchase_ts=700&max_purchase_ts=700",
                ])
    }

    @Test func theQuestionWhetherItAnswersIsASmallOne() async throws {
        let door = RaceDoor([Self.page(Self.row, next: "a")])
        let desk = try Desk([])
        defer { withExtendedLifetime(desk) {} }
        _ = await door.channel(desk).look(PurchasesRequest(), for: [])
        #expect(door.asked == ["num=1"])
    }

    @Test func aRefusedLookIsARefusal() async throws {
        let door = RaceDoor(["{\"error\": {\"error_code\": 7, \"error_msg\": \"Permission Denied\"}}"])
        let desk = try Desk([])
        defer { withExtendedLifetime(desk) {} }
        let failure = await door.channel(desk).look(PurchasesRequest(), for: []).failure
        guard case .refused = failure else { throw Unexpected() }
    }

    @Test func whatIsMarkedStandsOnTheLedgerOfThisBox() async throws {
        let desk = try Desk([])
        let door = RaceDoor([Self.page(Self.row), Self.page(Self.row)])
        let channel = door.channel(desk)
        try await keep(channel, desk)
        let outbox = Outbox(cache: desk.cache, store: desk.store.id, marksLeave: channel.marksLeave)
        let lines = [
            MarkLine(key: desk.key(), item: 1, quantity: 2), MarkLine(key: desk.key(), item: 3, quantity: 1),
        ]
        let marks = try desk.marker.submit(
            desk.request(.handOver, lines) { $0.tracking = "1Z" }, now: Desk.now
        ).marks
        let epoch = try outbox.takeOver(now: Desk.now)
        let batch = try #require(
            try outbox.prepare(marks, epoch: epoch, request: "r", now: Desk.now + 10))
        let reply = try await channel.fulfill(batch).result.get()
        #expect(reply.remaining[PurchaseID(1)] == [1: 0, 2: 1, 3: 2])
        // It sends nothing, and comes back with the purchase as a store's own ledger would.
        #expect(door.asked.count == 1)
        // Who was held up until another process took over adds nothing any more.
        _ = try outbox.takeOver(now: Desk.now + 20)
        guard case .nothingLeft = await channel.fulfill(batch).failure else { throw Unexpected() }
        let page = try await channel.look(PurchasesRequest(), for: [PurchaseID(1)]).result.get()
        #expect(page.purchases.first?.ledger.map(\.quantity) == [2, 1])
        #expect(page.purchases.first?.ledger.first?.tracking == "1Z")
    }

    @Test func whoDiesBetweenTheLedgerAndTheWordOfItFindsTheMarkThere() async throws {
        let desk = try Desk([])
        let channel = RaceDoor([Self.page(Self.row)]).channel(desk)
        try await keep(channel, desk)
        let outbox = Outbox(cache: desk.cache, store: desk.store.id, marksLeave: channel.marksLeave)
        let lines = [MarkLine(key: desk.key(), item: 1, quantity: 2)]
        let mark = try desk.marker.submit(desk.request(.handOver, lines), now: Desk.now).marks[0]
        let epoch = try outbox.takeOver(now: Desk.now)
        let sent = try outbox.prepare([mark], epoch: epoch, request: "r", now: Desk.now + 10)
        _ = await channel.fulfill(try #require(sent))

        // Another process leads from here; the first never said what came of it.
        _ = try outbox.takeOver(now: Desk.now + 20)
        #expect(try desk.state(mark.id) == .unknown)
        let page = try await channel.look(PurchasesRequest(), for: [mark.purchase]).result.get()
        try outbox.absorb(page.purchases, began: Desk.now + 30, now: Desk.now + 40)
        #expect(try desk.state(mark.id) == .confirmed)
        #expect(try desk.cache.read { try $0.ownLedger(of: desk.key()) }.count == 1)
        let words = try desk.cache.read { try $0.auditLog(limit: 100) }.map(\.words)
        #expect(words.contains("Found in the ledger of this box."))
    }

    private func keep(_ channel: RaceStoreChannel, _ desk: Desk) async throws {
        let page = try await channel.page(PurchasesRequest()).result.get()
        try desk.outbox.absorb(page.purchases, began: 2_000, now: 2_000)
    }

    private struct Unexpected: Error {}
}

/// Answers one body after the other, the last for ever, and remembers what was asked.
private final class RaceDoor: Sendable {
    private let state: Mutex<(bodies: [String], asked: [String])>

    init(_ bodies: [String]) { state = Mutex((bodies, [])) }

    /// Queries, without the race and the credentials.
    var asked: [String] { state.withLock { $0.asked } }

    func channel(_ desk: Desk) -> RaceStoreChannel {
        let door = HTTPDoor { call throws(HTTPFault) in
            let items = call.query.filter { $0.name != "race_id" }.map(\.encoded)
            return self.state.withLock { state in
                state.asked.append(items.joined(separator: "&"))
                let body = state.bodies.count > 1 ? state.bodies.removeFirst() : state.bodies[0]
                return HTTPAnswer(head: HTTPHead(status: 200), body: Data(body.utf8))
            }
        }
        let client = RaceStoreClient(
            baseURL: "http://127.0.0.1:1", raceID: "9", credentials: .bearer("token-1"), registration: nil,
            http: door, gate: CallGate(limit: 2))
        return RaceStoreChannel(client: client, cache: desk.cache, store: desk.store.id)
    }
}
