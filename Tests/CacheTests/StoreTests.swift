import Cache
import Model
import Testing

@Suite("Stores and what is known of them")
struct StoreTests {
    @Test func oneIdentityIsOneStoreWhateverItIsCalled() throws {
        let here = try TemporaryCache()
        let again = try here.cache.write { try $0.adopt(.ticketStore("7001"), name: "gala") }
        let other = try here.cache.write { try $0.adopt(.ticketStore("7002"), name: "gala") }
        #expect(again.id == here.id)
        #expect(other.id != here.id)
        #expect(try here.cache.read { try $0.stores() } == [again, other])
    }

    @Test func factsComeBackWhole() throws {
        let here = try TemporaryCache()
        #expect(try here.cache.read { try $0.facts(of: here.id) } == StoreFacts())
        let pass = PassProgress(
            id: 3, isFull: true, since: 4, nextPage: 5, startedAt: 6, purchasesSoFar: 7, expected: 8)
        let facts = StoreFacts(
            watermark: 1, lastPassEndedAt: 2, lastFullPassEndedAt: 3, clockOffset: -4,
            movesLastModified: false,
            remainingVariants: [.both, .cancelled], pausedWhy: "no", phase: .idle, leader: "bench-3",
            leaderSeenAt: 5,
            pass: pass)
        try here.cache.write { try $0.setFacts(facts, of: here.id) }
        #expect(try here.cache.read { try $0.facts(of: here.id) } == facts)
    }

    @Test(arguments: [
        StoreHealth.Phase.idle, .syncing(purchases: 3, of: nil), .syncing(purchases: 3, of: 9),
        .offline(why: "no network", retryAt: 5), .offline(why: "", retryAt: nil), .paused(why: "key"),
        .throttled(until: 7),
    ])
    func phasesComeBack(_ phase: StoreHealth.Phase) throws {
        let here = try TemporaryCache()
        try here.cache.write { try $0.changeFacts(of: here.id) { $0.phase = phase } }
        #expect(try here.cache.read { try $0.facts(of: here.id) }.phase == phase)
    }

    @Test func theEpochOnlyRises() throws {
        let here = try TemporaryCache()
        #expect(try here.cache.read { try $0.epoch(of: here.id) } == 0)
        #expect(try here.cache.write { try $0.raiseEpoch(of: here.id) } == 1)
        try here.cache.write { try $0.setFacts(StoreFacts(), of: here.id) }
        #expect(try here.cache.write { try $0.raiseEpoch(of: here.id) } == 2)
    }

    @Test func localNamesWinAndNewNamesAreSeenAtOnce() throws {
        let here = try TemporaryCache()
        let (shirt, mug) = (ItemKind(itemID: 32, variantID: 714), ItemKind(itemID: 33))
        try here.save(.sample(1))
        #expect(try contents(here) == [ItemCount(count: 2, name: "#32/714")])
        try here.cache.write { try $0.setLocalNames([shirt: "Shirt, large"], of: here.id) }
        try here.cache.write { try $0.setNames([shirt: "Shirt L", mug: "Mug"], of: here.id) }
        #expect(try here.cache.read { try $0.names(of: here.id) } == [shirt: "Shirt, large", mug: "Mug"])
        #expect(try contents(here) == [ItemCount(count: 2, name: "Shirt, large")])
        try here.cache.write { try $0.setLocalNames([:], of: here.id) }
        #expect(try contents(here) == [ItemCount(count: 2, name: "Shirt L")])
    }

    @Test func namesOfATransactionThatFailedAreForgotten() throws {
        struct Stop: Error {}
        let here = try TemporaryCache()
        let shirt = ItemKind(itemID: 32, variantID: 714)
        #expect(throws: Stop.self) {
            try here.cache.write {
                try $0.setNames([shirt: "Never"], of: here.id)
                #expect(try $0.names(of: here.id) == [shirt: "Never"])
                throw Stop()
            }
        }
        try here.cache.write { try $0.setNames([shirt: "Shirt"], of: here.id) }
        #expect(try here.cache.read { try $0.names(of: here.id) } == [shirt: "Shirt"])
    }

    @Test func rowsSetAsideAreToldUntilTheNextPass() throws {
        let here = try TemporaryCache()
        try here.cache.write { try $0.setAside("purchase 7: no date", in: here.id) }
        #expect(try here.cache.read { try $0.setAsideRows(of: here.id) } == ["purchase 7: no date"])
        try here.cache.write { try $0.clearSetAside(of: here.id) }
        #expect(try here.cache.read { try $0.setAsideRows(of: here.id) }.isEmpty)
    }

    private func contents(_ here: TemporaryCache) throws -> [ItemCount]? {
        try here.cache.read { try $0.window(ListQuery(), .first, limit: 1) }.rows.first?.contents
    }

    @Test func whoReadsForOneReadsForAllWhoAskedBefore() throws {
        let here = try TemporaryCache()
        let other = try here.cache.write { try $0.adopt(.ticketStore("7002"), name: "second") }
        #expect(try here.cache.read { try $0.askedPass(of: here.id) } == nil)
        let first = try here.cache.write { try $0.askForPass(of: here.id, isFull: true) }
        let second = try here.cache.write { try $0.askForPass(of: here.id) }
        let asked = try #require(try here.cache.read { try $0.askedPass(of: here.id) })
        #expect(asked == AskedPass(number: second, isFull: true))
        #expect(try here.cache.read { try $0.askedPass(of: other.id) } == nil)
        let late = try here.cache.write { try $0.askForPass(of: here.id) }

        try here.cache.write { try $0.setFailed(asked, of: here.id) }
        func outcomes() throws -> [AskedPass.Outcome] {
            try [first, second, late].map { number in
                try here.cache.read { try $0.outcome(ofAskedPass: number, of: here.id) }
            }
        }
        #expect(try outcomes() == [.failed, .failed, .open])
        try here.cache.write { try $0.setDone(asked, of: here.id) }
        #expect(try outcomes() == [.done, .done, .open])
        #expect(
            try here.cache.read { try $0.askedPass(of: here.id) } == AskedPass(number: late, isFull: false))
    }
}
