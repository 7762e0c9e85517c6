import Model
import TestKit
import Testing
import ViewModels

@Suite struct ScanStoryTests {
    @Test func aScannedIdOpensItsPurchaseAndItsDigitsChangeNothing() {
        var robot = Robot(shelf: .full(60))
        robot.scan("1043")
        #expect(robot.desk.openPurchase == 1043)
        #expect(robot.list.query.filter == .toShip)
    }

    @Test func aCodeWithLettersThatAreKeysOpensItsPurchaseOnly() {
        var robot = Robot(shelf: Shelf([.sample(1043), .sample(1044)]))
        robot.shelf.details[0].purchase.confirmationCode = "qf y1A:"
        _ = robot.takeAsked()
        robot.scan("qf y1A:")
        #expect(robot.desk.openPurchase == 1043)
        #expect(robot.takeAsked().isEmpty)
        #expect(robot.list.marks.isEmpty)
    }

    @Test func everyScanIsAnsweredHoweverFastTheyCome() {
        var robot = Robot(shelf: .full(60))
        for id in ["1043", "1044", "1045"] {
            for character in id { robot.key(Chord(String(character)), after: 1) }
            robot.key("enter", after: 1)
            #expect(robot.desk.openPurchase == Int(id))
        }
    }

    @Test func whatNobodyKnowsIsSaidLoudly() {
        var robot = Robot(shelf: .full(3))
        robot.scan("9999x")
        #expect(robot.desk.notice?.kind == .error)
        #expect(robot.takeAsked().contains(.app(.bell)))
    }

    @Test func aLongScanPutsTheListBackThoughEveryKeyWasDrawnAndAnswered() {
        var robot = Robot(shelf: .full(60))
        robot.press("space", "2", "1", "down")
        let before = robot.list.query
        for character in String(repeating: "9400111899", count: 12) {
            robot.key(Chord(String(character)), after: 5)
            robot.tell(.firstFrameShown(at: robot.now))
        }
        robot.key("enter", after: 5)
        #expect(robot.list.query == before)
        #expect(robot.list.markedIDs == [1001])
        #expect(robot.desk.notice?.kind == .error)
    }

    @Test func aNumberThatSeveralHaveShowsThemAll() {
        var robot = Robot(shelf: Shelf([.sample(1043), .sample(1044)]))
        robot.press("2")
        robot.shelf.details[0].purchase.confirmationCode = "muller"
        robot.shelf.details[1].purchase.confirmationCode = "muller"
        robot.scan("muller")
        #expect(robot.list.query == ListQuery(filter: .all, search: "muller"))
    }

    @Test func inAFormAScanFillsTheTrackingAndNothingElse() throws {
        var robot = Robot(shelf: .full(3))
        robot.press("f")
        robot.scan("1Z999AA10123456784")
        let form = try #require(robot.desk.shipForm)
        #expect(form.form[.tracking]?.entry.text == "1Z999AA10123456784")
        #expect(form.form[.quantity(item: 1)]?.entry.text == "2")
        #expect(form.form.focused?.id == .deliverBy)
    }

    @Test func aSecondScanReplacesTheFirst() {
        var robot = Robot(shelf: .full(3))
        robot.press("f")
        robot.scan("AAA1")
        robot.scan("BBB2")
        #expect(robot.desk.shipForm?.form[.tracking]?.entry.text == "BBB2")
    }

    @Test func aPasteIsAScan() {
        var robot = Robot(shelf: .full(60))
        robot.tell(.paste("1043\n", at: 5000))
        #expect(robot.desk.openPurchase == 1043)
    }

    @Test func aPasteIntoTextIsText() {
        var robot = Robot(shelf: .full(60))
        robot.press("/")
        robot.tell(.paste("Mül\nler", at: 5000))
        #expect(robot.desk.line?.entry.text == "Mül ler")
    }

    @Test func manyPastedLinesAreRefusedLoudly() {
        var robot = Robot(shelf: .full(60))
        robot.tell(.paste("1043\n1044\n", at: 5000))
        #expect(robot.desk.stack.isEmpty)
        #expect(robot.desk.notice?.kind == .error)
    }

    @Test func inAQuestionAScanConfirmsNothingAndOpensAfterTheAnswer() throws {
        var robot = Robot(shelf: .full(60))
        robot.shelf[1050]?.purchase.confirmationCode = "y77y"
        robot.press("f", "pgdn")
        #expect(robot.desk.question != nil)
        _ = robot.takeAsked()
        robot.scan("y77y")
        #expect(robot.desk.question?.stage == .asking)
        #expect(robot.takeAsked() == [.app(.bell)])
        robot.press("n")
        #expect(robot.desk.shipForm != nil)
        robot.press("esc")
        #expect(robot.desk.openPurchase == 1050)
    }

    @Test func newsDuringAScanIsNotLost() {
        var robot = Robot(shelf: .full(3))
        robot.key("1", after: 1000)
        robot.tell(.health([StoreHealth(store: StoreID(1), phase: .paused(why: "key refused"))]))
        robot.key("0", after: 5)
        robot.key("0", after: 5)
        robot.key("2", after: 5)
        robot.key("enter", after: 5)
        #expect(robot.desk.openPurchase == 1002)
        #expect(robot.desk.status.facts.first?.tone == .error)
    }

    @Test func theSecondEnterOfAScannerThatSendsTwoDoesNothing() {
        var robot = Robot(shelf: .full(60))
        robot.press("j")
        for character in "1-2" { robot.key(Chord(String(character)), after: 5) }
        robot.key("enter", after: 5)
        robot.key("enter", after: 5)
        #expect(robot.desk.stack.isEmpty)
        #expect(robot.desk.notice?.kind == .error)
    }

    @Test func lettersThatComeInAHeapIntoASearchAreSearchedFor() {
        var robot = Robot(shelf: Shelf([.sample(1).named("Abel"), .sample(2).named("Bo")]))
        robot.press("/", "a")
        robot.scan("bel")
        #expect(robot.list.query.search == "abel")
        #expect(robot.list.ids == [1])
    }

    @Test func lettersThatComeInAHeapIntoACommandStayThereAndDoNothing() {
        var robot = Robot(shelf: .full(3))
        robot.press(":")
        _ = robot.takeAsked()
        robot.scan("quit")
        #expect(robot.desk.line?.entry.text == "quit")
        #expect(robot.takeAsked() == [.app(.bell)])
    }

    @Test func onlyAQuestionNotYetSeenAwaitsItsFrame() {
        var robot = Robot(shelf: .full(3))
        robot.press("f")
        #expect(!robot.desk.awaitsFirstFrame)
        robot.key("pgdn", after: 1000)
        #expect(robot.desk.awaitsFirstFrame)
        robot.settle()
        #expect(!robot.desk.awaitsFirstFrame)
    }

    @Test func qQuitsOnlyWhenNothingFollows() {
        var robot = Robot(shelf: .full(3))
        robot.press("q")
        robot.key("q", after: 1000)
        #expect(!robot.takeAsked().contains(.app(.quit)))
        robot.settle()
        #expect(robot.takeAsked().contains(.app(.quit)))

        robot.press("q")
        robot.key("q", after: 1000)
        robot.key("j", after: 5)
        robot.settle()
        #expect(!robot.takeAsked().contains(.app(.quit)))
    }

    @Test func theListAsksOnceBeforeItQuits() {
        var robot = Robot(shelf: .full(3))
        robot.press("enter", "q", "q")
        #expect(robot.desk.notice?.text == "Quit? q again.")
        #expect(robot.isAwaiting(.quitLapsed))
        robot.press("j", "q")
        #expect(!robot.takeAsked().contains(.app(.quit)))
        robot.tell(.woke(.quitLapsed))
        #expect(robot.desk.notice == nil)
        robot.press("q")
        #expect(!robot.takeAsked().contains(.app(.quit)))
        robot.press("q")
        #expect(robot.takeAsked().contains(.app(.quit)))
    }

    @Test func anotherOrdersNumberInTheFormIsDoubted() {
        var robot = Robot(shelf: Shelf([.sample(1043, shirts: 1), .sample(1044, shirts: 1)]))
        robot.press("f")
        robot.scan("1044")
        #expect(robot.desk.shipForm?.form[.tracking]?.entry.text == "1044")
        #expect(robot.desk.notice?.text.contains("names purchase 1044") == true)
        #expect(robot.takeAsked().contains(.app(.bell)))
        robot.scan("1Z999AA10123456784")
        #expect(robot.desk.notice?.text.contains("names purchase") == false)
    }
}
