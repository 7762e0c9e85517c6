import Cache
import Model
import Testing

@Suite("Windows of a list")
struct WindowTests {
    static let sorts = ListSort.Column.allCases.flatMap { [ListSort($0), ListSort($0, descending: true)] }

    @Test(arguments: sorts)
    func everyWayOfPagingShowsEveryRowOnceAndInOneOrder(_ sort: ListSort) throws {
        let here = try many()
        for query in [ListQuery(sort: sort), ListQuery(store: here.id, filter: .toShip, sort: sort)] {
            let whole = try here.cache.read { try $0.window(query, .first, limit: 1000) }.rows
            #expect(whole.count == (try here.cache.read { try $0.count(matching: query) }))
            #expect(try forward(query, here) == whole)
            #expect(try backward(query, here) == whole)
            #expect(try here.cache.read { try $0.keys(matching: query) } == whole.map(\.key))
        }
    }

    @Test(arguments: sorts)
    func aRowKnowsItsRankAndItsPosition(_ sort: ListSort) throws {
        let here = try many()
        let query = ListQuery(filter: .toShip, sort: sort)
        try here.cache.read { cache in
            for (index, row) in try cache.window(query, .first, limit: 1000).rows.enumerated() {
                #expect(try cache.rank(of: row.position, in: query) == index)
                #expect(try cache.position(of: row.key, in: query) == row.position)
                #expect(try cache.window(query, .from(row.position), limit: 1).rows == [row])
            }
            let shipped = ListQuery(filter: .shipped, sort: sort)
            let first = try #require(try cache.window(query, .first, limit: 1).rows.first)
            #expect(try cache.position(of: first.key, in: shipped) == nil)
        }
    }

    @Test func aWindowFromARowThatLeftStartsWithTheNext() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1), .sample(2), .sample(3))
        let query = ListQuery(filter: .toShip)
        let second = try here.cache.read { try $0.window(query, .first, limit: 3) }.rows[1]
        try here.save(.sample(2, ledger: [.of(2)]), readBegan: 2000)
        let rows = try here.cache.read { try $0.window(query, .from(second.position), limit: 5) }.rows
        #expect(rows.map(\.key) == [here.key(3)])
    }

    @Test func idsThatAreNumbersSortAsNumbersAndBeforeOthers() throws {
        let here = try TemporaryCache()
        let ids = ["9", "10", "1043", "99999999999999999999", "A7", "a10", ""]
        for id in ids.shuffled() {
            var purchase = Purchase.sample(1)
            purchase.id = PurchaseID(id)
            try here.save(purchase)
        }
        let keys = try here.cache.read { try $0.keys(matching: ListQuery(sort: ListSort(.id))) }
        #expect(keys.map(\.purchase.text) == ["9", "10", "1043", "99999999999999999999", "", "A7", "a10"])
    }

    @Test func purchasersSortWithoutCaseAndMarks() throws {
        let here = try TemporaryCache()
        let names = ["abel", "Ábel", "Bø", "bob", "Müller", "MULLET", "山田"]
        for (number, name) in names.enumerated() { try here.save(.sample(number, name: ("", name))) }
        let query = ListQuery(sort: ListSort(.purchaser))
        let rows = try here.cache.read { try $0.window(query, .first, limit: 9) }.rows
        #expect(rows.map(\.purchaser) == ["abel", "Ábel", "Bø", "bob", "Müller", "MULLET", "山田"])
    }

    @Test func aLineSaysWhatIsToShipOrElseWhatWasShipped() throws {
        let here = try TemporaryCache()
        var two = Purchase.sample(1, ledger: [.of(1)])
        two.items.append(PurchasedItem(num: 2, itemID: 33, quantity: 1))
        two.items.append(PurchasedItem(num: 3, itemID: 32, variantID: 714, quantity: 3))
        var none = Purchase.sample(2, ledger: [.of(2)])
        none.address = nil
        try here.save(two, none)
        let rows = try here.cache.read { try $0.window(ListQuery(), .first, limit: 2) }.rows
        #expect(rows[0].contents == [ItemCount(count: 4, name: "#32/714"), ItemCount(count: 1, name: "#33")])
        #expect(rows[0].city == "München")
        #expect(rows[0].state == .partly)
        #expect(rows[1].contents == [ItemCount(count: 2, name: "#32/714")])
        #expect(!rows[1].hasUsableAddress)
    }

    @Test func detailsComeInTheListsOrderAndUpToTheLimit() throws {
        let here = try many()
        let query = ListQuery(filter: .toShip, sort: ListSort(.purchaser, descending: true))
        var keys: [PurchaseKey] = []
        try here.cache.read { try $0.details(matching: query, limit: 7) { keys.append($0.key) } }
        #expect(keys == Array(try here.cache.read { try $0.keys(matching: query) }.prefix(7)))
    }

    @Test(arguments: [StateFilter.all, .toShip, .attention], sorts.filter(\.isKept))
    func everyTabAndSortIsServedByAnIndexAlone(_ filter: StateFilter, _ sort: ListSort) throws {
        let here = try many()
        let position = RowPosition(row: 3, number: 4, text: "x")
        let query = ListQuery(store: here.id, filter: filter, sort: sort)
        for anchor in [WindowAnchor.first, .last, .after(position), .before(position), .from(position)] {
            let plan = try here.cache.read { try $0.plan(of: query, anchor) }
            #expect(plan.allSatisfy { !$0.contains("TEMP B-TREE") && !$0.contains("SCAN") }, "\(plan)")
            if anchor != .first, anchor != .last {
                #expect(plan.contains { $0.contains("(\(sort.column.sql),row)") }, "\(plan)")
            }
        }
    }

    /// Two stores, many ties in date and name.
    private func many() throws -> TemporaryCache {
        let here = try TemporaryCache()
        let other = try here.cache.write { try $0.adopt(.ticketStore("7002"), name: "autumn") }
        let names = [("Ann", "Lee"), ("ann", "lee"), ("Zoë", "Müller"), ("", ""), ("太郎", "山田")]
        let purchases = (1...60).map { number in
            Purchase.sample(
                number * 7 % 61, name: names[number % 5], at: Int64(number % 4),
                ledger: number % 3 == 0 ? [.of(2)] : [])
        }
        try here.cache.write {
            try $0.save(Array(purchases[..<40]), in: here.id, readBegan: 1)
            try $0.save(Array(purchases[30...]), in: other.id, readBegan: 1)
        }
        return here
    }

    private func forward(_ query: ListQuery, _ here: TemporaryCache) throws -> [ListRow] {
        var rows: [ListRow] = []
        var anchor = WindowAnchor.first
        while true {
            let page = try here.cache.read { try $0.window(query, anchor, limit: 7) }.rows
            guard let last = page.last else { return rows }
            rows += page
            anchor = .after(last.position)
        }
    }

    private func backward(_ query: ListQuery, _ here: TemporaryCache) throws -> [ListRow] {
        var rows: [ListRow] = []
        var anchor = WindowAnchor.last
        while true {
            let page = try here.cache.read { try $0.window(query, anchor, limit: 7) }.rows
            guard let first = page.first else { return rows }
            rows = page + rows
            anchor = .before(first.position)
        }
    }
}

extension ListSort.Column {
    fileprivate var sql: String {
        switch self {
        case .date: "date"
        case .id: "id_key"
        case .purchaser: "purchaser_key"
        case .contents, .country, .city, .state: ""
        }
    }
}
