import Model
import Services
import Testing

@Suite("Reconciler")
struct ReconcilerTests {
    let reconciler = Reconciler(figures: ProtocolFigures())

    private func changes(
        _ ledger: [(item: Int, quantity: Int, tracking: String?)], _ marks: [Mark],
        claimed: Set<EntryKey> = [],
        began: Int64 = 150_000
    ) -> [Reconciler.Change] {
        reconciler.changes(in: Sample.purchase(ledger: ledger), marks: marks, claimed: claimed, began: began)
    }

    private func entry(_ index: Int, quantity: Int = 1, tracking: String = "") -> EntryKey {
        EntryKey(item: 1, at: 5_000 + Int64(index), quantity: quantity, tracking: tracking, ordinal: 0)
    }

    @Test("One new entry of our item, quantity and tracking is ours")
    func found() {
        let mark = Sample.mark {
            $0.attempt = Sample.attempt(); $0.attempts = 1; $0.tracking = " 1z9 "
        }
        #expect(changes([(1, 1, "1Z9")], [mark]) == [.claim(mark.id, entry(0, tracking: "1z9"))])
    }

    @Test("An entry of the snapshot, one that is claimed, and one that differs are not ours")
    func notOurs() {
        let old = Sample.unknown(1, Sample.attempt(snapshot: [entry(0)]))
        #expect(changes([(1, 1, nil)], [old], began: 130_000) == [.absent(old.id)])
        let mark = Sample.unknown()
        #expect(changes([(1, 1, nil)], [mark], claimed: [entry(0)], began: 130_000) == [.absent(mark.id)])
        #expect(
            changes([(1, 2, nil), (2, 1, nil), (1, 1, "T")], [mark], began: 130_000) == [.absent(mark.id)])
    }

    @Test("Reads before the settle wait prove nothing, two after it do")
    func absence() {
        let early = Sample.unknown(1, Sample.attempt(absent: [121_000, 130_000, 139_000]))
        #expect(changes([], [early], began: 141_000) == [.absent(early.id)])
        let proven = Sample.unknown(1, Sample.attempt(absent: [141_000]))
        #expect(changes([], [proven], began: 142_000) == [.absent(proven.id)])
        #expect(changes([], [proven], began: 143_000) == [.resend(proven.id)])
    }

    @Test("What was answered is proved absent at once by two reads")
    func answered() {
        let mark = Sample.unknown(1, Sample.attempt(answered: true, absent: [120_100]))
        #expect(changes([], [mark], began: 121_000) == [.absent(mark.id)])
        #expect(changes([], [mark], began: 122_100) == [.resend(mark.id)])
    }

    @Test("Two entries that look like ours ask a person")
    func ambiguous() throws {
        let mark = Sample.unknown()
        let all = changes([(1, 1, nil), (1, 1, nil)], [mark])
        guard case .attention(mark.id, _) = try #require(all.first) else { return #expect(Bool(false)) }
        #expect(all.count == 1)
    }

    @Test("A person who was asked because two would fit is not overruled by the next read")
    func notOverruled() {
        let asked = Sample.mark(state: .attention) {
            $0.attempt = Sample.attempt(); $0.attempts = 1
        }
        #expect(changes([(1, 1, nil), (1, 1, nil)], [asked]) == [])
        #expect(changes([(1, 1, nil)], [asked]) == [.claim(asked.id, entry(0))])
    }

    @Test("Another's entry beside a mark that is proved absent asks a person")
    func interference() throws {
        let mark = Sample.unknown(1, Sample.attempt(absent: [141_000]))
        let all = changes([(1, 2, "T")], [mark])
        guard case .attention(mark.id, _) = try #require(all.first) else { return #expect(Bool(false)) }
    }

    @Test("A confirmed mark chooses before an unknown one")
    func certainFirst() {
        let confirmed = Sample.mark(2, state: .confirmed) {
            $0.attempt = Sample.attempt(); $0.attempts = 1
        }
        let unknown = Sample.unknown()
        #expect(
            changes([(1, 1, nil)], [unknown, confirmed], began: 130_000)
                == [.claim(confirmed.id, entry(0)), .absent(unknown.id)])
    }

    @Test("A confirmed mark that is not listed is counted")
    func unlisted() {
        let mark = Sample.mark(state: .confirmed) {
            $0.attempt = Sample.attempt(); $0.attempts = 1
        }
        #expect(changes([], [mark]) == [.unlisted(mark.id)])
    }

    @Test("The entry of a mark that is on the wire is nobody's yet")
    func onTheWire() {
        let twice = Sample.mark(1, state: .confirmed) {
            $0.attempt = Sample.attempt(snapshot: []); $0.attempts = 2; $0.claimed = entry(0)
        }
        let sending = Sample.mark(2, state: .sending) {
            $0.attempt = Sample.attempt(snapshot: [entry(0)]); $0.attempts = 1
        }
        #expect(changes([(1, 1, nil), (1, 1, nil)], [twice, sending], claimed: [entry(0)]) == [])
    }

    @Test(
        "Both attempts of a mark show: one is claimed, one landed late, in one read",
        arguments: [MarkState.unknown, .confirmed])
    func twice(state: MarkState) {
        let mark = Sample.mark(state: state) {
            $0.attempt = Sample.attempt(); $0.attempts = 2
        }
        #expect(
            changes([(1, 1, nil), (1, 1, nil)], [mark]) == [
                .claim(mark.id, entry(0)), .landedLate(mark.id, entry(1)),
            ])
    }

    @Test("A mark that waits to leave again is claimed by what its first attempt did")
    func lateForQueued() {
        let mark = Sample.mark(state: .queued) {
            $0.attempt = Sample.attempt(); $0.attempts = 1
        }
        #expect(changes([(1, 1, nil)], [mark]) == [.claim(mark.id, entry(0))])
    }

    @Test(
        "What was given up and shows all the same landed late",
        arguments: [MarkState.dropped, .conflict, .failed])
    func lateForGivenUp(state: MarkState) {
        let mark = Sample.mark(state: state) {
            $0.attempt = Sample.attempt(); $0.attempts = 1
        }
        #expect(changes([(1, 1, nil)], [mark]) == [.landedLate(mark.id, entry(0))])
    }

    @Test("A late arrival of another mark of ours is not somebody else's change")
    func ownLateArrival() {
        let earlier = Sample.mark(1, quantity: 2, state: .confirmed) {
            $0.attempt = Sample.attempt(); $0.attempts = 2; $0.claimed = entry(0, quantity: 2)
        }
        let mark = Sample.unknown(2, Sample.attempt(snapshot: [entry(0, quantity: 2)], absent: [141_000]))
        #expect(
            changes([(1, 2, nil), (1, 2, nil)], [earlier, mark], claimed: [entry(0, quantity: 2)])
                == [.landedLate(earlier.id, entry(1, quantity: 2)), .resend(mark.id)])
    }

    @Test("Looks come soon after the failure, then when the wait is over, then once more")
    func schedule() {
        #expect(reconciler.nextRead(of: Sample.attempt()) == 120_000)
        #expect(reconciler.nextRead(of: Sample.attempt(absent: [120_100])) == 125_000)
        #expect(reconciler.nextRead(of: Sample.attempt(absent: [125_100])) == 135_000)
        #expect(reconciler.nextRead(of: Sample.attempt(absent: [135_100])) == 140_000)
        #expect(reconciler.nextRead(of: Sample.attempt(absent: [140_000])) == 142_000)
        #expect(reconciler.nextRead(of: Sample.attempt(answered: true)) == 120_000)
    }
}
