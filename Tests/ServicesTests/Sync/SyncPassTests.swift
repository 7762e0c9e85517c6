import Cache
import Services
import Testing

@Suite("Sync pass")
struct SyncPassTests {
    @Test("Two pages are on their way; they are stored in order, whichever comes first")
    func order() {
        var pass = SyncPass()
        #expect(pass.start() == [.fetch(page: 1), .fetch(page: 2)])
        #expect(pass.arrived(page: 2) == [])
        #expect(pass.arrived(page: 1) == [.store(page: 1)])
        #expect(pass.stored(page: 1, rows: 9, newInPass: 9) == [.fetch(page: 3), .store(page: 2)])
        #expect(pass.stored(page: 2, rows: 9, newInPass: 9) == [.fetch(page: 4)])
    }

    @Test("An empty page ends it, a short one does not")
    func end() {
        var pass = SyncPass()
        _ = pass.start()
        _ = pass.arrived(page: 1)
        #expect(pass.stored(page: 1, rows: 1, newInPass: 1) == [.fetch(page: 3)])
        _ = pass.arrived(page: 2)
        #expect(pass.stored(page: 2, rows: 0, newInPass: 0) == [.finish])
    }

    @Test("A page without one new row is an error")
    func repeated() {
        var pass = SyncPass()
        _ = pass.start()
        _ = pass.stored(page: 1, rows: 2, newInPass: 2)
        guard case .fail? = pass.stored(page: 2, rows: 2, newInPass: 0).first else {
            return #expect(Bool(false))
        }
    }

    @Test("A pass that broke off steps back until a page shows nothing new")
    func resumed() {
        var pass = SyncPass(from: 5)
        #expect(pass.start() == [.fetch(page: 4)])
        #expect(pass.arrived(page: 4) == [.store(page: 4)])
        #expect(pass.stored(page: 4, rows: 2, newInPass: 1) == [.fetch(page: 3)])
        #expect(pass.arrived(page: 3) == [.store(page: 3)])
        #expect(pass.stored(page: 3, rows: 2, newInPass: 0) == [.fetch(page: 4), .fetch(page: 5)])
        #expect(pass.stored(page: 4, rows: 2, newInPass: 0) == [.fetch(page: 6)])
        #expect(pass.stored(page: 5, rows: 2, newInPass: 1) == [.fetch(page: 7)])
    }

    @Test("A full pass comes first, then incremental ones, and full ones as often as the store needs them")
    func schedule() {
        let schedule = SyncSchedule()
        #expect(schedule.next(after: StoreFacts(), purchases: 10_000, now: 2_000) == (.full, 0))
        var facts = StoreFacts(watermark: 1, lastPassEndedAt: 1_000, lastFullPassEndedAt: 1_000)
        #expect(schedule.next(after: facts, purchases: 10_000, now: 2_000) == (.incremental, 1_030))
        // A store of one page is read whole each time, which costs no more.
        #expect(schedule.next(after: facts, purchases: 1_250, now: 2_000) == (.full, 1_030))
        facts.lastPassEndedAt = 1_890
        #expect(schedule.next(after: facts, purchases: 10_000, now: 2_000) == (.full, 1_900))
        facts.movesLastModified = true
        #expect(schedule.next(after: facts, purchases: 10_000, now: 2_000) == (.incremental, 1_920))
        #expect(schedule.next(after: facts, purchases: 10_000, now: 1_500) == (.incremental, 1_500))
        #expect(schedule.next(after: facts, purchases: 10_000, now: 500) == (.full, 0))
    }
}
