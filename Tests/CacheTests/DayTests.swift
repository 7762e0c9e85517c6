import Cache
import Model
import Testing

@Suite("The day's work and what is left")
struct DayTests {
    /// A day begins here, Unix seconds.
    private static let start: Int64 = 1_700_006_400

    private func mark(
        _ here: TemporaryCache, _ number: Int, _ quantity: Int, hour: Int64, station: String = "bench-3",
        verb: Verb = .ship, state: MarkState = .confirmed, tracking: String? = nil,
        takesBack: TakesBack? = nil, in store: StoreID? = nil
    ) throws {
        let author = Author(person: "kim", station: station)
        let at = (Self.start + hour * 3_600 + 60) * 1_000
        try here.cache.write { writer in
            let action = try writer.insertAction(verb, by: author, at: at)
            var mark = Mark.sample(
                here.key(number), action: action, quantity: quantity, state: state, tracking: tracking)
            mark.verb = verb
            mark.store = store ?? here.id
            mark.takesBack = takesBack
            mark.author = author
            mark.madeAt = at
            _ = try writer.insert(mark)
        }
    }

    @Test func whatWasConfirmedThatDayIsCountedByHourAndStation() throws {
        let here = try TemporaryCache()
        try mark(here, 1, 2, hour: 9, tracking: "1Z1")
        try mark(here, 1, 1, hour: 9, station: "bench-1", tracking: "1Z1")
        try mark(here, 2, 4, hour: 14, verb: .handOver)
        try mark(here, 2, -1, hour: 15, verb: .undo)
        try mark(here, 3, 5, hour: 10, state: .queued)
        try mark(here, 4, 7, hour: -1)
        try mark(here, 5, 7, hour: 24)
        let work = try here.cache.read { try $0.work(of: [here.id], from: Self.start) }
        #expect(work.hours[9] == 3)
        #expect(work.hours[14] == 4)
        #expect(work.hours[15] == -1)
        #expect(work.hours.reduce(0, +) == 6)
        let total = DaySum("", purchases: 2, out: 7, handedOver: 4, takenBack: 1, parcels: 1)
        #expect(work.total == total)
        #expect(work.total.items == 6)
        #expect(
            work.stations == [
                DaySum("bench-3", purchases: 2, out: 6, handedOver: 4, takenBack: 1, parcels: 1),
                DaySum("bench-1", purchases: 1, out: 1, parcels: 1),
            ])
        #expect(work.unconfirmed == 1)
        #expect(try here.cache.read { try $0.work(of: [StoreID(99)], from: Self.start) }.isEmpty)
    }

    @Test func whatIsKeptOnThisBoxIsCountedByItself() throws {
        let here = try TemporaryCache()
        try mark(here, 1, 2, hour: 9)
        let stores = try here.cache.write { writer in
            [here.id, try writer.adopt(.race("88"), name: "run").id]
        }
        func kept(_ stores: [StoreID]) throws -> DaySum {
            try here.cache.read { try $0.work(of: stores, from: Self.start) }.kept
        }
        #expect(try kept(stores).isEmpty)
        try mark(here, 7, 3, hour: 10, tracking: "1Z1", in: stores[1])
        try mark(here, 7, -1, hour: 11, verb: .undo, in: stores[1])
        #expect(try kept(stores) == DaySum("", purchases: 1, out: 3, takenBack: 1, parcels: 1))
        #expect(try kept([here.id]).isEmpty)
    }

    @Test func parcelsAreCountedByWhoCarriesThem() throws {
        let here = try TemporaryCache()
        try mark(here, 1, 2, hour: 9, tracking: "1Z999AA10123456784")
        try mark(here, 2, 1, hour: 9, tracking: "1Z999AA10123456784")
        try mark(here, 3, 1, hour: 10, tracking: "1Z12345E6605272234")
        try mark(here, 4, 4, hour: 11, tracking: "?")
        try mark(here, 5, 3, hour: 11)
        let work = try here.cache.read { try $0.work(of: [here.id], from: Self.start) }
        #expect(
            work.carriers == [
                DaySum("UPS", purchases: 3, out: 4, parcels: 2),
                DaySum("no carrier known", purchases: 1, out: 4, parcels: 1),
                DaySum("no tracking", purchases: 1, out: 3),
            ])
        #expect(work.total.parcels == 3)
    }

    @Test func whatIsTakenBackCountsWhereItWentAndIsNoParcel() throws {
        let here = try TemporaryCache()
        try mark(here, 1, 2, hour: 9, tracking: "1Z999AA10123456784")
        try mark(here, 2, 2, hour: 9, tracking: "1Z12345E6605272234")
        let marks = try here.cache.read { try $0.marks(of: here.key(1)) }
        let undone = try #require(marks.first)
        try mark(here, 1, -2, hour: 10, station: "office", verb: .undo, takesBack: .mark(undone.id))
        let work = try here.cache.read { try $0.work(of: [here.id], from: Self.start) }
        #expect(work.carriers == [DaySum("UPS", purchases: 2, out: 4, takenBack: 2, parcels: 1)])
        #expect(work.stations.last == DaySum("office", takenBack: 2))
    }

    @Test func anAccountKnowsWhatIsLeftOnlyToday() throws {
        let here = try TemporaryCache()
        let now = Self.start + 43_200
        try here.save(.sample(1, at: now - 3_600))
        try mark(here, 9, 1, hour: 20)
        let store = try #require(try here.cache.read { try $0.store(here.id) })
        let date = try #require(PlainDate("2023-11-15"))
        let (today, another) = try here.cache.read { reader in
            (
                try reader.account(
                    of: [store], on: date, from: Self.start, until: Self.start + 86_400, now: now),
                try reader.account(
                    of: [store], on: date, from: Self.start, until: Self.start + 72_000, now: nil)
            )
        }
        #expect(today.backlog?.purchases == 1)
        #expect(today.work.total.out == 1)
        #expect(another.backlog == nil)
        #expect(another.work.isEmpty, "that day ended an hour earlier")
    }

    @Test func whatIsLeftIsCountedByAgeAndKind() throws {
        let here = try TemporaryCache()
        let now = Self.start + 43_200
        try here.save(
            .sample(1, at: now - 3_600), .sample(2, quantity: 3, at: now - 4 * 86_400),
            .sample(3, at: now - 90 * 86_400, ledger: [.of(2)]))
        let report = try here.cache.read { try $0.day(of: [here.id], from: Self.start, now: now) }
        #expect(report.backlog.purchases == 2)
        #expect(report.backlog.items == 5)
        #expect(report.backlog.ages == [.day: 1, .week: 1])
        #expect(report.backlog.kinds == [ItemCount(count: 5, name: "#32/714")])
        #expect(report.work.isEmpty)
    }

    @Test func whatTwoStoresCallTheSameIsToldApartByTheStore() throws {
        let here = try TemporaryCache()
        let now = Self.start + 43_200
        let other = try here.cache.write { try $0.adopt(.ticketStore("7002"), name: "autumn-gala") }
        try here.save(.sample(1, quantity: 2, at: now))
        try here.cache.write {
            try $0.save([.sample(1, quantity: 3, at: now)], in: other.id, readBegan: 1_000, pass: nil)
        }
        func kinds(_ stores: [StoreID]) throws -> [ItemCount] {
            try here.cache.read { try $0.day(of: stores, from: Self.start, now: now) }.backlog.kinds
        }
        #expect(
            try kinds([here.id, other.id]) == [
                ItemCount(count: 3, name: "#32/714 (autumn-gala)"),
                ItemCount(count: 2, name: "#32/714 (spring-gala)"),
            ])
        #expect(try kinds([here.id]) == [ItemCount(count: 2, name: "#32/714")])
    }

    @Test func whatNeedsSomebodyIsCounted() throws {
        let here = try TemporaryCache()
        try here.save(.sample(1), .sample(2))
        try mark(here, 1, 1, hour: 9, state: .conflict)
        try mark(here, 2, 1, hour: 9, state: .queued)
        let report = try here.cache.read { try $0.day(of: [here.id], from: Self.start, now: Self.start) }
        #expect(report.attention == [.conflict: 1])
        #expect(report.open == [.conflict: 1, .queued: 1])
    }
}
