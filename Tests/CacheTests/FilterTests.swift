import Model
import Testing

@testable import Cache

@Suite("Filters over the cache") struct FilterTests {
    /// Each line, counted, paged both ways and sorted every way, holds what trying every purchase finds.
    @Test(arguments: [
        "country:DE", "country:DE,AT", "country:none", "-country:DE", "state:to-ship", "state:to-ship,partly",
        "state:attention", "-state:shipped", "held:yes", "held:no", "note:yes", "note:no",
        "-note:yes country:DE", "tracking:yes", "tracking:no",
        "before:1970-01-03", "after:1970-01-03", "on:1970-01-03", "on:today", "age:>2d", "age:<36h",
        "code:AB", "code:ab1,AC", "item:shirt", "item:shirt variant:L", "variant:l", "item:mug item:shirt",
        "item:#32/714", "item:#33/", "item:#32 variant:#715", "-item:mug", "item:shirt -variant:L",
        "item:nothing", "-item:nothing", "store:spring", "store:autumn,spring country:DE", "-store:autumn",
        "müller", "\"anna lee\"", "-müller", "müller country:DE item:shirt age:>1d tracking:no",
        "country:AT,none -tracking:yes before:1970-01-05 after:1970-01-01",
    ])
    func holdWhatTryingEveryPurchaseFinds(_ line: String) throws {
        let here = try Warehouse.shared.get()
        let filter = try ListFilter(parsing: line)
        let base = ListQuery(sort: ListSort(.id))
        let query = base.narrowed(to: filter, asOf: Warehouse.moment)
        let expected = here.purchases.filter { here.holds($0, filter) }.map(\.key)
        try here.temporary.cache.read { (cache: CacheReader) throws in
            #expect(try Set(cache.keys(matching: query)) == Set(expected))
            #expect(try cache.count(matching: query) == expected.count)
            for sort in [ListSort(), ListSort(.city, descending: true), ListSort(.purchaser)] {
                var sorted = query
                sorted.sort = sort
                #expect(try Set(forward(sorted, cache)) == Set(expected))
                #expect(try forward(sorted, cache).count == expected.count)
            }
            let all = Set(here.purchases.map(\.key))
            #expect(try Set(cache.hidden(all, in: query)) == all.subtracting(expected))
            let some = Set(all.prefix(20))
            #expect(try Set(cache.hidden(some, in: query)) == some.subtracting(expected))
            for key in here.purchases.map(\.key) {
                #expect(try (cache.position(of: key, in: query) != nil) == expected.contains(key))
            }
        }
    }

    @Test func aTabAndAFilterBothHold() throws {
        let here = try Warehouse.shared.get()
        let query = ListQuery(
            filter: .toShip, search: "lee", conditions: try ListFilter(parsing: "country:DE"))
        let expected = here.purchases.filter {
            $0.standing.state == .toShip && $0.purchase.lastName == "Lee"
                && $0.purchase.address?.countryCode?.uppercased() == "DE"
        }
        #expect(!expected.isEmpty)
        let found = try here.temporary.cache.read { try $0.keys(matching: query) }
        #expect(Set(found) == Set(expected.map(\.key)))
    }

    @Test func aFarJumpLandsWhereCountingWould() throws {
        let here = try Warehouse.shared.get()
        try here.temporary.cache.read { cache in
            for sort in WindowTests.sorts {
                for conditions in ["", "country:DE"] {
                    let query = ListQuery(conditions: try ListFilter(parsing: conditions), sort: sort)
                    let whole = try cache.keys(matching: query)
                    for place in [0, 1, 17, whole.count - 1, whole.count, 10_000] {
                        let rows = try cache.window(query, .at(place), limit: 5).rows
                        #expect(rows.map(\.key) == Array(whole.dropFirst(place).prefix(5)))
                    }
                }
            }
        }
    }

    @Test func theSameItemsOrTheSameVariants() throws {
        let here = try Warehouse.shared.get()
        let row = try #require(here.purchases.first { here.contents($0) == ["Shirt, L"] })
        try here.temporary.cache.read { cache in
            for sameVariant in [true, false] {
                let query = ListQuery(conditions: try ListFilter(parsing: "country:DE"))
                let alike = try cache.query(alike: row.key, sameVariant: sameVariant, in: query)
                let expected = here.purchases.filter { purchase in
                    purchase.purchase.address?.countryCode?.uppercased() == "DE"
                        && here.contents(purchase).contains {
                            sameVariant ? $0 == "Shirt, L" : $0.hasPrefix("Shirt")
                        }
                }
                #expect(try Set(cache.keys(matching: #require(alike))) == Set(expected.map(\.key)))
            }
        }
    }

    @Test func theVocabularyIsWhatThereIs() throws {
        let here = try Warehouse.shared.get()
        let words = try here.temporary.cache.read { cache in
            try cache.vocabulary(of: cache.stores().map(\.id))
        }
        #expect(words.countries == ["AT", "DE"])
        #expect(words.items == ["Mug", "Shirt"])
        #expect(words.variants == ["L", "Large", "S"])
        #expect(words.stores == ["autumn", "spring-gala"])
    }

    @Test(arguments: ["country:DE", "tracking:yes"])
    func oneValueIsServedByItsIndex(_ line: String) throws {
        let here = try Warehouse.shared.get()
        let query = ListQuery(store: here.temporary.id, conditions: try ListFilter(parsing: line))
        let plan = try here.temporary.cache.read { try $0.plan(of: query, .first) }
        #expect(plan.contains { $0.contains("listing_by_country") || $0.contains("listing_by_tracking") })
    }

    @Test func viewsAreKeptByName() throws {
        let here = try TemporaryCache()
        let view = SavedView(
            name: "abroad", filter: try ListFilter(parsing: "-country:DE zoë"),
            sort: ListSort(.city, descending: true))
        try here.cache.write { try $0.save(SavedView(name: "abroad", filter: ListFilter())) }
        try here.cache.write { try $0.save(view) }
        #expect(try here.cache.read { try $0.savedViews() } == [view])
        #expect(try here.cache.write { try $0.dropView(named: "abroad") })
        #expect(try !here.cache.write { try $0.dropView(named: "abroad") })
        #expect(try here.cache.read { try $0.savedViews() }.isEmpty)
    }

    @Test func aReadEndsWhenNobodyWaitsForItAnyMore() throws {
        let here = try Warehouse.shared.get()
        let cancellation = Cancellation()
        cancellation.cancel()
        #expect(throws: (any Error).self) {
            try here.temporary.cache.read(until: cancellation) { reader in
                _ = try reader.db.rows("SELECT a.row FROM listing a, listing b, listing c") { $0[0] as Int }
            }
        }
        let after = try here.temporary.cache.read { try $0.counts()[.all] }
        #expect(after == here.purchases.count)
    }

    private func forward(_ query: ListQuery, _ cache: CacheReader) throws -> [PurchaseKey] {
        var keys: [PurchaseKey] = []
        var anchor = WindowAnchor.first
        while true {
            let rows = try cache.window(query, anchor, limit: 7).rows
            guard let last = rows.last else { return keys }
            keys += rows.map(\.key)
            anchor = .after(last.position)
        }
    }
}
