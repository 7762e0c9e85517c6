import Model
import Testing

@testable import Cache

@Suite("Around a purchase at the bench")
struct PackingTests {
    private static let memo = Memo(text: "ring the Zwiebelfisch bell", author: .packer, at: 7)

    @Test func aNoteIsKeptShownBySignAndFound() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1), .sample(2))
        try here.cache.write { try $0.add(Self.memo, to: here.key(1)) }
        #expect(try here.cache.read { try $0.detail(here.key(1)) }?.memos == [Self.memo])
        #expect(try here.rows().map(\.hasMemo) == [true, false])
        let found = try here.cache.read { try $0.keys(matching: ListQuery(search: "zwiebelfisch")) }
        #expect(found == [here.key(1)])
        try here.save(.sample(1, quantity: 5), readBegan: 2_000)
        #expect(try here.rows().map(\.hasMemo) == [true, false], "also after it was read again")
        #expect(try here.cache.flaws() == [])
    }

    @Test func theListSaysWhyAPurchaseIsHeld() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1), .sample(2))
        try here.cache.write { try $0.hold(here.key(2), Hold(reason: "wet", author: .packer, at: 1)) }
        #expect(try here.rows().map(\.holdReason) == [nil, "wet"])
        try here.cache.write { try $0.release(here.key(2)) }
        #expect(try here.rows().map(\.holdReason) == [nil, nil])
    }

    @Test func aClaimIsReplacedAndLetGoByItsOwnerOnly() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1))
        let mine = Claim(author: .packer, process: "1.1", since: 5)
        let theirs = Claim(author: Author(person: "ben", station: "bench-1"), process: "2.2", since: 6)
        try here.cache.write { try $0.claim(here.key(1), mine) }
        #expect(try here.rows().first?.claim == mine)
        try here.cache.write { try $0.claim(here.key(1), theirs) }
        try here.cache.write { try $0.unclaim(here.key(1), process: mine.process) }
        #expect(try here.cache.read { try $0.claim(of: here.key(1)) } == theirs)
        try here.cache.write { try $0.unclaim(process: theirs.process) }
        #expect(try here.cache.read { try $0.claims() }.isEmpty)
    }

    /// How the same person may have typed the same address.
    private static let variants = [
        ShippingAddress(fullName: "Zoë Müller", address1: "Hauptstr. 1", city: "München"),
        ShippingAddress(fullName: "ZOË  MÜLLER ", address1: " hauptstr.  1", city: "münchen"),
        ShippingAddress(
            fullName: "Zoe Muller", address1: "Hauptstr.", address2: "1", city: "Munchen", state: ""),
    ]

    @Test func sameBuyerSameAddressIsFoundHoweverItWasTyped() throws {
        let here = try TemporaryCache()
        let other = try here.cache.write { try $0.adopt(.ticketStore("7002"), name: "autumn") }
        var purchases = Self.variants.enumerated().map { place, address in
            var purchase = Purchase.sample(place + 1)
            purchase.address = address
            return purchase
        }
        var neighbour = Purchase.sample(8)
        neighbour.address?.address1 = "Hauptstr. 11"
        purchases += [neighbour, .sample(9, ledger: [.of(2)])]
        try here.cache.write {
            try $0.save(purchases, in: here.id, readBegan: 1)
            try $0.save([.sample(1)], in: other.id, readBegan: 1)
        }
        let both = [here.id, other.id]
        let found = try here.companions(of: 1, in: both)
        #expect(
            Set(found.map(\.key)) == [
                here.key(2), here.key(3), PurchaseKey(store: other.id, purchase: PurchaseID(1)),
            ])
        #expect(found.allSatisfy { $0.items == 2 })
        #expect(Set(try here.companions(of: 2, in: [here.id]).map(\.key)) == [here.key(1), here.key(3)])
        #expect(try here.companions(of: 8, in: both).isEmpty)
        #expect(try here.companions(of: 9, in: both).isEmpty, "nothing of it is to ship")
    }

    @Test func whatIsShippedIsNoCompanionAndWhatIsHeldSaysSo() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1), .sample(2), .sample(3))
        try here.cache.write { try $0.hold(here.key(3), Hold(reason: "wet", author: .packer, at: 1)) }
        #expect(try here.companions(of: 1, in: [here.id]).map(\.isHeld) == [false, true])
        try here.save(.sample(2, ledger: [.of(2)]), readBegan: 2_000)
        #expect(try here.companions(of: 1, in: [here.id]).map(\.key) == [here.key(3)])
    }

    @Test func companionsAreFoundByTheIndex() throws {
        let here = try TemporaryCache()
        let plan = try here.cache.read {
            try $0.db.rows(
                """
                EXPLAIN QUERY PLAN SELECT store, id, contents, state, date
                FROM listing INDEXED BY listing_by_address WHERE address_key = ? AND row <> ? LIMIT ?
                """, 1, 1, 1
            ) { $0[3] as String }
        }
        #expect(plan.count == 1)
        #expect(plan.first?.contains("USING INDEX listing_by_address (address_key=?)") == true)
    }

    @Test func theStepFillsWhatWasStoredBefore() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1), .sample(2), .sample(3, ledger: [.of(2)]), .sample(4))
        try here.cache.write { try $0.hold(here.key(4), Hold(reason: "wet", author: .packer, at: 1)) }
        let columns = "SELECT row, hold_reason, address_key FROM listing WHERE state <> 4 ORDER BY row"
        let before = try here.cache.read { try $0.db.rows(columns) { Filled($0) } }
        #expect(before.map { $0.key == nil } == [false, false, true])
        try here.cache.write {
            try $0.db.run("UPDATE listing SET hold_reason = NULL, address_key = NULL")
            try Schema.fillPacking($0.db)
        }
        #expect(try here.cache.read { try $0.db.rows(columns) { Filled($0) } } == before)
        #expect(try here.rows().map(\.holdReason) == [nil, nil, nil, "wet"])
    }

    private struct Filled: Equatable {
        var row: Int64
        var reason: String?
        var key: Int64?
        init(_ row: Row) { (self.row, reason, key) = (row[0], row[1], row[2]) }
    }
}

@Suite("The pick list")
struct PickListTests {
    @Test func sumsAListOrChosenPurchases() throws {
        let here = try TemporaryCache()
        try here.save(
            .sample(1), .sample(2, quantity: 3), .sample(3, ledger: [.of(2)]),
            .sample(4, name: ("Ann", "Lee"), at: 1_799_999_900))
        try here.cache.write {
            try $0.hold(here.key(2), Hold(reason: "wet", author: .packer, at: 1))
            try $0.setLocalNames(
                [ItemKind(itemID: 32): "Shirt", ItemKind(itemID: 32, variantID: 714): "Shirt, L"], of: here.id
            )
        }
        let all = try #require(try here.pick(.list(ListQuery())))
        #expect(all.lines.map(\.words) == ["Shirt, L"])
        #expect(all.items == 2)
        #expect(all.lines.first?.sources.map(\.key) == [here.key(1)])
        #expect(Set(all.skipped.map(\.reason)) == [.held, .nothingSafe, .young])
        try here.cache.write { try $0.release(here.key(2)) }
        let chosen = try #require(try here.pick(.purchases([here.key(2), here.key(1), here.key(77)])))
        #expect(chosen.items == 5)
        #expect(chosen.lines.first?.sources.map(\.quantity) == [3, 2], "in the order asked for")
        #expect(chosen.skipped.map(\.reason) == [.gone])
        let found = try #require(try here.pick(.list(ListQuery(search: "müller"))))
        #expect(found.purchases == 2)
    }

    @Test func anUnknownOutcomeIsLeftOut() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1))
        try here.cache.write {
            let action = try $0.insertAction(.ship, by: .packer, at: 1)
            _ = try $0.insert(.sample(here.key(1), action: action, state: .unknown))
        }
        let list = try #require(try here.pick(.list(ListQuery())))
        #expect(list.skipped.map(\.reason) == [.unsettled])
        #expect(list.lines.isEmpty)
    }

    @Test func isCalledOffInTheMiddle() throws {
        let here = try TemporaryCache()
        try here.cache.write { try $0.save((1...20).map { .sample($0) }, in: here.id, readBegan: 1) }
        var asked = 0
        let keys = (1...20).map { here.key($0) }
        let list = try here.cache.read {
            try $0.pickList(.purchases(keys), of: [here.store], now: 1_800_000_000) {
                asked += 1
                return asked < 5
            }
        }
        #expect(list == nil)
        #expect(asked < 10)
    }

    @Test func walksThroughMoreThanOneStretch() throws {
        let here = try TemporaryCache()
        try here.cache.write { try $0.save((1...11_000).map { .sample($0) }, in: here.id, readBegan: 1) }
        let list = try #require(try here.pick(.list(ListQuery(sort: ListSort(.id, descending: true)))))
        #expect(list.items == 22_000)
        #expect(list.lines.first?.purchases == 11_000)
        #expect(list.lines.first?.sources.first?.key == here.key(11_000))
        #expect(list.lines.first?.sources.count == 200)
    }

    @Test func purchasesAreSortedAsTheListIs() throws {
        let here = try TemporaryCache()
        try here.save(
            .sample(1, name: ("", "C"), at: 3), .sample(2, name: ("", "A"), at: 2),
            .sample(3, name: ("", "B"), at: 1))
        let keys = [1, 2, 3, 9].map { here.key($0) }
        func sorted(_ sort: ListSort) throws -> [String] {
            try here.cache.read { try $0.sorted(keys, as: ListQuery(filter: .held, search: "x", sort: sort)) }
                .map(\.purchase.text)
        }
        #expect(try sorted(ListSort()) == ["3", "2", "1"])
        #expect(try sorted(ListSort(.purchaser)) == ["2", "3", "1"])
        #expect(try sorted(ListSort(.id, descending: true)) == ["3", "2", "1"])
    }
}

extension TemporaryCache {
    fileprivate func rows() throws -> [ListRow] {
        try cache.read { try $0.window(ListQuery(sort: ListSort(.id)), .first, limit: 50) }.rows
    }
    fileprivate func companions(of id: Int, in stores: [StoreID]) throws -> [Companion] {
        try cache.read { try $0.companions(of: key(id), in: stores) }
    }
    fileprivate func pick(_ scope: PickScope) throws -> PickList? {
        try cache.read { try $0.pickList(scope, of: [store], now: 1_800_000_000) }
    }
}
