import APIs
import Cache
import Model
import Services
import Testing

/// Whatever becomes of a mark that is on its way, its undo ends as it must.
@Suite("Undo of what is on its way")
struct UndoOfOpenMarksTests {
    enum Outcome: CaseIterable {
        case confirmed, refused, nothingLeft, lostAndFound, lostAndAbsent
    }

    private let now = Desk.now + 1_000

    @Test(
        "It waits for the outcome: sent where that took effect, dropped where it did not",
        arguments: Outcome.allCases, 1...3)
    func waits(outcome: Outcome, takenBack: Int) throws {
        let desk = try Desk()
        let mark = try #require(try desk.ship(3, now: Desk.now).first)
        try read(desk, [], at: now)
        let epoch = try desk.cache.read { try $0.epoch(of: desk.store.id) }
        let batch = try #require(try desk.outbox.prepare([mark], epoch: epoch, request: "r", now: now + 1))
        let undo = try #require(try desk.undo(takenBack).first)
        #expect(undo.state == .queued)
        #expect(try desk.outbox.survey(now: now + 2).sendable.isEmpty)

        try come(outcome, batch, desk)
        let (state, undone) = (try desk.state(mark.id), try desk.state(undo.id))
        switch outcome {
        case .confirmed, .lostAndFound:
            #expect(state == .confirmed && undone == .queued)
            try read(desk, [(1, 3, nil)], at: now + 90_000)
            let leaving = try desk.outbox.survey(now: now + 90_001).sendable
            #expect(leaving.map(\.id) == [undo.id])
            #expect(leaving.map(\.quantity) == [-takenBack])
        case .refused: #expect(state == .failed && undone == .dropped)
        case .nothingLeft:
            // The attempt for certain had no effect: the mark leaves again, and the undo still waits.
            #expect(state == .queued && undone == .queued)
        case .lostAndAbsent where takenBack == 3: #expect(state == .dropped && undone == .dropped)
        case .lostAndAbsent: #expect(state == .queued && undone == .queued)
        }
    }

    @Test("Of what is queued nothing leaves any more, whatever is taken back of it first", arguments: 1...2)
    func queued(first: Int) throws {
        let desk = try Desk()
        let mark = try #require(try desk.ship(3).first)
        let part = try #require(try desk.undo(first).first)
        #expect(part.state == .queued)
        let whole = try desk.marker.undo(mark.action, by: Sample.author, now: Desk.now)
        #expect(whole.marks.map(\.quantity) == [-(3 - first)])
        #expect(desk.refusals { _ = try desk.undo() } == [.nothingToTakeBack(PurchaseID(1), item: 1)])
    }

    private func come(_ outcome: Outcome, _ batch: Batch, _ desk: Desk) throws {
        let lost = CallFailure.lost(words: "cut off", answered: false)
        switch outcome {
        case .confirmed:
            let reply = FulfillmentReply(remaining: [PurchaseID(1): [1: 0]])
            _ = try desk.outbox.record(batch, .ok(reply), now: now + 2_000)
        case .refused:
            _ = try desk.outbox.record(batch, .failed(.named(words: "no", code: nil)), now: now + 2_000)
        case .nothingLeft:
            _ = try desk.outbox.record(batch, .failed(.nothingLeft(words: "no way")), now: now + 2_000)
        case .lostAndFound:
            _ = try desk.outbox.record(batch, .failed(lost), now: now + 2_000)
            try read(desk, [(1, 3, nil)], at: now + 3_000)
        case .lostAndAbsent:
            _ = try desk.outbox.record(batch, .failed(lost), now: now + 2_000)
            for later in [45_000, 48_000] as [Int64] { try read(desk, [], at: now + later) }
        }
    }

    private func read(
        _ desk: Desk, _ ledger: [(item: Int, quantity: Int, tracking: String?)], at began: Int64
    ) throws {
        try desk.outbox.absorb([Sample.purchase(ledger: ledger)], began: began, now: began + 500)
    }
}
