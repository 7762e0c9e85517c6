import Model
import TestKit
import Testing

@testable import ViewModels

@Suite struct ColumnStoryTests {
    /// Three marked purchases, and a number for each wanted.
    private var robot: Robot {
        var robot = Robot(shelf: .full(5))
        robot.press("space", "space", "space", "f", "up", "space")
        return robot
    }

    private func number(_ id: Int, in robot: Robot) -> String? {
        robot.desk.shipForm?.form[.trackingOf(PurchaseKey(store: Store.gala.id, purchase: PurchaseID(id)))]?
            .entry.text
    }

    @Test func anOrderAndItsNumberAreScannedInTurn() throws {
        var robot = robot
        for (id, number) in [("1003", "1Z999AA10000000003"), ("C1001", "1Z999AA10000000001")] {
            robot.scan(id)
            robot.scan(number)
        }
        #expect(number(1003, in: robot) == "1Z999AA10000000003")
        #expect(number(1001, in: robot) == "1Z999AA10000000001")
        robot.press("pgdn")
        let question = try #require(robot.desk.question)
        #expect(question.lines.map(\.text).contains("2 purchases with a tracking number"))
        #expect(question.lines.map(\.text).contains("1 without one"))
        _ = robot.takeAsked()
        robot.press("y")
        let lines = try #require(robot.takeAsked().submitted.first?.lines)
        #expect(lines.map(\.tracking) == ["1Z999AA10000000001", nil, "1Z999AA10000000003"])
    }

    @Test func numbersAloneFillTheColumnInTheOrderOfTheList() {
        var robot = robot
        for last in 1...3 { robot.scan("1Z999AA1000000000\(last)") }
        #expect((1001...1003).compactMap { number($0, in: robot) }.map { $0.last } == ["1", "2", "3"])
        robot.scan("1Z999AA10000000009")
        #expect(robot.desk.notice?.kind != .good)
    }

    @Test func aPastedColumnIsFilledInLineByLine() {
        var robot = robot
        robot.tell(.paste("AAA1\nBBB2\r\nCCC3\n", at: 90_000))
        #expect((1001...1003).compactMap { number($0, in: robot) } == ["AAA1", "BBB2", "CCC3"])
        robot.press("up", "up", "up", "up")
        robot.tell(.paste("1\n2\n3\n4\n5", at: 99_000))
        #expect(robot.desk.notice?.kind == .error)
        #expect(number(1001, in: robot) == "AAA1")
    }

    @Test func oneNumberIsOnOneParcel() {
        var robot = robot
        robot.scan("1Z999AA10000000001")
        robot.scan("1Z999AA10000000001")
        #expect(number(1002, in: robot) == "")
        #expect(robot.desk.notice?.kind == .error)
        robot.tell(.paste("SAME-1\nSAME-1", at: 90_000))
        robot.press("pgdn")
        #expect(robot.desk.question == nil)
    }

    @Test func markingAHundredOfAFilterTakesFourKeysAndTakingBackTwo() throws {
        var robot = Robot(shelf: .full(100))
        robot.press("A", "f", "enter", "y")
        let request = try #require(robot.takeAsked().submitted.first)
        #expect(request.lines.count == 100)
        let made = (1001...1100).map { Mark.sample(Int64($0), action: 9, purchase: $0, quantity: 2) }
        robot.answer(.accepted(Accepted(action: ActionID(9), marks: made)))
        robot.press("u", "y")
        #expect(robot.takeAsked().contains(.marks(.undo(ActionID(9), .zoe))))
    }
}

@Suite struct RedoStoryTests {
    private let undone = ActionSummary(
        id: ActionID(7), verb: .undo, items: 4, purchases: 2, stores: [Store.gala.id],
        at: Clock.sunday.now * 1000, author: .zoe)

    @Test func whatWasTakenBackLastIsMarkedAgainAfterAQuestion() {
        var robot = Robot(shelf: .full(3))
        robot.shelf.actions[.redo] = undone
        robot.press("U")
        #expect(robot.desk.question?.question == "Mark all of it again?")
        robot.press("y")
        #expect(robot.takeAsked().contains(.marks(.redo(ActionID(7), .zoe))))
    }

    @Test func itWorksInAPurchaseToo() {
        var robot = Robot(shelf: .full(3))
        robot.shelf.actions[.redo] = undone
        robot.press("enter", "U")
        #expect(robot.desk.question != nil)
    }

    @Test func anyActionOfTheLogIsTakenBackAsOne() {
        var robot = Robot(shelf: .full(3))
        robot.shelf.log = [
            AuditEntry(
                number: 1, at: 0, author: .zoe, purchase: PurchaseID(1001), action: ActionID(5),
                event: "queued", words: "")
        ]
        robot.press("L", "u")
        #expect(robot.desk.question?.deed == .undo(ActionID(5)))
    }

    @Test func withoutAnythingItSaysSo() {
        var robot = Robot(shelf: .full(3))
        robot.press("U")
        #expect(robot.desk.stack.isEmpty)
        #expect(robot.desk.notice?.kind == .warning)
    }

    @Test func theNoticeOfAnUndoOffersIt() {
        var robot = Robot(shelf: .full(3))
        robot.press("f", "pgdn", "y")
        robot.answer(
            .accepted(
                Accepted(
                    action: ActionID(3), marks: [Mark.sample(2).takingBack(.mark(MarkID(1)))])))
        #expect(robot.desk.notice?.text.contains("U marks it again.") == true)
    }

    @Test func whatHasNotLeftIsStoppedFromAnywhere() {
        var robot = Robot(shelf: .full(3))
        var waiting = undone
        waiting.queued = 3
        robot.shelf.actions[.stop] = waiting
        robot.press("ctrl-x")
        #expect(robot.desk.question?.lines.contains { $0.text.hasPrefix("3 marks did not leave") } == true)
        robot.press("y")
        #expect(robot.takeAsked().contains(.marks(.stop(ActionID(7), .zoe))))
    }

    @Test func aStationThatOnlyReadsMarksNothingAgain() {
        var surroundings = Surroundings.bench
        surroundings.isReadOnly = true
        var robot = Robot(surroundings, shelf: .full(3))
        robot.shelf.actions[.redo] = undone
        robot.press("U")
        robot.press("ctrl-x")
        #expect(robot.desk.stack.isEmpty)
    }
}
