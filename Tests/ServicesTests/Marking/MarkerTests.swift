import APIs
import Cache
import Model
import Services
import Testing

@Suite("Marker")
struct MarkerTests {
    @Test("A mark is durable, with what it was based on, before anybody is told")
    func durable() throws {
        let desk = try Desk([Sample.purchase(ledger: [(1, 1, nil)])])
        let mark = try #require(try desk.ship(2).first)
        let stored = try desk.cache.read { try $0.mark(mark.id) }
        #expect(stored == mark)
        #expect(mark.state == .queued)
        #expect(mark.basis.net == 1)
        #expect(mark.basis.entries == Sample.purchase(ledger: [(1, 1, nil)]).entries(of: 1))
        #expect(mark.basis.address == Sample.address)
    }

    @Test("Without an item it takes everything that is safe; twice pressed, nothing is left")
    func everything() throws {
        let desk = try Desk()
        #expect(try desk.ship(nil, item: nil).map(\.quantity) == [3, 3])
        #expect(desk.refusals { try desk.ship(nil, item: nil) } == [.nothingSafe(PurchaseID(1), item: nil)])
    }

    @Test("Where less is accepted than the preview said, it says of what, and who was quicker")
    func surprises() throws {
        let desk = try Desk()
        let other = Author(person: "zoe", station: "bench-2")
        let line = MarkLine(key: desk.key(), item: 1, quantity: 1)
        _ = try desk.marker.submit(desk.request(.ship, [line]) { $0.author = other }, now: Desk.now)
        let rest = MarkLine(key: desk.key(), promised: 6)
        let accepted = try desk.marker.submit(desk.request(.ship, [rest]), now: Desk.now)
        #expect(
            accepted.surprises == [Surprise(purchase: PurchaseID(1), promised: 6, accepted: 5, other: other)])
        #expect(try desk.cache.read { try $0.auditLog(limit: 9) }.contains { $0.event == "differs" })
    }

    @Test("A preview promises of lines that compete what can go together")
    func competingLines() throws {
        var purchase = Sample.purchase()
        purchase.items[1].itemID = purchase.items[0].itemID
        purchase.cancelled = [CancelledItem(num: 1, kind: purchase.items[0].kind, quantity: 1, at: 3_000)]
        let desk = try Desk([purchase])
        let figures = try #require(try desk.cache.read { try $0.detail(desk.key()) }).figures
        #expect(figures.safe == 6)
        #expect(figures.safeTogether == 5)
        let line = MarkLine(key: desk.key(), promised: figures.safeTogether)
        let accepted = try desk.marker.submit(desk.request(.ship, [line]), now: Desk.now)
        #expect(accepted.marks.reduce(0) { $0 + $1.quantity } == 5)
        #expect(accepted.surprises == [])
    }

    @Test("All lines are accepted or none")
    func allOrNothing() throws {
        let desk = try Desk()
        let lines = [MarkLine(key: desk.key()), MarkLine(key: desk.key(9))]
        let refused = desk.refusals { _ = try desk.marker.submit(desk.request(.ship, lines), now: Desk.now) }
        #expect(refused == [.unknownPurchase(PurchaseID(9))])
        #expect(try desk.marks() == [])
    }

    @Test("Every refusal says why")
    func refusals() throws {
        let desk = try Desk([Sample.purchase(), Sample.purchase(2)])
        let id = PurchaseID(1)
        #expect(desk.refusals { try desk.ship(4) } == [.moreThanSafe(id, item: 1, asked: 4, safe: 3)])
        #expect(desk.refusals { try desk.ship(0) } == [.badQuantity(id, item: 1)])
        #expect(desk.refusals { try desk.ship(1, item: 7) } == [.unknownItem(id, item: 7)])
        #expect(desk.refusals { try desk.ship(now: 1_600_000) } == [.young(id, seconds: 300)])
        try desk.ship(3)
        #expect(desk.refusals { try desk.ship(1) } == [.nothingSafe(id, item: 1)])
        try desk.marker.hold([desk.key(2)], reason: "wet", by: Sample.author, now: Desk.now)
        #expect(desk.refusals { try desk.ship(of: 2) } == [.held(PurchaseID(2), reason: "wet")])
    }

    @Test("A shipment needs an address, a hand-over none; one for this shipment will do")
    func addresses() throws {
        var nowhere = Sample.purchase()
        nowhere.address = nil
        let desk = try Desk([nowhere])
        let refused = desk.refusals { try desk.ship() }
        #expect(refused == [.noUsableAddress(PurchaseID(1), missing: ["name", "street", "town"])])
        let line = [MarkLine(key: desk.key(), item: 1, quantity: 1)]
        _ = try desk.marker.submit(desk.request(.handOver, line), now: Desk.now)
        _ = try desk.marker.submit(desk.request(.ship, line) { $0.address = Sample.address }, now: Desk.now)
        #expect(try desk.marks().map(\.address) == [nil, Sample.address])
    }

    @Test("A preview writes nothing and tells what would be skipped")
    func preview() throws {
        let desk = try Desk()
        let lines = [MarkLine(key: desk.key()), MarkLine(key: desk.key(9))]
        let preview = try desk.marker.preview(desk.request(.ship, lines), now: Desk.now)
        #expect(preview.marks.count == 2)
        #expect(preview.skipped.map(\.refusal) == [.unknownPurchase(PurchaseID(9))])
        #expect(try desk.marks() == [])
    }
}

@Suite("Taking back")
struct TakingBackTests {
    private let claimed = EntryKey(item: 1, at: 5_000, quantity: 2, tracking: "", ordinal: 0)

    /// Two of item 1 confirmed and listed.
    private func shipped() throws -> (Desk, Mark) {
        let desk = try Desk()
        let mark = try #require(try desk.ship(2).first)
        try desk.put(mark.id, .confirmed) { $0.claimed = claimed }
        try desk.outbox.absorb(
            [Sample.purchase(ledger: [(1, 2, nil)])], began: Desk.now + 1, now: Desk.now + 1)
        return (desk, mark)
    }

    @Test("An undo of a queued mark drops both, whatever became of it before", arguments: [0, 2])
    func queued(attempts: Int) throws {
        let desk = try Desk()
        let mark = try #require(try desk.ship(2).first)
        try desk.put(mark.id, .queued) { $0.attempts = attempts }
        #expect(try desk.undo().map(\.state) == [.dropped])
        #expect(try desk.state(mark.id) == .dropped)
    }

    @Test("A part of a queued mark waits for it")
    func part() throws {
        let desk = try Desk()
        let mark = try #require(try desk.ship(2).first)
        #expect(try desk.undo(1).map(\.state) == [.queued])
        #expect(try desk.state(mark.id) == .queued)
        #expect(try desk.outbox.survey(now: Desk.now).toRead.count == 1)
    }

    @Test("What was confirmed is taken back once")
    func once() throws {
        let (desk, mark) = try shipped()
        #expect(try desk.undo(1).map(\.takesBack) == [.mark(mark.id)])
        #expect(try desk.undo().map(\.quantity) == [-1])
        #expect(desk.refusals { _ = try desk.undo() } == [.nothingToTakeBack(PurchaseID(1), item: 1)])
    }

    @Test("More than ours is refused")
    func tooMuch() throws {
        let (desk, _) = try shipped()
        #expect(
            desk.refusals { _ = try desk.undo(3) } == [
                .moreThanOurs(PurchaseID(1), item: 1, asked: 3, ours: 2)
            ])
    }

    @Test("What was marked elsewhere needs to be named, as such or as that very shipment")
    func others() throws {
        let desk = try Desk([Sample.purchase(ledger: [(1, 2, nil)])])
        #expect(desk.refusals { _ = try desk.undo() } == [.nothingToTakeBack(PurchaseID(1), item: 1)])
        #expect(try desk.undo(1, takesBack: .entry(claimed)).map(\.takesBack) == [.entry(claimed)])
        let line = [MarkLine(key: desk.key())]
        let rest = try desk.marker.submit(
            desk.request(.undo, line) { $0.includingOthers = true }, now: Desk.now)
        #expect(rest.marks.map(\.quantity) == [-1])
    }

    @Test("The very shipment that was named is taken back, not the newest")
    func named() throws {
        let (desk, first) = try shipped()
        let second = try #require(try desk.ship(1).first)
        #expect(try desk.undo(1, takesBack: .mark(first.id)).map(\.takesBack) == [.mark(first.id)])
        #expect(try desk.state(second.id) == .queued)
    }

    @Test("An action is taken back as one, and not twice")
    func action() throws {
        let desk = try Desk()
        let marks = try desk.ship(nil, item: nil)
        try desk.put(marks[0].id, .unknown)
        let undone = try desk.marker.undo(marks[0].action, by: Sample.author, now: Desk.now)
        #expect(undone.marks.map(\.state) == [.dropped, .queued])
        #expect(
            desk.refusals { _ = try desk.marker.undo(marks[0].action, by: Sample.author, now: Desk.now) }
                == [.nothingToTakeBack(PurchaseID(1), item: 1)])
    }

    @Test("An undo waits for what is unknown, and is dropped with what failed")
    func waits() throws {
        let desk = try Desk()
        let mark = try #require(try desk.ship(2).first)
        try desk.put(mark.id, .unknown) {
            $0.attempt = Sample.attempt(); $0.attempts = 1
        }
        let undo = try #require(try desk.undo().first)
        #expect(undo.state == .queued)
        try desk.marker.settle(mark.id, as: .absent, by: Sample.author, now: Desk.now)
        #expect(try desk.state(mark.id) == .dropped)
        #expect(try desk.state(undo.id) == .dropped)
    }
}

@Suite("Settling by hand")
struct SettlingTests {
    @Test("What is safe by now is shipped instead of a mark that stopped, which is dropped")
    func rest() throws {
        let desk = try Desk()
        let mark = try #require(try desk.ship(3).first)
        try desk.put(mark.id, .conflict) { $0.tracking = "T" }
        try desk.outbox.absorb(
            [Sample.purchase(ledger: [(1, 2, "X")])], began: Desk.now + 1, now: Desk.now + 1)
        let other = Author(person: "kim", station: "bench-2")
        let made = try desk.marker.shipRest(of: mark.id, by: other, now: Desk.now).marks
        #expect(made.map(\.quantity) == [1])
        #expect(made.map(\.tracking) == ["T"])
        #expect(made.map(\.author) == [other])
        #expect(try desk.state(mark.id) == .dropped)
        #expect(
            desk.refusals { _ = try desk.marker.shipRest(of: mark.id, by: other, now: Desk.now) }.count == 1)
    }

    @Test("Where nothing is safe any more nothing is changed")
    func noRest() throws {
        let desk = try Desk()
        let mark = try #require(try desk.ship(3).first)
        try desk.put(mark.id, .conflict)
        try desk.outbox.absorb(
            [Sample.purchase(ledger: [(1, 3, nil)])], began: Desk.now + 1, now: Desk.now + 1)
        #expect(
            desk.refusals { _ = try desk.marker.shipRest(of: mark.id, by: Sample.author, now: Desk.now) }
                == [.nothingSafe(PurchaseID(1), item: 1)])
        #expect(try desk.state(mark.id) == .conflict)
    }

    @Test("What landed late is taken back as that very entry, and then its alarm goes")
    func surplus() throws {
        let desk = try Desk([Sample.purchase(quantity: 5)])
        let mark = try #require(try desk.ship(1).first)
        let twice = Sample.purchase(quantity: 5, ledger: [(1, 1, nil), (1, 1, nil)])
        let keys = twice.entries(of: 1)
        try desk.put(mark.id, .confirmed) {
            $0.attempt = Sample.attempt(); $0.attempts = 2; $0.claimed = keys[0]
        }
        try desk.outbox.absorb([twice], began: Desk.now + 1, now: Desk.now + 1)
        let sides = try #require(try desk.cache.read { try $0.bothSides(of: mark.id) })
        #expect(sides.alarms.map(\.reason) == [.landedLate])
        #expect(sides.surplus.map(\.key) == [keys[1]])

        let undo = try #require(try desk.undo(1, takesBack: .entry(keys[1])).first)
        #expect(try desk.cache.read { try $0.alarms(of: desk.key()) }.count == 1)
        try desk.outbox.absorb([twice], began: Desk.now + 2, now: Desk.now + 2)
        let epoch = try desk.cache.read { try $0.epoch(of: desk.store.id) }
        let batch = try #require(
            try desk.outbox.prepare([undo], epoch: epoch, request: "r", now: Desk.now + 3))
        let reply = FulfillmentReply(remaining: [PurchaseID(1): [1: 4]])
        _ = try desk.outbox.record(batch, .ok(reply), now: Desk.now + 4)
        #expect(try desk.state(undo.id) == .confirmed)
        #expect(try desk.cache.read { try $0.alarms(of: desk.key()) }.isEmpty)
    }

    @Test("A conflict is retried on what the row is now, a stranger's entry included")
    func retry() throws {
        let desk = try Desk()
        let mark = try #require(try desk.ship(2).first)
        try desk.put(mark.id, .conflict)
        try desk.outbox.absorb(
            [Sample.purchase(ledger: [(1, 1, "X")])], began: Desk.now + 1, now: Desk.now + 1)
        try desk.marker.retry(mark.id, by: Sample.author, now: Desk.now)
        let again = try #require(try desk.marks().first)
        #expect(again.state == .queued)
        #expect(again.basis.entries.count == 1)
    }

    /// The server named a fault, and two of item 1 stand on the ledger all the same.
    private func failedYetListed() throws -> (Desk, Mark, EntryKey) {
        let desk = try Desk()
        let mark = try #require(try desk.ship(2).first)
        let epoch = try desk.cache.read { try $0.epoch(of: desk.store.id) }
        try desk.outbox.absorb([Sample.purchase()], began: Desk.now, now: Desk.now)
        let batch = try #require(
            try desk.outbox.prepare([mark], epoch: epoch, request: "r", now: Desk.now + 1))
        _ = try desk.outbox.record(
            batch, .failed(.named(words: "No such line.", code: 3)), now: Desk.now + 2)
        #expect(try desk.state(mark.id) == .failed)
        let listed = Sample.purchase(ledger: [(1, 2, nil)])
        try desk.outbox.absorb([listed], began: Desk.now + 3, now: Desk.now + 3)
        return (desk, mark, try #require(listed.entries(of: 1).first))
    }

    @Test("What the server called a fault and listed all the same is not sent a second time")
    func failedYetDone() throws {
        let (desk, mark, entry) = try failedYetListed()
        try desk.marker.retry(mark.id, by: Sample.author, now: Desk.now + 4)
        let settled = try #require(try desk.marks().first)
        #expect(settled.state == .confirmed)
        #expect(settled.claimed == entry)
    }

    @Test("Nor is what somebody took back since believed to be there")
    func failedAndTakenBack() throws {
        let (desk, mark, entry) = try failedYetListed()
        let undo = try #require(try desk.undo(2, takesBack: .entry(entry)).first)
        try desk.put(undo.id, .confirmed)
        try desk.marker.retry(mark.id, by: Sample.author, now: Desk.now + 4)
        #expect(try desk.state(mark.id) == .queued)
    }

    @Test("A retry that is no longer safe is refused, and an undo whose place another took")
    func unsafe() throws {
        let desk = try Desk()
        let mark = try #require(try desk.ship(3).first)
        try desk.put(mark.id, .conflict)
        try desk.ship(1)
        #expect(
            desk.refusals { try desk.marker.retry(mark.id, by: Sample.author, now: Desk.now) }
                == [.moreThanSafe(PurchaseID(1), item: 1, asked: 3, safe: 2)])

        let other = try Desk()
        let shipped = try #require(try other.ship(1).first)
        try other.put(shipped.id, .confirmed)
        let undo = try #require(try other.undo().first)
        try other.put(undo.id, .conflict)
        _ = try other.undo()
        #expect(
            other.refusals { try other.marker.retry(undo.id, by: Sample.author, now: Desk.now) }
                == [.moreThanOurs(PurchaseID(1), item: 1, asked: 1, ours: 0)])
    }

    @Test("What may have left cannot be dropped, what is queued can")
    func drop() throws {
        let desk = try Desk()
        let mark = try #require(try desk.ship().first)
        try desk.put(mark.id, .unknown)
        #expect(desk.refusals { try desk.marker.drop(mark.id, by: Sample.author, now: Desk.now) }.count == 1)
        try desk.put(mark.id, .queued)
        try desk.marker.drop(mark.id, by: Sample.author, now: Desk.now)
        #expect(try desk.state(mark.id) == .dropped)
    }

    @Test("Settled as confirmed or as absent; what the ledger holds then is not this mark's")
    func settle() throws {
        let desk = try Desk()
        let mark = try #require(try desk.ship(1).first)
        try desk.put(mark.id, .attention) {
            $0.attempt = Sample.attempt(); $0.attempts = 1
        }
        let two = Sample.purchase(ledger: [(1, 1, nil), (1, 1, nil)])
        try desk.outbox.absorb([two], began: Desk.now + 1, now: Desk.now + 1)
        #expect(try desk.state(mark.id) == .attention)
        try desk.marker.settle(mark.id, as: .absent, by: Sample.author, now: Desk.now)
        try desk.outbox.absorb([two], began: Desk.now + 2, now: Desk.now + 2)
        #expect(try desk.state(mark.id) == .queued)
        try desk.put(mark.id, .attention)
        try desk.marker.settle(mark.id, as: .confirmed, by: Sample.author, now: Desk.now)
        #expect(try desk.state(mark.id) == .confirmed)
    }
}
