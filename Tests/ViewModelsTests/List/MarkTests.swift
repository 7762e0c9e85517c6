import Model
import TestKit
import Testing
import ViewModels

@Suite struct MarkTests {
    @Test func spaceMarksAndStepsDownAndAgainUnmarks() {
        var robot = Robot(shelf: .full(5))
        robot.press("space", "space")
        #expect(robot.list.markedIDs == [1001, 1002])
        #expect(robot.list.currentID == 1003)
        #expect(robot.list.markWords == "2 marked (4 items)")
        robot.press("k", "space")
        #expect(robot.list.markedIDs == [1001])
    }

    @Test func aRangeMarksAllBetween() {
        var robot = Robot(shelf: .full(10))
        robot.press("j", "v", "j", "j")
        #expect((0...4).map(robot.list.isInRange) == [false, true, true, true, false])
        #expect(robot.list.rangeWords(.standard) == "range of 3: v marks it, Esc ends it")
        robot.press("v")
        #expect(robot.list.markedIDs == [1002, 1003, 1004])
        #expect(robot.list.range == nil)
        #expect(robot.list.rangeWords(.standard) == nil)
    }

    @Test(arguments: [false, true]) func aRangeGoesAcrossPagesBothWays(_ upwards: Bool) {
        var robot = Robot(shelf: .full(50))
        if upwards {
            robot.press("G", "v", "pgup", "pgup", "v")
            #expect(robot.list.markedIDs == Array(1014...1050))
        } else {
            robot.press("v", "pgdn", "j", "space")
            #expect(robot.list.markedIDs == Array(1001...1020))
        }
    }

    @Test func shiftStretchesARangeAndEscEndsItWithoutTouchingMarks() {
        var robot = Robot(shelf: .full(10))
        robot.press("a", "shift-down", "shift-down", "esc")
        #expect(robot.list.range == nil)
        #expect(robot.list.marks.count == 10)
        #expect(robot.list.currentID == 1003)
    }

    @Test func theWholePageAllThatMatchInvertAndClear() {
        var robot = Robot(shelf: .full(50))
        robot.press("a")
        #expect(robot.list.markedIDs == Array(1001...1018))
        robot.press("*")
        #expect(robot.list.markedIDs == Array(1019...1050))
        robot.press("A")
        #expect(robot.list.marks.count == 50)
        robot.press("esc")
        #expect(robot.list.marks.count == 50)
        robot.press("c")
        #expect(robot.list.marks.isEmpty)
    }

    @Test func marksFollowTheirPurchases() {
        var robot = Robot(shelf: .full(5))
        robot.press("space")
        robot.shelf[900] = .sample(900)
        robot.tell(.changed)
        #expect(robot.list.markedIDs == [1001])
    }

    @Test func marksOutOfSightStandInTheWayUntilDropped() throws {
        var robot = Robot(
            shelf: Shelf([.sample(1).named("Abel"), .sample(2).named("Bo"), .sample(3).named("Abel")]))
        robot.press("A", "/")
        robot.type("abel")
        robot.press("enter")
        #expect(robot.list.markWords == "3 marked (6 items), 1 out of sight")
        robot.press("f")
        let blocked = try #require(robot.desk.hiddenMarks)
        #expect(blocked.hidden.map(\.purchase.text) == ["2"])
        robot.press("d")
        #expect(robot.list.markedIDs == [1, 3])
        robot.press("f")
        guard case .many(let plan)? = robot.desk.shipForm?.subject else {
            Issue.record("no form for many")
            return
        }
        #expect(plan.included.map(\.key.purchase.text) == ["1", "3"])
    }

    @Test func orUntilTheyAreShown() {
        var robot = Robot(shelf: Shelf([.sample(1).named("Abel"), .sample(2).named("Bo")]))
        robot.press("A", "7", "u")
        #expect(robot.desk.hiddenMarks != nil)
        robot.press("s")
        #expect(robot.list.query.filter == .all)
        #expect(robot.list.hiddenMarks == 0)
        #expect(robot.list.marks.count == 2)
    }

    @Test func marksOnOtherPagesAreNotOutOfSight() {
        var robot = Robot(shelf: .full(50))
        robot.press("space", "G", "space", "f")
        #expect(robot.desk.hiddenMarks == nil)
        #expect(robot.desk.shipForm != nil)
    }
}
