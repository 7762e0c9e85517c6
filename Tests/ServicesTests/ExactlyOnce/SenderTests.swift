import APIs
import Model
import Services
import Testing

@Suite("Sender")
struct SenderTests {
    private var toRead: Survey {
        var survey = Survey()
        survey.toRead = [PurchaseID(1): 7]
        return survey
    }

    private var sendable: Survey {
        var survey = Survey()
        survey.sendable = [Sample.mark(state: .queued)]
        return survey
    }

    private var page: SeenPage { SeenPage(PurchasesPage(purchases: [Sample.purchase()])) }
    private let batch = Batch(request: "r", lines: [])

    /// A sender that has just posted.
    private func posting(now: Int64 = 0) -> Sender {
        var sender = Sender()
        _ = sender.handle(.woke, now: now)
        _ = sender.handle(.surveyed(sendable), now: now)
        _ = sender.handle(.prepared(batch), now: now)
        return sender
    }

    @Test("It looks, reads, looks again, checks, posts and looks again")
    func round() {
        var sender = Sender()
        #expect(sender.handle(.woke, now: 0) == [.survey])
        #expect(sender.handle(.surveyed(toRead), now: 0) == [.read(since: 7, page: 1)])
        #expect(sender.handle(.read(page), now: 9) == [.survey])
        #expect(sender.handle(.surveyed(sendable), now: 9) == [.prepare(sendable.sendable)])
        #expect(sender.handle(.prepared(batch), now: 9) == [.post(batch)])
        #expect(sender.handle(.recorded(.fine), now: 9) == [.survey])
        #expect(sender.handle(.surveyed(Survey()), now: 9) == [.sleep(until: nil)])
    }

    @Test("Nothing that could be sent is left: it looks again")
    func nothingPrepared() {
        var sender = Sender()
        _ = sender.handle(.woke, now: 0)
        _ = sender.handle(.surveyed(sendable), now: 0)
        #expect(sender.handle(.prepared(nil), now: 0) == [.survey])
    }

    @Test("Back-off doubles up to ten seconds while nothing answers")
    func backOff() {
        var sender = posting()
        var now: Int64 = 0
        for wait in [1_000, 2_000, 4_000, 8_000, 10_000, 10_000] as [Int64] {
            #expect(
                sender.handle(.recorded(.unreachable(words: "")), now: now) == [.sleep(until: now + wait)])
            #expect(sender.handle(.woke, now: now + 1) == [.sleep(until: now + wait)])
            now += wait
            #expect(sender.handle(.woke, now: now) == [.survey])
            _ = sender.handle(.surveyed(sendable), now: now)
            _ = sender.handle(.prepared(batch), now: now)
        }
    }

    @Test("While nobody waits it backs off up to a minute, until somebody comes with a mark")
    func background() {
        var sender = posting()
        sender.peopleWait = false
        var now: Int64 = 0
        for wait in [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000] as [Int64] {
            #expect(
                sender.handle(.recorded(.unreachable(words: "")), now: now) == [.sleep(until: now + wait)])
            now += wait
            _ = sender.handle(.woke, now: now)
            _ = sender.handle(.surveyed(sendable), now: now)
            _ = sender.handle(.prepared(batch), now: now)
        }
        _ = sender.handle(.recorded(.unreachable(words: "")), now: now)
        #expect(sender.handle(.woke, now: now + 1) == [.sleep(until: now + 60_000)])
        sender.peopleWait = true
        #expect(sender.handle(.woke, now: now + 2) == [.survey])
    }

    @Test("One purchase whose reading always fails does not keep the others from being read")
    func poison() {
        let poison = PurchaseID(3)
        var sender = Sender()
        var survey = Survey()
        survey.toRead = [PurchaseID(1): 1, PurchaseID(2): 2, poison: 3]
        var now: Int64 = 0
        var effects = sender.handle(.woke, now: now)
        var readWithout = false
        for _ in 0..<6 where !readWithout {
            effects = sender.handle(.surveyed(survey), now: now)
            // The store fails whenever it is asked for what changed up to the poison's own stamp.
            readWithout = effects != [.read(since: 1, page: 1)] && effects != [.read(since: 3, page: 1)]
            _ = sender.handle(.readFailed(.lost(words: "", answered: true)), now: now)
            now = sender.obstacle?.due ?? now
            _ = sender.handle(.woke, now: now)
        }
        #expect(readWithout)
    }

    @Test("A clock that is set ahead is told before anything is decided; sleep and setting back are not that")
    func leap() {
        var sender = Sender()
        _ = sender.handle(.woke, now: 1_000, steady: 50)
        _ = sender.handle(.surveyed(Survey()), now: 1_000, steady: 50)
        _ = sender.handle(.woke, now: 61_000, steady: 60_050)
        #expect(
            sender.handle(.surveyed(sendable), now: 61_000, steady: 60_050) == [.prepare(sendable.sendable)])
        _ = sender.handle(.prepared(nil), now: 121_000, steady: 60_150)
        #expect(
            sender.handle(.surveyed(sendable), now: 121_000, steady: 60_150) == [.leap(by: 59_900), .survey])
        #expect(
            sender.handle(.surveyed(sendable), now: 121_000, steady: 60_150) == [.prepare(sendable.sendable)])
    }

    @Test("It waits as told when throttled, and a person cannot hurry it")
    func throttled() {
        var sender = posting()
        #expect(sender.handle(.recorded(.throttled(milliseconds: 5_000)), now: 0) == [.sleep(until: 5_000)])
        #expect(sender.handle(.tryAgain, now: 1) == [.sleep(until: 5_000)])
        #expect(sender.obstacle == .throttled(until: 5_000))
    }

    @Test("Refused credentials are probed every 30 s, or at once when a person asks")
    func paused() {
        var sender = posting()
        #expect(sender.handle(.recorded(.paused(words: "no")), now: 0) == [.sleep(until: 30_000)])
        #expect(sender.handle(.woke, now: 10) == [.sleep(until: 30_000)])
        #expect(sender.handle(.woke, now: 30_000) == [.probe])
        #expect(sender.handle(.readFailed(.refused(words: "no")), now: 30_000) == [.sleep(until: 60_000)])
        #expect(sender.handle(.tryAgain, now: 31_000) == [.probe])
        #expect(sender.handle(.read(page), now: 31_000) == [.survey])
        #expect(sender.obstacle == nil)
    }

    @Test("A mark whose request is always refused, while reads are not, does not keep the others back")
    func refusedAlone() {
        let poison = MarkID(3)
        var waiting = (1...7).map { Sample.mark($0, state: .queued) }
        var sender = Sender()
        var now: Int64 = 0
        var effects = sender.handle(.woke, now: now)
        for _ in 0..<30 where waiting.count > 1 {
            var survey = Survey()
            (survey.sendable, survey.isBusy) = (waiting, true)
            effects = sender.handle(.surveyed(survey), now: now)
            guard case .prepare(let marks) = effects.first else { break }
            _ = sender.handle(.prepared(batch), now: now)
            if marks.contains(where: { $0.id == poison }) {
                _ = sender.handle(.recorded(.paused(words: "no")), now: now)
                now = sender.obstacle?.due ?? now
                _ = sender.handle(.woke, now: now)
                _ = sender.handle(.read(page), now: now)
            } else {
                waiting.removeAll(where: marks.contains)
                _ = sender.handle(.recorded(.fine), now: now)
            }
        }
        #expect(waiting.map(\.id) == [poison])
    }

    @Test("Where the credentials were refused, everything leaves at once when that is over")
    func refusedTogether() {
        var survey = Survey()
        (survey.sendable, survey.isBusy) = ((1...7).map { Sample.mark($0, state: .queued) }, true)
        var sender = posting()
        _ = sender.handle(.recorded(.paused(words: "no")), now: 0)
        _ = sender.handle(.woke, now: 30_000)
        _ = sender.handle(.readFailed(.refused(words: "no")), now: 30_000)
        _ = sender.handle(.woke, now: 60_000)
        _ = sender.handle(.read(page), now: 60_000)
        #expect(sender.handle(.surveyed(survey), now: 60_000) == [.prepare(survey.sendable)])
    }

    @Test("A failed read is tried again later")
    func failedRead() {
        var sender = Sender()
        _ = sender.handle(.woke, now: 0)
        _ = sender.handle(.surveyed(toRead), now: 0)
        #expect(
            sender.handle(.readFailed(.lost(words: "", answered: false)), now: 0) == [.sleep(until: 1_000)])
    }

    @Test("What was read a moment ago is not read again in circles")
    func noCircles() {
        var sender = Sender()
        _ = sender.handle(.woke, now: 0)
        _ = sender.handle(.surveyed(toRead), now: 0)
        _ = sender.handle(.read(page), now: 100)
        #expect(sender.handle(.surveyed(toRead), now: 100) == [.sleep(until: 2_100)])
        _ = sender.handle(.woke, now: 2_100)
        #expect(sender.handle(.surveyed(toRead), now: 2_100) == [.read(since: 7, page: 1)])
    }

    @Test("Rows that full passes do not show, or show unreadably, are told before it looks again")
    func goneAndUnreadable() {
        var sender = Sender()
        var survey = Survey()
        survey.toRead = [PurchaseID(1): nil, PurchaseID(2): nil]
        _ = sender.handle(.woke, now: 0)
        _ = sender.handle(.surveyed(survey), now: 0)
        let odd = SetAside(row: 0, id: PurchaseID(2), field: "", problem: "odd")
        _ = sender.handle(.read(SeenPage(PurchasesPage(purchases: [], setAside: [odd]))), now: 0)
        #expect(
            sender.handle(.read(SeenPage(PurchasesPage(purchases: []))), now: 0)
                == [.missing([PurchaseID(1)]), .unreadable([PurchaseID(2)]), .survey])
    }

    @Test("Where the clock went back, that is put right first")
    func rewind() {
        var sender = Sender()
        var survey = sendable
        survey.clockWentBack = true
        _ = sender.handle(.woke, now: 0)
        #expect(sender.handle(.surveyed(survey), now: 0) == [.rewind, .survey])
    }

    @Test("What does not belong to its state is ignored")
    func ignored() {
        var sender = Sender()
        #expect(sender.handle(.recorded(.fine), now: 0) == [])
        #expect(sender.handle(.prepared(batch), now: 0) == [])
    }
}
