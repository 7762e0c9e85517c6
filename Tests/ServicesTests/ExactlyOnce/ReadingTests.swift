import APIs
import Model
import Testing

@testable import Services

@Suite("Reading")
struct ReadingTests {
    private func page(_ ids: Int..., unreadable: [Int] = [], nameless: Bool = false) -> SeenPage {
        var aside = unreadable.map { SetAside(row: 0, id: PurchaseID($0), field: "", problem: "odd") }
        if nameless { aside.append(SetAside(row: 0, id: nil, field: "", problem: "odd")) }
        return SeenPage(PurchasesPage(purchases: ids.map { Sample.purchase($0) }, setAside: aside))
    }

    private func reading(_ ids: Int...) throws -> Reading {
        try #require(
            Reading(
                Dictionary(uniqueKeysWithValues: ids.map { (PurchaseID($0), Int64($0) as Int64?) }),
                limit: 1_000))
    }

    @Test("It asks for the smallest stamp among them, page by page, until all were seen")
    func pages() throws {
        var reading = try reading(5, 3)
        #expect(reading.effect == .read(since: 3, page: 1))
        #expect(reading.took(page(5, 9)) == .goOn)
        #expect(reading.effect == .read(since: 3, page: 2))
        #expect(reading.took(page(3)) == .done(missing: [], unreadable: []))
    }

    @Test("What that does not show is looked for in a full pass, and only then missing")
    func missing() throws {
        var reading = try reading(5)
        #expect(reading.took(page()) == .goOn)
        #expect(reading.effect == .read(since: nil, page: 1))
        #expect(reading.took(page(1)) == .goOn)
        #expect(reading.took(page()) == .done(missing: [PurchaseID(5)], unreadable: []))
    }

    @Test("A purchase that cannot be read is not missing; one without an id may be any")
    func unreadable() throws {
        var reading = try reading(5)
        #expect(reading.took(page(unreadable: [5])) == .done(missing: [], unreadable: [PurchaseID(5)]))
        var other = try self.reading(5)
        #expect(other.took(page(nameless: true)) == .goOn)
        #expect(other.took(page()) == .goOn)
        #expect(other.took(page()) == .done(missing: [], unreadable: [PurchaseID(5)]))
    }

    @Test("A server that repeats its last page for ever comes to an end")
    func repeating() throws {
        var reading = try reading(5)
        #expect(reading.took(page(1)) == .goOn)
        #expect(reading.took(page(1)) == .goOn)
        #expect(reading.effect == .read(since: nil, page: 1))
        #expect(reading.took(page(1)) == .goOn)
        #expect(reading.took(page(1)) == .done(missing: [PurchaseID(5)], unreadable: []))
    }

    @Test("Where one was never seen with a stamp, everything is read; those of similar age share a reading")
    func choice() throws {
        let unstamped: [PurchaseID: Int64?] = [PurchaseID(1): nil, PurchaseID(2): 9]
        #expect(Reading(unstamped, limit: 10)?.effect == .read(since: nil, page: 1))
        let many: [PurchaseID: Int64?] = [PurchaseID(1): 1, PurchaseID(2): 900, PurchaseID(3): 901]
        #expect(Reading(many, limit: 2)?.effect == .read(since: 900, page: 1))
        #expect(Reading([:], limit: 2) == nil)
    }

    @Test("After failures fewer are read, and every purchase comes to be read without every other")
    func afterFailures() throws {
        let all = Dictionary(uniqueKeysWithValues: (1...9).map { (PurchaseID($0), Int64($0) as Int64?) })
        var met: [Set<PurchaseID>] = []
        for failures in 0..<30 {
            let reading = try #require(Reading(all, limit: 1_000, afterFailures: failures))
            #expect(!reading.purchases.isEmpty && reading.purchases.count <= max(1, 9 >> failures))
            met.append(reading.purchases)
        }
        for poison in all.keys {
            for other in all.keys where other != poison {
                #expect(met.contains { $0.contains(other) && !$0.contains(poison) })
            }
        }
    }
}
