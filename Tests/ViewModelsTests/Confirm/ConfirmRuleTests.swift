import Model
import TestKit
import Testing
import ViewModels

@Suite struct ConfirmRuleTests {
    /// Before the preview of purchase 1001, its first frame not shown yet.
    private func asked() -> Robot {
        var robot = Robot(shelf: .full(3))
        robot.press("f")
        robot.key("pgdn", after: 1000)
        _ = robot.takeAsked()
        return robot
    }

    private func submits(_ robot: inout Robot) -> Bool {
        robot.settle()
        return !robot.takeAsked().submitted.isEmpty
    }

    @Test func yesByItselfAfterTheFirstFrameCounts() {
        var robot = asked()
        robot.settle()
        robot.key("y", after: 1000)
        #expect(robot.takeAsked().submitted.isEmpty)
        let counts = submits(&robot)
        #expect(counts)
    }

    @Test func yesBeforeTheFirstFrameDoesNotCount() {
        var robot = asked()
        robot.key("y", after: 1000)
        let counts = submits(&robot)
        #expect(!counts)
    }

    @Test func yesTogetherWithOtherKeysDoesNotCount() {
        var robot = asked()
        robot.settle()
        robot.key("y", after: 1000, isAlone: false)
        let counts = submits(&robot)
        #expect(!counts)
        #expect(robot.desk.notice?.kind == .warning)
    }

    @Test func aHeldKeyDoesNotCount() {
        var robot = asked()
        robot.settle()
        robot.key("y", after: 1000, isAlone: false)
        robot.key("y", after: 660)
        let counts = submits(&robot)
        #expect(!counts)
    }

    @Test func yesRightBehindAnotherLetterDoesNotCount() {
        var robot = asked()
        robot.settle()
        robot.key("j", after: 1000)
        robot.key("y", after: 20)
        let counts = submits(&robot)
        #expect(!counts)
    }

    @Test func yesRightBeforeAnotherLetterDoesNotCount() {
        var robot = asked()
        robot.settle()
        robot.key("y", after: 1000)
        robot.key("j", after: 20)
        let counts = submits(&robot)
        #expect(!counts)
    }

    @Test func enterNeverConfirms() {
        var robot = asked()
        robot.settle()
        for _ in 1...3 { robot.press("enter", "tab", "space") }
        #expect(robot.desk.question?.stage == .asking)
        #expect(robot.takeAsked().isEmpty)
    }

    @Test func asSecondYesWhileTheFirstIsWorkingDoesNothing() {
        var robot = asked()
        robot.settle()
        robot.press("y", "y", "n")
        #expect(robot.takeAsked().submitted.count == 1)
        #expect(robot.desk.question?.stage == .working)
    }

    @Test func escAndNoGoBackToTheForm() {
        for key in ["n", "esc"] as [Chord] {
            var robot = asked()
            robot.press(key)
            #expect(robot.desk.shipForm != nil)
        }
    }
}
