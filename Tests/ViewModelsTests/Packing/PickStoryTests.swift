import Model
import TestKit
import Testing

@testable import ViewModels

@Suite struct PickStoryTests {
    @Test func withoutMarksAllOfTheListIsSummedUp() throws {
        var robot = Robot(shelf: Shelf([.sample(1, shirts: 2, mugs: 1), .sample(2, shirts: 3)]))
        robot.press("P")
        let pick = try #require(robot.desk.pick)
        #expect(pick.scope == .list(robot.list.query))
        #expect(pick.summary == "6 items for 2 purchases")
        #expect(pick.list?.lines.map(\.quantity) == [5, 1])
        robot.press("q")
        #expect(robot.desk.stack.isEmpty)
    }

    @Test func withMarksOnlyThose() throws {
        var robot = Robot(shelf: .full(5))
        robot.press("space", "space", "P")
        #expect(robot.desk.pick?.list?.purchases == 2)
        robot.press("q", "c", "space", "P")
        #expect(robot.desk.pick?.list?.purchases == 1)
    }

    @Test func marksOutOfSightStandInTheWay() {
        var robot = Robot(shelf: Shelf([.sample(1).named("Abel"), .sample(2).named("Bo")]))
        robot.press("A", "/")
        robot.type("abel")
        robot.press("enter", "P")
        #expect(robot.desk.hiddenMarks != nil)
        robot.press("d", "P")
        #expect(robot.desk.pick?.list?.purchases == 1)
    }

    @Test func spaceTicksOffAndStepsDown() throws {
        var robot = Robot(shelf: Shelf([.sample(1, shirts: 2, mugs: 1)]))
        robot.press("P", "space")
        #expect(robot.desk.pick?.progress.ticked == 1)
        #expect(robot.desk.pick?.cursor == 1)
        robot.press("space", "space")
        #expect(robot.desk.pick?.progress.ticked == 1, "the last line again")
        robot.press("k", "space")
        #expect(robot.desk.pick?.progress.ticked == 0)
    }

    @Test func aLineThatGrowsIsNoLongerDone() throws {
        var robot = Robot(shelf: Shelf([.sample(1, shirts: 2)]))
        robot.press("P", "space")
        robot.shelf[2] = .sample(2, shirts: 3)
        robot.tell(.changed)
        let pick = try #require(robot.desk.pick)
        let line = try #require(pick.list?.lines.first)
        #expect(line.quantity == 5)
        #expect(!pick.isTicked(line))
        #expect(pick.fetched(of: line) == 2)
    }

    @Test func enterUnfoldsALineOpensAPurchaseAndComesBackToTheTicks() throws {
        var robot = Robot(shelf: Shelf([.sample(1), .sample(2)]))
        robot.press("P", "space", "enter")
        #expect(robot.desk.pick?.rows.count == 3)
        robot.press("j", "j", "enter")
        #expect(robot.desk.openPurchase == 2)
        robot.press("q")
        #expect(robot.desk.pick?.progress.ticked == 1)
        #expect(robot.desk.pick?.cursor == 2)
        robot.press("tab")
        #expect(robot.desk.pick?.rows.count == 1)
        #expect(robot.desk.pick?.cursor == 0)
        robot.press("tab", "enter")
        #expect(robot.desk.pick?.rows.count == 1)
    }

    @Test func manyPurchasesAreCountedAnewOnlyWhenAsked() throws {
        var robot = Robot(shelf: .full(3))
        robot.press("P")
        let scope = try #require(robot.desk.pick?.scope)
        robot.answer(.pickList(scope, PickList(lines: [], purchases: 1_000_000)))
        robot.tell(.changed)
        #expect(robot.desk.pick?.isStale == true)
        #expect(robot.desk.pick?.list?.purchases == 1_000_000)
        robot.press("r")
        #expect(robot.desk.pick?.isStale == false)
        #expect(robot.desk.pick?.list?.purchases == 3)
    }

    @Test func whileItIsCountedKeysSayso() {
        let pick = PickScreen(.list(ListQuery()))
        #expect(pick.summary == "counting…")
        #expect(pick.whyNot("tick", in: .bench) == "It is being counted.")
        #expect(pick.whyNot("recount", in: .bench) == nil)
    }

    @Test func anAnswerToAnotherQuestionIsPassedOver() {
        var robot = Robot(shelf: .full(3))
        robot.press("P")
        robot.answer(.pickList(.purchases([]), PickList()))
        #expect(robot.desk.pick?.list?.purchases == 3)
    }
}

@Suite struct PaperStoryTests {
    @Test func slipsOfTheMarkedInTheOrderOfTheListOrReversed() throws {
        var robot = Robot(shelf: .full(5))
        robot.press("s", "down", "enter", "space", "j", "space", "p")
        let order = robot.list.query
        let keys = robot.list.marks.keys.sorted { $0.purchase.text < $1.purchase.text }
        #expect(robot.desk.paper?.subject == .slips(keys, order: order))
        robot.press("tab", "tab", "space", "enter")
        #expect(
            robot.takeAsked().last
                == .paper(.slips(keys, order: order, isReversed: true, .printer(nil))))
        robot.press("enter")
        #expect(robot.takeAsked().isEmpty, "once is enough")
        robot.answer(.paper("2 packing slips printed."))
        #expect(robot.desk.stack.isEmpty)
        #expect(robot.desk.notice?.text == "2 packing slips printed.")
        #expect(robot.list.marks.count == 2)
    }

    @Test func aPDFIsNamedLikeOne() throws {
        var robot = Robot(shelf: .full(5))
        robot.press("p", "space")
        #expect(robot.desk.paper?.form[.paperFile]?.entry.text == "slip-1001-2026-11-22-1402.pdf")
        robot.press("space")
        #expect(robot.desk.paper?.form[.paperFile]?.entry.text == "slip-1001-2026-11-22-1402.txt")
        #expect(robot.desk.paper?.form[.paperOrder]?.isActive == false)
        robot.press("pgdn")
        let key = try #require(robot.list.current?.key)
        #expect(
            robot.takeAsked().last
                == .paper(
                    .slips(
                        [key], order: robot.list.query, isReversed: false,
                        .file("slip-1001-2026-11-22-1402.txt"))))
        robot.answer(.failed("It is there already."))
        #expect(robot.desk.paper?.problem == "It is there already.")
        #expect(robot.desk.paper?.isWorking == false)
    }

    @Test func whatTheMachineCannotDoIsSaidAndNotAsked() {
        var bench = Surroundings.bench
        bench.paper = PaperTools(whyNoPDF: "no cupsfilter", whyNoPrinting: "no lp")
        var robot = Robot(bench, shelf: .full(5))
        robot.press("p")
        #expect(robot.desk.paper?.form[.paperWay]?.shown == "text file")
        robot.press("space", "pgdn")
        #expect(robot.desk.paper?.form[.paperWay]?.problem == "no lp")
        robot.press("space", "pgdn")
        #expect(robot.desk.paper?.form[.paperWay]?.problem == "no cupsfilter")
        #expect(robot.takeAsked().isEmpty)
    }

    @Test func theDetailAndThePickListPrintToo() {
        var robot = Robot(shelf: .full(2))
        robot.press("enter", "p")
        #expect(robot.desk.paper?.title == "Packing slip of 1001")
        robot.press("esc", "q", "P", "p")
        #expect(robot.desk.paper?.title == "Pick list")
        robot.press("esc")
        #expect(robot.desk.pick != nil)
    }
}
