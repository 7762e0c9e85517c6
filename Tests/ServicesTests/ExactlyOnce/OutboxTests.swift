import APIs
import Cache
import Model
import Services
import Testing

/// The durable steps, one by one.
@Suite("Outbox")
struct OutboxTests {
    private let now = Desk.now + 1_000

    /// A desk whose rows were read just now, so that its marks may leave.
    private func desk(_ purchases: [Purchase] = [Sample.purchase(), Sample.purchase(2)]) throws -> Desk {
        try Desk(purchases)
    }

    private func read(_ desk: Desk, _ purchases: [Purchase]? = nil, at began: Int64? = nil) throws {
        try desk.outbox.absorb(
            purchases ?? [Sample.purchase(), Sample.purchase(2)], began: began ?? now,
            now: (began ?? now) + 500)
    }

    /// Everything that may leave now, written as leaving.
    private func launch(_ desk: Desk, at time: Int64? = nil) throws -> Batch? {
        let time = time ?? now + 1
        let marks = try desk.outbox.survey(now: time).sendable
        let epoch = try desk.cache.read { try $0.epoch(of: desk.store.id) }
        return try desk.outbox.prepare(marks, epoch: epoch, request: "r\(time)", now: time)
    }

    private func answer(_ batch: Batch, _ failure: CallFailure, _ desk: Desk) throws -> StoreVerdict {
        try desk.outbox.record(batch, .failed(failure), now: now + 2_000)
    }

    @Test("A mark is read for before it leaves, and a read serves for thirty seconds")
    func freshness() throws {
        let desk = try desk()
        try desk.ship()
        #expect(try desk.outbox.survey(now: now).toRead == [PurchaseID(1): 2_000])
        try read(desk)
        #expect(try desk.outbox.survey(now: now + 30_000).sendable.count == 1)
        #expect(try desk.outbox.survey(now: now + 30_001).toRead.count == 1)
    }

    @Test("`sending` is written with the snapshot before anything leaves, one line per item")
    func sending() throws {
        let desk = try desk([Sample.purchase(ledger: [(1, 1, "X")])])
        try desk.ship(1)
        try desk.ship(1)
        try desk.ship(1, item: 2)
        try read(desk, [Sample.purchase(ledger: [(1, 1, "X")])])
        let batch = try #require(try launch(desk))
        #expect(batch.lines.map(\.mark.item) == [1, 2])
        let stored = try desk.marks()
        #expect(stored.map(\.state) == [.sending, .queued, .sending])
        #expect(stored[0].attempt?.snapshot.count == 1)
        #expect(try desk.outbox.survey(now: now + 2).sendable.isEmpty)
    }

    @Test("What never leaves is not said to be in a request")
    func keptWords() throws {
        let desk = try desk()
        try desk.ship()
        try read(desk)
        let kept = Outbox(cache: desk.cache, store: desk.store.id, marksLeave: false)
        let marks = try kept.survey(now: now).sendable
        let epoch = try desk.cache.read { try $0.epoch(of: desk.store.id) }
        #expect(try kept.prepare(marks, epoch: epoch, request: "r1", now: now + 1) != nil)
        let log = try desk.cache.read { try $0.auditLog(limit: 10, purchase: nil) }
        #expect(log.contains { $0.words == "Checked with the store's list, and written down here." })
        #expect(!log.contains { $0.words.contains("In request") })
    }

    @Test("Whoever lost the lead writes nothing")
    func epoch() throws {
        let desk = try desk()
        try desk.ship()
        try read(desk)
        let marks = try desk.outbox.survey(now: now).sendable
        _ = try desk.outbox.takeOver(now: now)
        #expect(throws: LeadLost.self) { try desk.outbox.prepare(marks, epoch: 0, request: "r", now: now) }
        #expect(try desk.marks().map(\.state) == [.queued])
    }

    @Test("What never left, was throttled or refused waits as if it had not been tried")
    func withdrawn() throws {
        for failure in [
            CallFailure.nothingLeft(words: "w"), .throttled(retryAfter: 3, words: "w"), .refused(words: "w"),
        ] {
            let desk = try desk()
            try desk.ship()
            try read(desk)
            let batch = try #require(try launch(desk))
            let verdict = try answer(batch, failure, desk)
            #expect(verdict != .fine)
            let mark = try #require(try desk.marks().first)
            #expect(mark.state == .queued)
            #expect(mark.attempt == nil)
            // So a stranger's entry that looks like it is a stranger's.
            try read(desk, [Sample.purchase(ledger: [(1, 1, nil)]), Sample.purchase(2)], at: now + 3_000)
            #expect(try launch(desk, at: now + 3_001) == nil)
            #expect(try desk.marks().map(\.state) == [.conflict])
        }
    }

    @Test("A fault that is named fails one line, and makes several unknown")
    func named() throws {
        let one = try desk()
        try one.ship()
        try read(one)
        let single = try #require(try launch(one))
        #expect(try answer(single, .named(words: "bad", code: 1), one) == .fine)
        #expect(try one.marks().map(\.state) == [.failed])

        let two = try desk()
        try two.ship()
        try two.ship(of: 2)
        try read(two)
        let both = try #require(try launch(two))
        _ = try answer(both, .named(words: "bad", code: 1), two)
        #expect(try two.marks().map(\.state) == [.unknown, .unknown])
    }

    @Test("Lines that failed together leave in halves")
    func halves() throws {
        let desk = try desk()
        try desk.ship()
        try desk.ship(of: 2)
        try read(desk)
        let both = try #require(try launch(desk))
        _ = try answer(both, .named(words: "bad", code: 1), desk)
        try read(desk, at: now + 2_000)
        try read(desk, at: now + 4_000)
        #expect(try desk.marks().map(\.state) == [.queued, .queued])
        #expect(try launch(desk, at: now + 6_000)?.lines.count == 1)
    }

    @Test("An answer confirms, one without our line leaves it unknown, one too low raises an alarm")
    func answered() throws {
        let desk = try desk()
        try desk.ship(1)
        try desk.ship(1, item: 2)
        try desk.ship(1, of: 2)
        try read(desk)
        let batch = try #require(try launch(desk))
        let reply = FulfillmentReply(remaining: [PurchaseID(1): [1: 2], PurchaseID(2): [1: 0]])
        #expect(try desk.outbox.record(batch, .ok(reply), now: now + 2_000) == .fine)
        #expect(try desk.marks().map(\.state) == [.confirmed, .unknown, .confirmed])
        let alarms = try desk.cache.read { try $0.alarms(of: desk.key(2)) }
        #expect(alarms.map(\.reason) == [.shippedElsewhere])
    }

    @Test("A read that began before the answer does not replace the row")
    func readOrder() throws {
        let desk = try desk()
        try desk.ship(1)
        try read(desk)
        let batch = try #require(try launch(desk))
        _ = try desk.outbox.record(
            batch, .ok(FulfillmentReply(remaining: [PurchaseID(1): [1: 2]])), now: now + 2_000)
        try read(desk, at: now + 1_999)
        #expect(try desk.marks().first?.unlistedReads == 0)
        try read(desk, at: now + 2_001)
        #expect(try desk.marks().first?.unlistedReads == 1)
    }

    @Test("Not listed by two later reads: people are told, until it is listed after all")
    func unlisted() throws {
        let desk = try desk()
        try desk.ship(1)
        try read(desk)
        let batch = try #require(try launch(desk))
        _ = try desk.outbox.record(
            batch, .ok(FulfillmentReply(remaining: [PurchaseID(1): [1: 2]])), now: now + 2_000)
        for step in 1...3 { try read(desk, at: now + 2_000 + Int64(step)) }
        #expect(try desk.cache.read { try $0.alarms(of: desk.key()) }.map(\.reason) == [.unlisted])
        try read(desk, [Sample.purchase(ledger: [(1, 1, nil)])], at: now + 9_000)
        #expect(try desk.cache.read { try $0.alarms(of: desk.key()) } == [])
        #expect(try desk.marks().first?.claimed != nil)
    }

    @Test("What was on the wire is unknown to the next leader, whose wait goes on from when it was sent")
    func takeOver() throws {
        let desk = try desk()
        try desk.ship()
        try read(desk)
        _ = try #require(try launch(desk))
        _ = try desk.outbox.takeOver(now: now + 39_000)
        let mark = try #require(try desk.marks().first)
        #expect(mark.state == .unknown)
        #expect(mark.attempt?.sentAt == now + 1)
        try read(desk, at: now + 44_000)
        try read(desk, at: now + 46_000)
        #expect(try desk.marks().map(\.state) == [.queued])
    }

    @Test("A purchase that full passes do not show is looked for twice, then its marks stop")
    func missing() throws {
        let desk = try desk()
        let mark = try #require(try desk.ship().first)
        let undo = try #require(try desk.undo(1).first)
        #expect(undo.state == .dropped)
        let other = try #require(try desk.ship().first)
        try desk.put(other.id, .unknown) {
            $0.attempt = Sample.attempt(); $0.attempts = 1
        }
        try desk.outbox.missing([PurchaseID(1)], now: now)
        #expect(try desk.state(other.id) == .unknown)
        try desk.outbox.missing([PurchaseID(1)], now: now + 5_000)
        #expect(try desk.state(other.id) == .attention)
        #expect(try desk.state(mark.id) == .dropped)
    }

    @Test("A purchase that cannot be read makes its marks wait, not conflict")
    func unreadable() throws {
        let desk = try desk()
        try desk.ship()
        try desk.outbox.unreadable([PurchaseID(1)], now: now)
        #expect(try desk.marks().map(\.state) == [.queued])
        #expect(try desk.outbox.survey(now: now).nextDue == now + 30_000)
    }

    @Test("A part that is to be taken back does not drop the whole when it proves absent")
    func partialUndo() throws {
        let desk = try desk()
        let mark = try #require(try desk.ship(3).first)
        try desk.put(mark.id, .unknown) {
            $0.attempt = Sample.attempt(absent: [500_000]); $0.attempts = 1
        }
        let undo = try #require(try desk.undo(1).first)
        try read(desk)
        #expect(try desk.state(mark.id) == .queued)
        #expect(try desk.state(undo.id) == .queued)
    }

    @Test("After a clock that went back nothing is believed that was read later than now")
    func rewind() throws {
        let desk = try desk()
        try desk.ship()
        try read(desk)
        let earlier = now - 3_600_000
        #expect(try desk.outbox.survey(now: earlier).clockWentBack)
        try desk.outbox.rewind(to: earlier)
        let survey = try desk.outbox.survey(now: earlier + 1)
        #expect(!survey.clockWentBack)
        #expect(survey.toRead.count == 1)
        #expect(survey.sendable.isEmpty)
        try read(desk, at: earlier + 2)
        #expect(try desk.outbox.survey(now: earlier + 3).sendable.count == 1)
    }

    @Test("A clock that is set ahead does not shorten the wait of what is on its way")
    func leap() throws {
        let desk = try desk()
        try desk.ship()
        try read(desk)
        let batch = try #require(try launch(desk))
        _ = try answer(batch, .lost(words: "", answered: false), desk)
        let before = try #require(try desk.marks().first?.attempt)
        let ahead: Int64 = 60_000
        _ = try desk.outbox.perform(.leap(by: ahead), epoch: 0, now: now + 3_000 + ahead)
        let after = try #require(try desk.marks().first?.attempt)
        #expect(after.sentAt == before.sentAt + ahead)
        #expect(after.failedAt == before.failedAt.map { $0 + ahead })
        // Two reads that only seem to be long after do not prove that it had no effect.
        for later in [4_000, 7_000] as [Int64] { try read(desk, at: now + later + ahead) }
        #expect(try desk.marks().map(\.state) == [.unknown])
        for later in [41_000, 44_000] as [Int64] { try read(desk, at: now + later + ahead) }
        #expect(try desk.marks().map(\.state) == [.queued])
    }

    @Test("People are told when the store is read next and from when on it may leave again")
    func prospect() throws {
        let desk = try desk()
        try desk.ship()
        try read(desk)
        let figures = ProtocolFigures()
        let reconciler = Reconciler(figures: figures)
        let batch = try #require(try launch(desk))
        _ = try answer(batch, .lost(words: "", answered: false), desk)
        let lost = try #require(try desk.marks().first)
        let told = try #require(reconciler.prospect(of: lost))
        #expect(told.sendFrom == now + 1 + figures.settleWait + figures.readGap)
        #expect(told.readAt == now + 2_000)
        try read(desk, at: now + 2_100)
        let looked = try #require(try desk.marks().first)
        #expect(reconciler.prospect(of: looked)?.readAt == now + 2_000 + figures.earlyLooks[1])
        #expect(reconciler.prospect(of: looked)?.sendFrom == told.sendFrom)
    }

    @Test("A request that waited too long after it was written does not leave")
    func stalled() throws {
        let desk = try desk()
        try desk.ship()
        try read(desk)
        let batch = try #require(try launch(desk))
        _ = try desk.outbox.perform(.post(batch), epoch: 0, now: now + 8_000)
        #expect(try desk.marks().map(\.state) == [.queued])
    }
}
