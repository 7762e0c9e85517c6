import Model
import TestKit
import Testing
import ViewModels

@Suite struct DashboardTests {
    @Test func quittingIsAskedForAndSaysWhatIsOpen() {
        var robot = Robot(shelf: .full(3))
        robot.tell(.health([StoreHealth(store: StoreID(1), sending: 2)]))
        robot.press("ctrl-c")
        #expect(robot.desk.question?.lines.first?.text.hasPrefix("2 marks not settled yet") == true)
        robot.press("ctrl-c", "enter")
        #expect(robot.desk.stack.count == 1)
        _ = robot.takeAsked()
        robot.press("y")
        #expect(robot.takeAsked() == [.app(.quit)])
    }

    @Test func suspendAndRedrawWorkInFormsToo() {
        var robot = Robot(shelf: .full(3))
        robot.press("f")
        _ = robot.takeAsked()
        robot.press("ctrl-z", "ctrl-l")
        #expect(robot.takeAsked() == [.app(.suspend), .app(.redraw)])
        #expect(robot.desk.shipForm != nil)
    }

    @Test func aTerminalThatIsTooSmallKeepsEverythingAndStillQuits() {
        var robot = Robot(shelf: .full(3))
        robot.press("f", "9")
        robot.tell(.resize(width: 39, height: 24))
        #expect(robot.desk.isTooSmall)
        robot.press("5", "esc")
        robot.tell(.resize(width: 80, height: 24))
        #expect(robot.desk.shipForm?.form[.quantity(item: 1)]?.entry.text == "9")
        robot.tell(.resize(width: 80, height: 9))
        _ = robot.takeAsked()
        robot.press("ctrl-c")
        #expect(robot.takeAsked() == [.app(.quit)])
    }

    @Test func aFailureIsShown() {
        var robot = Robot(shelf: .full(3))
        robot.answer(.failed("The disk is full."))
        #expect(robot.desk.notice == Notice(.error, "The disk is full."))
        robot.press("j")
        #expect(robot.desk.notice == nil)
    }

    @Test func theWheelMovesTheCursor() {
        var robot = Robot(shelf: .full(10))
        robot.tell(.wheel(3))
        #expect(robot.list.currentID == 1004)
        robot.tell(.wheel(-1))
        #expect(robot.list.currentID == 1003)
        robot.press("f")
        robot.tell(.wheel(10))
        #expect(robot.desk.shipForm?.form.focused?.id == .quantity(item: 1))
    }

    @Test func holdingAsksForAReasonAndReleasingForAYes() {
        var robot = Robot(shelf: .full(3))
        robot.press("H", "enter")
        #expect(robot.desk.question == nil)
        robot.type("size?")
        robot.press("enter")
        _ = robot.takeAsked()
        robot.press("y")
        let key = PurchaseKey(store: StoreID(1), purchase: PurchaseID(1001))
        #expect(robot.takeAsked() == [.marks(.hold([key], reason: "size?", .zoe))])
        robot.answer(.done("Held."))
        #expect(robot.desk.stack.isEmpty)

        robot.shelf[1001] = .sample(1001).held(Hold(reason: "size?", author: .zoe, at: 0))
        robot.tell(.changed)
        robot.press("7", "H", "y")
        #expect(robot.takeAsked() == [.marks(.release([key], .zoe))])
    }

    @Test(arguments: [(39, 24, true), (80, 9, true), (40, 10, false), (110, 30, false)])
    func whatIsTooSmall(_ width: Int, _ height: Int, _ isTooSmall: Bool) {
        let layout = Layout(width: width, height: height)
        #expect(layout.isTooSmall == isTooSmall)
        #expect(layout.showsDetailBeside == (width >= 110))
        #expect(isTooSmall || layout.listWidth + layout.detailWidth <= width)
    }
}
