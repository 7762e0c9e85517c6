import Model
import TestKit
import Testing
import ViewModels

@Suite struct OutboxTests {
    private func robot(_ marks: Mark...) -> Robot {
        var robot = Robot(shelf: Shelf([.sample(1043)]))
        robot.shelf.outbox = marks.map {
            OutboxRow(mark: $0, storeName: "spring-gala", itemName: "Shirt, L")
        }
        robot.press("O")
        _ = robot.takeAsked()
        return robot
    }

    @Test(
        arguments: [
            ("r", MarkState.failed, MarkEffect.retry([MarkID(5)], .zoe)),
            ("r", .conflict, .retry([MarkID(5)], .zoe)),
            ("d", .queued, .drop([MarkID(5)], .zoe)),
            ("c", .attention, .settle(MarkID(5), asConfirmed: true, .zoe)),
            ("a", .attention, .settle(MarkID(5), asConfirmed: false, .zoe)),
        ] as [(Chord, MarkState, MarkEffect)])
    func nothingIsDoneBeforeAYes(_ key: Chord, _ state: MarkState, _ effect: MarkEffect) {
        var robot = robot(.sample(5, state: state))
        robot.press(key)
        #expect(robot.takeAsked().isEmpty)
        #expect(robot.desk.question != nil)
        robot.press("y")
        #expect(robot.takeAsked() == [.marks(effect)])
        robot.answer(.done("Done."))
        #expect(robot.desk.outbox != nil)
        #expect(robot.desk.notice == Notice(.good, "Done."))
    }

    @Test(
        arguments: [
            ("r", MarkState.queued), ("r", .unknown), ("d", .sending), ("d", .unknown), ("c", .unknown),
            ("a", .failed),
        ] as [(Chord, MarkState)])
    func whatCannotBeDoneSaysWhy(_ key: Chord, _ state: MarkState) {
        var robot = robot(.sample(5, state: state))
        robot.press(key)
        #expect(robot.desk.outbox != nil)
        #expect(robot.desk.notice?.kind == .warning)
    }

    @Test func theFooterOffersWhatCanBeDone() {
        let labels = robot(.sample(5, state: .attention)).desk.footer.map(\.label)
        #expect(labels.contains("it is there") && labels.contains("it is absent"))
        #expect(!labels.contains("retry"))
    }

    @Test func aMarkThatNoStoreTakesIsSaidToBeKeptHere() {
        var mark = Mark.sample(5, state: .confirmed)
        var surroundings = Surroundings.bench
        surroundings.stores = [.gala, .run]
        #expect(
            OutboxRow(mark: mark, storeName: "", itemName: "").story(in: surroundings) == "The store has it.")
        mark.store = Store.run.id
        let story = OutboxRow(mark: mark, storeName: "", itemName: "").story(in: surroundings)
        #expect(story == "Kept on this box: this store takes no marks.")
    }

    /// Nothing of it is ever sent: no words may say that it was, or was not.
    @Test(arguments: [MarkState.queued, .sending, .conflict, .dropped])
    func whatStaysOnThisBoxIsNotSaidToBeSent(state: MarkState) {
        var mark = Mark.sample(5, state: state)
        mark.store = Store.run.id
        mark.reason = nil
        let row = OutboxRow(mark: mark, storeName: "", itemName: "Mug")
        var surroundings = Surroundings.bench
        surroundings.stores = [.gala, .run]
        surroundings.health = []
        let story = row.story(in: surroundings)
        #expect(!story.contains("sent") && !story.contains("leaves") && !story.contains("on its way"))
    }

    @Test func sendingOnceMoreIsOnlyAskedOfWhatIsSent() {
        var mark = Mark.sample(5, state: .conflict)
        for (store, question) in [(Store.gala, "Send it once more?"), (.run, "Mark it once more?")] {
            mark.store = store.id
            var bench = Surroundings.bench
            bench.stores = [.gala, .run]
            var robot = Robot(bench)
            robot.shelf.outbox = [OutboxRow(mark: mark, storeName: store.name, itemName: "Mug")]
            robot.press("O", "r")
            #expect(robot.desk.question?.question == question)
        }
    }

    /// It has no quantity, and ships nothing.
    @Test func aDayThatWasSetIsAChangeAndCanBeTakenBack() {
        var mark = Mark.sample(5, quantity: 0, state: .confirmed)
        mark.sets = ["in_hand": "false", "in_hand_on": "2026-12-03"]
        #expect(mark.deed("Seats") == "Change in_hand, in_hand_on")
        var robot = robot(mark)
        robot.press("tab")
        #expect(robot.desk.footer.contains { $0.label == "undo action" })
    }

    @Test func openFirstEverythingOnTab() {
        var robot = robot(.sample(1, state: .confirmed), .sample(2, state: .queued))
        #expect(robot.desk.outbox?.rows.map(\.mark.id) == [MarkID(2)])
        robot.press("tab")
        #expect(robot.desk.outbox?.rows.count == 2)
    }

    @Test func theCursorStaysOnItsMark() {
        var robot = robot(.sample(1, state: .queued), .sample(2, state: .queued))
        robot.press("j")
        robot.shelf.outbox.insert(
            OutboxRow(mark: .sample(3, state: .queued), storeName: "", itemName: ""), at: 0)
        robot.tell(.changed)
        #expect(robot.desk.outbox?.current?.mark.id == MarkID(2))
    }

    @Test func aMarkLeadsToItsPurchaseAndItsWholeActionCanBeTakenBack() {
        var robot = robot(.sample(5, action: 8, state: .confirmed))
        robot.press("tab", "u")
        #expect(robot.desk.question?.deed == .undo(ActionID(8)))
        robot.press("n", "enter")
        #expect(robot.desk.openPurchase == 1043)
    }

    @Test func anUnknownOutcomeIsExplainedWithWhatComesNextAndWhen() {
        let now = Clock.sunday.now
        let row = OutboxRow(
            mark: .sample(1, state: .unknown), storeName: "", itemName: "Mug",
            prospect: Prospect(readAt: (now + 3) * 1000, sendFrom: (now + 18) * 1000))
        let story = row.story(in: .bench)
        #expect(story.contains("counts as shipped"))
        #expect(story.contains("read again in 3 s"))
        #expect(story.contains("not before 14:02 (in 18 s)"))
        #expect(story.contains("Nothing to do"))
    }

    @Test func aWaitIsCountedDown() {
        var mark = Mark.sample(1, state: .queued)
        mark.notBefore = (Clock.sunday.now + 9) * 1000
        mark.reason = "told to wait"
        let row = OutboxRow(
            mark: mark, storeName: "", itemName: "Mug", prospect: Prospect(sendFrom: mark.notBefore))
        #expect(row.story(in: .bench) == "It is safe on this box and leaves in 9 s. told to wait")
    }

    @Test func whatKeepsTheStoreFromBeingReachedIsSaidFirst() {
        var offline = Surroundings.bench
        let row = OutboxRow(mark: .sample(1, state: .queued), storeName: "", itemName: "Mug")
        let phase = StoreHealth.Phase.offline(why: "Nobody listens.", retryAt: Clock.sunday.now + 8)
        offline.health = [StoreHealth(store: Store.gala.id, phase: phase, leader: "bench-1")]
        #expect(
            row.story(in: offline).hasPrefix(
                "The store cannot be reached: Nobody listens. Tried again in 8 s."))
        offline.stores = [.gala, .office]
        #expect(
            row.story(in: offline).hasPrefix("\(Store.gala.name) cannot be reached: Nobody listens."))
        offline.health = [StoreHealth(store: Store.gala.id)]
        #expect(row.story(in: offline).hasPrefix("Nobody on this box sends"))
    }

    @Test func aMarkThatWaitsForAnotherSaysForWhich() {
        let rows = [
            OutboxRow(mark: .sample(6, state: .queued), storeName: "", itemName: "Mug"),
            OutboxRow(mark: .sample(5, state: .unknown), storeName: "", itemName: "Mug"),
        ]
        #expect(rows[0].story(in: .bench, among: rows).contains("waits for mark 5"))
    }

    @Test func theCursorGoesUpThroughThePageBeforeThePageTurns() {
        var robot = Robot(.bench.sized(80, 24), shelf: Shelf([.sample(1043)]))
        robot.shelf.outbox = (1...40).map {
            OutboxRow(mark: .sample($0, state: .queued), storeName: "", itemName: "")
        }
        robot.press("O", "G")
        let rows = Layout(width: 80, height: 24).explainedRows
        #expect(robot.desk.outbox?.top == 40 - rows)
        for _ in 1..<rows { robot.press("k") }
        #expect(robot.desk.outbox?.top == 40 - rows)
        #expect(robot.desk.outbox?.cursor == 40 - rows)
        robot.press("k")
        #expect(robot.desk.outbox?.top == 40 - rows - 1)
    }

    @Test func whatWaitsForAPersonOpensWithBothSides() {
        var robot = robot(.sample(5, state: .conflict))
        robot.press("enter")
        #expect(robot.desk.bothSides?.mark == MarkID(5))
    }

    @Test func whatIsTakenBackIsNotTakenBackAgain() {
        var robot = robot(.sample(5, state: .attention))
        robot.shelf.outbox[0].takenBack = 1
        robot.tell(.changed)
        robot.press("u")
        #expect(robot.desk.question == nil)
        #expect(robot.desk.notice?.text == "It is taken back already.")
    }

    @Test func whileSomethingCountsDownTheClockIsToldEverySecondAndNotLonger() {
        var robot = robot(.sample(5, state: .queued))
        #expect(!robot.isAwaiting(.second))
        let soon = Prospect(sendFrom: (Clock.sunday.now + 1) * 1000)
        robot.shelf.outbox[0].prospect = soon
        robot.tell(.changed)
        #expect(robot.isAwaiting(.second))
        robot.tell(.clock(Clock(now: Clock.sunday.now + 1)))
        robot.settle()
        #expect(!robot.isAwaiting(.second))
    }
}
