import Cache
import Model
import Testing

@Suite("Saving pages")
struct SaveTests {
    @Test func anOlderReadDoesNotReplaceANewerOne() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1, quantity: 5), readBegan: 2000)
        let outcome = try here.cache.write { try $0.save([.sample(1)], in: here.id, readBegan: 1999) }
        #expect(outcome == SaveOutcome(kept: [PurchaseID(1)]))
        #expect(try here.cache.read { try $0.purchase(here.key(1)) }?.items[0].quantity == 5)
        #expect(try here.cache.read { try $0.freshness(of: here.key(1)) } == 2000)
    }

    @Test func aReadThatBeganBeforeAMarksAnswerDoesNotReplace() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1), readBegan: 1000)
        try here.cache.write { try $0.markAnswered(here.key(1), at: 3000) }
        try here.save(.sample(1, quantity: 9), readBegan: 2999)
        #expect(try here.cache.read { try $0.purchase(here.key(1)) } == .sample(1))
        try here.save(.sample(1, quantity: 9), readBegan: 3000)
        #expect(try here.cache.read { try $0.purchase(here.key(1)) }?.items[0].quantity == 9)
    }

    @Test func theOutcomeTellsNewFromChangedAndSaysNothingOfTheRest() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1), .sample(2))
        let page = [Purchase.sample(1), .sample(2, quantity: 3), .sample(3)]
        let outcome = try here.cache.write { try $0.save(page, in: here.id, readBegan: 2000) }
        #expect(outcome == SaveOutcome(new: [PurchaseID(3)], changed: [PurchaseID(2)], newInPass: 1))
        #expect(try here.cache.read { try $0.freshness(of: here.key(1)) } == 2000)
    }

    @Test func anErrorKeepsNothingOfTheTransaction() throws {
        struct Stop: Error {}
        let here = try TemporaryCache()
        #expect(throws: Stop.self) {
            try here.cache.write {
                try $0.save([.sample(1)], in: here.id, readBegan: 1)
                throw Stop()
            }
        }
        #expect(try here.cache.read { try $0.purchase(here.key(1)) } == nil)
        #expect(try here.cache.read { try $0.counts()[.all] } == 0)
    }

    @Test func oneIDTwiceOnAPageCountsOnce() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1), .sample(1, quantity: 4))
        #expect(try here.cache.read { try $0.counts()[.all] } == 1)
        #expect(try here.cache.read { try $0.detail(here.key(1)) }?.figures.safe == 4)
    }
}

@Suite("What vanishes from a store's list")
struct VanishTests {
    @Test func isGoneAfterTwoCompletePassesInARowAndBackWhenListedAgain() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1), .sample(2))
        #expect(try pass(1, showing: [1], here).isEmpty)
        #expect(try pass(2, showing: [1], here) == [here.key(2)])
        #expect(try here.cache.read { try $0.detail(here.key(2)) }?.isGone == true)
        #expect(try here.cache.read { try $0.counts()[.nothing] } == 1)
        #expect(try pass(3, showing: [1], here).isEmpty, "it is told once")

        try here.save(.sample(2), readBegan: 9000)
        #expect(try here.cache.read { try $0.detail(here.key(2)) }?.isGone == false)
        #expect(try here.cache.read { try $0.counts()[.toShip] } == 2)
    }

    @Test func isNotGoneWhereThePassesWereNotInARow() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1), .sample(2))
        _ = try pass(1, showing: [1], here)
        _ = try pass(2, showing: [1, 2], here)
        #expect(try pass(3, showing: [1], here).isEmpty)
    }

    @Test func isNotGoneWhileAMarkOfItIsOpen() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1), .sample(2))
        var mark = try here.cache.write { cache in
            let action = try cache.insertAction(.ship, by: .packer, at: 1)
            return try cache.insert(.sample(here.key(2), action: action, state: .unknown))
        }
        _ = try pass(1, showing: [1], here)
        #expect(try pass(2, showing: [1], here).isEmpty)
        mark.state = .dropped
        try here.cache.write { [mark] in try $0.update(mark, expecting: .unknown) }
        #expect(try pass(3, showing: [1], here) == [here.key(2)])
    }

    @Test func anOldReadStillCountsAsSeen() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1), readBegan: 5000)
        for number in 1...3 {
            try here.save(.sample(1), readBegan: 4000, pass: Int64(number))
            #expect(try here.cache.write { try $0.finishFullPass(Int64(number), of: here.id) }.isEmpty)
        }
    }

    private func pass(_ number: Int64, showing: [Int], _ here: TemporaryCache) throws -> [PurchaseKey] {
        try here.cache.write { cache in
            try cache.save(
                showing.map { .sample($0) }, in: here.id, readBegan: 1000 + number, pass: number)
            return try cache.finishFullPass(number, of: here.id)
        }
    }
}
