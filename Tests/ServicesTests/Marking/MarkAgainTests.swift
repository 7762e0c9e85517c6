import Cache
import Model
import Services
import Testing

@Suite("Marking again, and stopping")
struct MarkAgainTests {
    /// Two purchases shipped by one action with a number each, then taken back before they left.
    private func takenBack() throws -> (Desk, undo: ActionID) {
        let desk = try Desk([Sample.purchase(), Sample.purchase(2)])
        let lines = [
            MarkLine(key: desk.key(), item: 1, quantity: 2, tracking: "AAA1"),
            MarkLine(key: desk.key(2), item: 1, quantity: 1, tracking: "BBB2"),
        ]
        let made = try desk.marker.submit(desk.request(.ship, lines), now: Desk.now)
        #expect(made.marks.map(\.tracking) == ["AAA1", "BBB2"])
        return (desk, try desk.marker.undo(made.action, by: Sample.author, now: Desk.now + 1).action)
    }

    @Test("What was taken back is marked again as it was, by new marks, and only once")
    func again() throws {
        let (desk, undo) = try takenBack()
        let found = try desk.cache.read { try $0.action(for: .redo, by: Sample.author.station) }
        #expect(found?.id == undo)
        #expect(found?.items == 3 && found?.purchases == 2)
        let again = try desk.marker.redo(undo, by: Sample.author, now: Desk.now + 2)
        #expect(again.marks.map(\.tracking) == ["AAA1", "BBB2"])
        #expect(again.marks.map(\.quantity) == [2, 1])
        #expect(again.marks.allSatisfy { $0.state == .queued && $0.address == Sample.address })
        #expect(try desk.marks().count == 6)
        #expect(throws: Refusals.self) { try desk.marker.redo(undo, by: Sample.author, now: Desk.now + 3) }
        #expect(try desk.cache.read { try $0.action(for: .redo, by: Sample.author.station) } == nil)
    }

    @Test("It goes through the usual checks, all or nothing")
    func checked() throws {
        let (desk, undo) = try takenBack()
        try desk.marker.hold([desk.key(2)], reason: "wet", by: Sample.author, now: Desk.now)
        let before = try desk.marks().count
        let refused = desk.refusals { _ = try desk.marker.redo(undo, by: Sample.author, now: Desk.now + 2) }
        #expect(refused == [.held(PurchaseID(2), reason: "wet")])
        #expect(try desk.marks().count == before)
    }

    @Test("While it is still being taken back it waits")
    func open() throws {
        let desk = try Desk()
        let mark = try #require(try desk.ship(2).first)
        try desk.put(mark.id, .confirmed)
        let undo = try desk.marker.undo(mark.action, by: Sample.author, now: Desk.now)
        let refused = desk.refusals {
            _ = try desk.marker.redo(undo.action, by: Sample.author, now: Desk.now)
        }
        #expect(refused.count == 1)
        try desk.put(try #require(undo.marks.first).id, .confirmed)
        let again = try desk.marker.redo(undo.action, by: Sample.author, now: Desk.now)
        #expect(again.marks.map(\.quantity) == [2])
    }

    @Test("An undo that came to nothing leaves nothing to mark again")
    func nothing() throws {
        let desk = try Desk()
        let mark = try #require(try desk.ship(2).first)
        try desk.put(mark.id, .confirmed)
        let undo = try desk.marker.undo(mark.action, by: Sample.author, now: Desk.now)
        try desk.put(try #require(undo.marks.first).id, .conflict)
        let refused = desk.refusals {
            _ = try desk.marker.redo(undo.action, by: Sample.author, now: Desk.now)
        }
        #expect(refused.count == 1)
    }

    @Test("The newest action that still stands is the one to take back")
    func newest() throws {
        let desk = try Desk()
        let first = try desk.ship(1)
        let second = try desk.ship(1)
        func newest() throws -> ActionID? {
            try desk.cache.read { try $0.action(for: .undo, by: Sample.author.station)?.id }
        }
        #expect(try newest() == second.first?.action)
        _ = try desk.marker.undo(try #require(second.first).action, by: Sample.author, now: Desk.now)
        #expect(try newest() == first.first?.action)
        #expect(try desk.cache.read { try $0.action(for: .undo, by: "elsewhere") } == nil)
    }

    @Test("Stopping drops what has not left, and leaves the rest")
    func stop() throws {
        let desk = try Desk()
        let made = try desk.ship(nil, item: nil)
        try desk.put(try #require(made.first).id, .sending)
        let action = try #require(made.first).action
        #expect(try desk.cache.read { try $0.action(for: .stop, by: Sample.author.station)?.queued } == 1)
        let (stopped, left) = try desk.marker.stop(action, by: Sample.author, now: Desk.now)
        #expect(stopped == 1 && left == 1)
        #expect(try desk.marks().map(\.state).sorted { $0.rawValue < $1.rawValue } == [.dropped, .sending])
        #expect(try desk.cache.read { try $0.action(for: .stop, by: Sample.author.station) } == nil)
    }

    @Test("A miscounted item stands in the log of its purchase")
    func miscount() throws {
        let desk = try Desk()
        try desk.marker.noteScan(desk.key(), words: "CAP: wrong", by: Sample.author, now: Desk.now)
        let entry = try desk.cache.read { try $0.auditLog(limit: 1, purchase: desk.key()) }.first
        #expect(entry?.event == "miscount" && entry?.words == "CAP: wrong")
    }
}
