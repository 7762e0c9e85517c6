import Model
import Testing

@Suite struct LedgerTests {
    @Test func equalEntriesAreToldApartByTheirOrdinal() {
        let ledger = [
            Samples.shipped(1, 1), Samples.shipped(1, 1, tracking: " AB-1 "), Samples.shipped(1, 1),
            Samples.shipped(1, 1, tracking: "ab-1"), Samples.shipped(2, 1), Samples.shipped(1, 1, at: 2),
        ]
        let keys = entryKeys(of: ledger)
        #expect(keys.map(\.ordinal) == [0, 0, 1, 1, 0, 0])
        #expect(Set(keys).count == ledger.count)
    }

    @Test func theSameEntriesHaveTheSameKeysInAnyOrder() {
        let ledger = [
            Samples.shipped(1, 1), Samples.shipped(1, 2), Samples.shipped(1, 1), Samples.shipped(1, -1),
        ]
        #expect(Set(entryKeys(of: ledger)) == Set(entryKeys(of: ledger.reversed())))
    }

    @Test func whatServersRewriteDoesNotChangeAKey() {
        var entry = Samples.shipped(1, 1, tracking: "AB1")
        let key = entryKeys(of: [entry])
        entry.address = Samples.address
        entry.deliverBy = PlainDate("2026-11-22")
        entry.tracking = "ab1\n"
        #expect(entryKeys(of: [entry]) == key)
    }

    @Test(arguments: [(nil, ""), ("", ""), (" \t", ""), (" Ab C ", "ab c")])
    func trackingsAreComparedTrimmedAndWithoutCase(tracking: String?, comparable: String) {
        #expect(comparableTracking(tracking) == comparable)
    }

    @Test func entriesAreOfOneItemButCountedOverAll() {
        let purchase = Samples.purchase(
            [Samples.line(1, 3), Samples.line(2, 3)],
            ledger: [Samples.shipped(1, 1), Samples.shipped(2, 1), Samples.shipped(1, 1)])
        #expect(purchase.entries(of: 1).map(\.ordinal) == [0, 1])
        #expect(purchase.entries(of: 2).map(\.ordinal) == [0])
    }
}
