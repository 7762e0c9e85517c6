import Model
import TestKit
import Testing
import ViewModels

@Suite struct NewsTests {
    @Test func theCursorStaysOnItsPurchaseWhenOthersComeBefore() {
        var robot = Robot(shelf: .full(50))
        robot.press("j", "j", "j")
        robot.shelf[900] = .sample(900)
        robot.tell(.changed)
        #expect(robot.list.currentID == 1004)
        #expect(robot.list.ids.first == 900)
    }

    @Test func evenWhenMoreThanAPageComesBefore() {
        var robot = Robot(shelf: .full(5))
        robot.press("j")
        for id in 100..<180 { robot.shelf[id] = .sample(id) }
        robot.tell(.changed)
        #expect(robot.list.currentID == 1002)
        #expect(robot.list.offset == 81)
    }

    @Test func aPurchaseThatLeavesTheListStaysUnderTheCursorUntilItMoves() {
        var robot = Robot(shelf: .full(50))
        robot.press("j")
        robot.shelf[1002] = nil
        robot.tell(.changed)
        #expect(robot.list.currentID == 1002)
        #expect(robot.list.ghost?.purchase == PurchaseID(1002))
        robot.tell(.changed)
        #expect(robot.list.currentID == 1002)
        robot.press("j")
        #expect(robot.list.currentID == 1003)
        #expect(robot.list.ghost == nil)
        #expect(robot.list.ids == [1001] + Array(1003...1019))
    }

    @Test func upFromAPurchaseThatLeftIsTheOneBefore() {
        var robot = Robot(shelf: .full(5))
        robot.press("j", "j")
        robot.shelf[1003] = nil
        robot.tell(.changed)
        robot.press("k")
        #expect(robot.list.currentID == 1002)
        #expect(robot.list.ids == [1001, 1002, 1004, 1005])
    }

    @Test func theLastOneLeavingTheListStaysToo() {
        var robot = Robot(shelf: .full(1))
        robot.shelf[1001] = nil
        robot.tell(.changed)
        #expect(robot.list.currentID == 1001)
        robot.press("j")
        #expect(robot.list.rows.isEmpty)
    }

    @Test func whatLeavesByTheirOwnActionGoesAtOnce() {
        var robot = Robot(shelf: .full(5))
        robot.press("f", "pgdn", "y")
        robot.answer(.accepted(Accepted(action: ActionID(7), marks: [.sample(1, action: 7, purchase: 1001)])))
        robot.shelf[1001] = nil
        robot.tell(.changed)
        #expect(robot.list.currentID == 1002)
        #expect(robot.list.ghost == nil)
    }

    @Test func aFirstSyncFillsThePageAsItComes() {
        var robot = Robot()
        robot.shelf = .full(3)
        robot.tell(.changed)
        #expect(robot.list.ids == [1001, 1002, 1003])
        robot.shelf = .full(40)
        robot.tell(.changed)
        #expect(robot.list.rows.count == 18)
        #expect(robot.list.currentID == 1001)
    }

    @Test func deepInTheListThePageStays() {
        var robot = Robot(shelf: .full(60))
        robot.press("pgdn", "j")
        robot.shelf[1001] = nil
        robot.tell(.changed)
        #expect(robot.list.currentID == 1020)
        #expect(robot.list.ids.first == 1019)
        #expect(robot.list.offset == 17)
    }
}
