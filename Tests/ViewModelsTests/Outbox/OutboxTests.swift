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
        let attempt = Attempt(
            epoch: 1, request: "r", sentAt: (now - 22) * 1000, snapshot: [], lines: 1,
            failedAt: (now - 2) * 1000)
        let row = OutboxRow(
            mark: .sample(1, state: .unknown).tried(attempt), storeName: "", itemName: "Mug")
        let story = row.story(.sunday)
        #expect(story.contains("counts as shipped"))
        #expect(story.contains("from 14:02 (in 18 s)"))
        #expect(story.contains("two readings"))
    }

    @Test func aWaitIsCountedDown() {
        var mark = Mark.sample(1, state: .queued)
        mark.notBefore = (Clock.sunday.now + 9) * 1000
        mark.reason = "told to wait"
        let row = OutboxRow(mark: mark, storeName: "", itemName: "Mug")
        #expect(row.story(.sunday) == "It leaves in 9 s (told to wait).")
    }
}
