import Cache
import Model
import Testing

@Suite("Search")
struct SearchTests {
    @Test(arguments: [
        ("mull", [1]), ("MÜLLER", [1]), ("muller zoe", [1]), ("zoë münchen", [1]), ("1Z-999", [3]),
        ("1z 999", [3]),
        ("山田", [2]), ("田", [2]), ("太郎", [2]), ("郎太", []), ("札幌", [2]), ("幌市", [2]), ("code2", [2]),
        ("o'neil", [3]), ("oneil", []), ("mug", [3]), ("lar", [1, 2, 3]), ("shirt lee", []),
        ("shirt neil", [3]),
        ("t-shirt", [1, 2, 3]), ("mug 10", []), ("  3 ", [3]),
    ])
    func findsByWordsThatMustAllBeThere(_ text: String, _ found: [Int]) throws {
        let here = try people()
        #expect(try search(text, here) == found.map(here.key))
    }

    @Test(arguments: [
        "\"", "\"\"", "*", "(", ") OR (", "NEAR(", "name:", "-", "^a", "a\" OR \"b", "\0", "AND", "OR",
        "NOT x",
        "'; DROP TABLE search; --", "{}", "%", "\u{E000}", "a*b", "+",
    ])
    func nothingTypedIsSyntax(_ text: String) throws {
        let here = try people()
        _ = try search(text, here)
        #expect(try here.cache.read { try $0.count(matching: ListQuery(search: text)) } < 3)
    }

    @Test func searchJoinsWithTabAndSort() throws {
        let here = try people()
        try here.save(.sample(4, at: 1, ledger: [.of(2)]), .sample(5, at: 9_000_000_000), readBegan: 2000)
        let newest = ListSort(.date, descending: true)
        #expect(try search("muller", here) == [4, 1, 5].map(here.key))
        #expect(try search("muller", here, sort: newest) == [5, 1, 4].map(here.key))
        #expect(try search("muller", here, .toShip, sort: newest) == [5, 1].map(here.key))
        #expect(try search("muller", here, .shipped) == [here.key(4)])
    }

    @Test func pagesOfASearchFollowOnEachOther() throws {
        let here = try TemporaryCache()
        for number in 1...20 { try here.save(.sample(number, at: Int64(number % 3))) }
        let query = ListQuery(search: "zoe")
        try here.cache.read { cache in
            let all = try cache.window(query, .first, limit: 20).rows
            let page = try cache.window(query, .after(all[6].position), limit: 5).rows
            #expect(page == Array(all[7..<12]))
            #expect(try cache.window(query, .before(all[7].position), limit: 3).rows == Array(all[4..<7]))
            #expect(try cache.rank(of: all[9].position, in: query) == 9)
            #expect(try cache.position(of: all[9].key, in: query) == all[9].position)
        }
    }

    @Test func aNewNameIsFoundWithoutSavingAnything() throws {
        let here = try people()
        let shirt = ItemKind(itemID: 32, variantID: 714)
        try here.cache.write { try $0.setLocalNames([shirt: "Hoodie"], of: here.id) }
        #expect(try search("hoodie", here).count == 3)
        #expect(try search("large", here).isEmpty)
    }

    @Test func aChangedPurchaseIsFoundByItsNewWordsOnly() throws {
        let here = try people()
        try here.save(.sample(1, name: ("Ann", "Lee")), readBegan: 2000)
        #expect(try search("ann", here) == [here.key(1)])
        #expect(try search("mull", here) == [here.key(1)], "the address still says so")
        var moved = Purchase.sample(1, name: ("Ann", "Lee"))
        moved.address = nil
        try here.save(moved, readBegan: 3000)
        #expect(try search("mull", here).isEmpty)
    }

    @Test func anExactNameIsAnIDACodeOrATracking() throws {
        let here = try people()
        let mark = try here.cache.write { cache in
            let action = try cache.insertAction(.ship, by: .packer, at: 1)
            return try cache.insert(.sample(here.key(2), action: action, tracking: "JP 123"))
        }
        #expect(mark.tracking == "JP 123")
        for (text, found) in [
            ("1", [1]), (" 1\n", [1]), ("code3", [3]), ("CODE3", [3]), ("1z-999", [3]), ("jp 123 ", [2]),
            ("CODE", []),
            ("", []), ("zoe", []),
        ] {
            #expect(try here.cache.read { try $0.find(text) } == found.map(here.key), "\(text)")
        }
        #expect(try search("jp 123", here) == [here.key(2)], "a tracking on its way is searched too")
    }

    private func people() throws -> TemporaryCache {
        let here = try TemporaryCache()
        var japan = Purchase.sample(2, name: ("太郎", "山田"))
        japan.address = ShippingAddress(fullName: "山田 太郎", address1: "北1条西2丁目", city: "札幌市")
        var mug = Purchase.sample(3, name: ("John", "O'Neil"), ledger: [.of(1, tracking: "1Z-999")])
        mug.address = nil
        mug.items.append(PurchasedItem(num: 2, itemID: 33, quantity: 1))
        try here.save(.sample(1), japan, mug)
        try here.cache.write {
            try $0.setNames(
                [ItemKind(itemID: 32, variantID: 714): "T-Shirt, Large", ItemKind(itemID: 33): "Mug"],
                of: here.id)
        }
        return here
    }

    private func search(
        _ text: String, _ here: TemporaryCache, _ filter: StateFilter = .all, sort: ListSort = ListSort()
    ) throws -> [PurchaseKey] {
        let query = ListQuery(filter: filter, search: text, sort: sort)
        return try here.cache.read { try $0.window(query, .first, limit: 50).rows.map(\.key) }
    }
}
