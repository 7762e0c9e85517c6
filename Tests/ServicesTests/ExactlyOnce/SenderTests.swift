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
