import APIs
import Cache
import FoundationEssentials
import Model
import Synchronization
import Testing

@testable import Services

/// Who bought in a race's store: asked for one at a time, kept with the purchase, and not asked for again.
@Suite struct BuyerDeskTests {
    @Test func eachPersonIsAskedForOnceAndTheirPurchasesSayWhereTo() async throws {
        let race = try await Race()
        #expect(try race.detail(1).addressSource == .unread)
        let desk = try race.desk()
        for _ in 1...2 { #expect(try await desk.askNext() == .goOn) }
        #expect(try await desk.askNext() == .rest(30))
        #expect(race.door.people == [5, 6])
        let found = try race.detail(2)
        #expect(found.purchase.purchaser == "Five, Ada" && found.purchase.address?.address1 == "5 Mill Lane")
        #expect(found.addressSource == .account)
        #expect(try race.detail(1).purchase.address == found.purchase.address)
        let rows = try race.cache.read { reader in
            try reader.window(ListQuery(store: race.store, search: "five"), .first, limit: 9).rows
        }
        #expect(Set(rows.map(\.key.purchase)) == [PurchaseID(1), PurchaseID(2)])
        #expect(rows.allSatisfy { $0.city == "Sample" && $0.hasUsableAddress })
        // The next pass brings the list, which knows nobody.
        try await race.readAll()
        #expect(try race.detail(2).purchase == found.purchase)
        race.now.withLock { $0 += 6 * 86_400_000 }
        #expect(try await race.desk().askNext() == .rest(30))
        race.now.withLock { $0 += 2 * 86_400_000 }
        #expect(try await race.desk().askNext() == .goOn)
    }

    @Test func whoseFormIsOpenComesFirstAndWhatHasLeftNever() async throws {
        let race = try await Race()
        let claim = Claim(author: Sample.author, process: "p", since: 1)
        try race.cache.write { try $0.claim(race.key(3), claim) }
        _ = try await race.desk().askNext()
        #expect(race.door.people == [6])
        let line = MarkLine(key: race.key(1), item: nil, quantity: nil)
        let other = MarkLine(key: race.key(2), item: nil, quantity: nil)
        _ = try Marker(cache: race.cache).submit(
            MarkRequest(verb: .ship, lines: [line, other], author: Sample.author), now: Desk.now)
        #expect(try await race.desk().askNext() == .rest(30))
    }

    @Test func aRefusalPausesNothingAndIsNotRepeatedForADay() async throws {
        let race = try await Race()
        race.door.manner.withLock { $0 = .refusing }
        #expect(try await race.desk().askNext() == .rest(60))
        #expect(try await race.desk().askNext() == .rest(60))
        #expect(race.door.people == [5])
        #expect(try race.detail(3).addressSource == .refused)
        #expect(try race.cache.read { try $0.facts(of: race.store) }.pausedWhy == nil)
        // Other credentials may be other rights.
        race.door.manner.withLock { $0 = .giving }
        #expect(try await race.desk("token-2").askNext() == .goOn)
        #expect(try race.detail(3).addressSource == .unread)

        let other = try await Race()
        other.door.manner.withLock { $0 = .refusing }
        _ = try await other.desk().askNext()
        other.now.withLock { $0 += 86_400_000 }
        _ = try await other.desk().askNext()
        #expect(other.door.people == [5, 5])
    }

    @Test func whereEverythingIsRefusedNothingIsLearnedOfPeople() async throws {
        let race = try await Race()
        race.door.manner.withLock { $0 = .closed }
        #expect(try await race.desk().askNext() == .rest(60))
        #expect(try race.detail(1).addressSource == .unread)
    }

    @Test func oneThatCannotBeReadStandsInNobodysWay() async throws {
        let race = try await Race()
        race.door.manner.withLock { $0 = .broken }
        #expect(try await race.desk().askNext() == .rest(10))
        race.door.manner.withLock { $0 = .giving }
        #expect(try await race.desk().askNext() == .goOn)
        #expect(race.door.people == [5, 5])
        #expect(try race.detail(1).purchase.address != nil)
    }

    @Test func anAddressLearnedSinceIsNoConflict() async throws {
        let race = try await Race()
        let line = MarkLine(key: race.key(1), item: 1, quantity: 1)
        let marks = try Marker(cache: race.cache).submit(
            MarkRequest(verb: .ship, lines: [line], author: Sample.author), now: Desk.now
        ).marks
        _ = try await race.desk().askNext()
        let outbox = Outbox(cache: race.cache, store: race.store, marksLeave: false)
        let epoch = try outbox.takeOver(now: Desk.now)
        #expect(try outbox.prepare(marks, epoch: epoch, request: "r", now: Desk.now + 10) != nil)
        #expect(try race.cache.read { try $0.mark(marks[0].id) }?.state == .sending)
    }
}

/// A race's store with three purchases, two of them by one person, read by a box.
private final class Race: Sendable {
    let cache: Cache
    let store: StoreID
    let door = PeopleDoor()
    let now = Mutex(Desk.now)
    private let path: String

    init() async throws {
        (path, cache) = try CachePool.take(.runsignupRaceStore)
        store = try cache.read { try $0.stores() }[0].id
        try await readAll()
    }

    deinit { CachePool.giveBack(path, cache) }

    func key(_ id: Int) -> PurchaseKey { PurchaseKey(store: store, purchase: PurchaseID(id)) }

    func detail(_ id: Int) throws -> PurchaseDetail {
        try #require(try cache.read { try $0.detail(key(id)) })
    }

    func readAll() async throws {
        let page = try await channel("token-1").page(PurchasesRequest()).result.get()
        let outbox = Outbox(cache: cache, store: store, marksLeave: false)
        try outbox.absorb(page.purchases, began: 2_000, now: 2_000)
    }

    func desk(_ token: String = "token-1") throws -> BuyerDesk { try #require(channel(token).buyers) }

    private func channel(_ token: String) -> RaceStoreChannel {
        let client = RaceStoreClient(
            baseURL: "http://127.0.0.1:1", raceID: "9", credentials: .bearer(token), registration: nil,
            addresses: .users, http: door.door, gate: CallGate(limit: 2))
        return RaceStoreChannel(
            client: client, cache: cache, store: store,
            clock: ServiceClock(now: { [self] in now.withLock { $0 } }, alarm: { _, _ in }))
    }
}

/// A server that knows people, and may not want to tell of them.
private final class PeopleDoor: Sendable {
    enum Manner { case giving, refusing, closed, broken }

    let manner = Mutex(Manner.giving)
    private let asked = Mutex<[Int]>([])

    var people: [Int] { asked.withLock { $0 } }

    var door: HTTPDoor { HTTPDoor { call throws(HTTPFault) in self.reply(to: call) } }

    private static let refusal = #"{"error": {"error_code": 7, "error_msg": "Permission Denied"}}"#

    private func reply(to call: HTTPCall) -> HTTPAnswer {
        let manner = manner.withLock { $0 }
        guard call.path.hasPrefix("/user/"), let user = Int(call.path.dropFirst("/user/".count)) else {
            return answer(200, manner == .closed ? Self.refusal : Self.list)
        }
        asked.withLock { $0.append(user) }
        switch manner {
        case .refusing, .closed: return answer(403, Self.refusal)
        case .broken: return answer(500, "<html>")
        case .giving:
            let last = ["Five", "Six"][user - 5]
            return answer(
                200,
                #"{"user": {"user_id": \#(user), "first_name": "Ada", "last_name": "\#(last)", "address": {"#
                    + #""street": "\#(user) Mill Lane", "city": "Sample", "zipcode": "1", "country_code": "US"}}}"#
            )
        }
    }

    private static let list: String = {
        let rows = [(1, 5), (2, 5), (3, 6)].map { id, user in
            #"{"purchase_id": \#(id), "user_id": \#(user), "registration_id": null, "purchase_ts": \#(700 + id),"#
                + #""purchase_amount": "$5.00", "amount_paid": "$5.00","#
                + #""items": [{"item_id": 9, "item_name": "Mug", "quantity": 2}]}"#
        }
        return #"{"purchases": [\#(rows.joined(separator: ","))], "next_url": null}"#
    }()

    private func answer(_ status: Int, _ body: String) -> HTTPAnswer {
        HTTPAnswer(head: HTTPHead(status: status), body: Data(body.utf8))
    }
}
