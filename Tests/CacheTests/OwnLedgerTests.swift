import Model
import Testing

@testable import Cache

@Suite("The ledger and the numbers of this box")
struct OwnLedgerTests {
    private let shirt = UnnumberedLine(itemID: 5, option: "Large", occurrence: 1)
    private let second = UnnumberedLine(itemID: 5, option: "Large", occurrence: 2)
    private let mug = UnnumberedLine(itemID: 6, option: "", occurrence: 1)

    @Test func aLineKeepsItsNumberWhateverStandsBesideIt() throws {
        let here = try TemporaryCache()
        let key = here.key(1)
        let first = try here.cache.write { try $0.numbers(of: [shirt, mug], in: key) }
        #expect(first == [shirt: 1, mug: 2])
        let later = try here.cache.write { try $0.numbers(of: [second, mug], in: key) }
        #expect(later[second] == 3 && later[mug] == 2)
        #expect(try here.cache.write { try $0.numbers(of: [mug], in: here.key(2)) } == [mug: 1])
    }

    @Test func optionsOfAnItemAreToldApart() throws {
        let here = try TemporaryCache()
        let numbers = try here.cache.write { writer in
            try ["Large", "", "Small", "Large"].map { try writer.variant($0, of: 5, in: here.id) }
        }
        #expect(numbers == [1, nil, 2, 1])
    }

    @Test func theLedgerComesBackAsItWasWritten() throws {
        let here = try TemporaryCache()
        let entries = [
            Fulfillment(
                item: 1, at: 10, quantity: 2, deliverBy: PlainDate("2026-12-01"), tracking: "1Z\u{0}9",
                address: ShippingAddress(fullName: "Zoë", city: "Köln")),
            Fulfillment(item: 1, at: 11, quantity: -2),
        ]
        try here.cache.write { writer in
            for entry in entries { try writer.addToOwnLedger(entry, of: here.key(1)) }
        }
        #expect(try here.cache.read { try $0.ownLedger(of: here.key(1)) } == entries)
        #expect(try here.cache.read { try $0.ownLedger(of: here.key(2)) } == [])
    }

    @Test func addedNamesStandBesideThoseKnown() throws {
        let here = try TemporaryCache()
        let (one, two) = (ItemKind(itemID: 1), ItemKind(itemID: 2, variantID: 1))
        try here.cache.write { try $0.addNames([one: "Mug"], of: here.id) }
        try here.cache.write { try $0.addNames([two: "Shirt, Large"], of: here.id) }
        #expect(try here.cache.read { try $0.names(of: here.id) } == [one: "Mug", two: "Shirt, Large"])
    }
}
